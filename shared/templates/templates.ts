import actionPlan from '../../assets/templates/action-plan.json';
import fiveYearPlan from '../../assets/templates/five-year-plan.json';
import implementationOpinion from '../../assets/templates/implementation-opinion.json';
import implementationScheme from '../../assets/templates/implementation-scheme.json';
import measures from '../../assets/templates/measures.json';
import strategicOpinion from '../../assets/templates/strategic-opinion.json';
import superiorImplementation from '../../assets/templates/superior-implementation.json';
import { type Template, templateSchema } from './template';

const files = [
  implementationOpinion,
  superiorImplementation,
  fiveYearPlan,
  actionPlan,
  implementationScheme,
  measures,
  strategicOpinion,
];
let read: readonly Template[] | null = null;

/** The shipped templates, in the order of the gallery; read when first asked for. A new one is a file and a line here. */
export const shippedTemplates = (): readonly Template[] => {
  read ??= files.map((data) => templateSchema.parse(data));
  return read;
};

export const findTemplate = (id: string): Template | undefined =>
  shippedTemplates().find((template) => template.id === id);
