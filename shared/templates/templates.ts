import actionPlan from '../../assets/templates/action-plan.json';
import fiveYearPlan from '../../assets/templates/five-year-plan.json';
import implementationOpinion from '../../assets/templates/implementation-opinion.json';
import implementationScheme from '../../assets/templates/implementation-scheme.json';
import measures from '../../assets/templates/measures.json';
import strategicOpinion from '../../assets/templates/strategic-opinion.json';
import superiorImplementation from '../../assets/templates/superior-implementation.json';
import { type Template, templateSchema } from './template';

/** The shipped templates, in the order of the gallery. A new one is a file and a line here. */
export const templates: readonly Template[] = [
  implementationOpinion,
  superiorImplementation,
  fiveYearPlan,
  actionPlan,
  implementationScheme,
  measures,
  strategicOpinion,
].map((data) => templateSchema.parse(data));

export const findTemplate = (id: string): Template | undefined => templates.find((template) => template.id === id);
