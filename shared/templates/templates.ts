import implementationOpinion from '../../assets/templates/implementation-opinion.json';
import { type Template, templateSchema } from './template';

/** The shipped templates, in the order of the gallery. A new one is a file and a line here. */
export const templates: readonly Template[] = [implementationOpinion].map((data) => templateSchema.parse(data));

export const findTemplate = (id: string): Template | undefined => templates.find((template) => template.id === id);
