import type { TemplateAnswer } from '../../shared/cli/answers';
import { shippedTemplates } from '../../shared/templates/templates';
import { print } from './print';

/** `nigao templates`. */
export const listTemplates = (json: boolean): void => {
  for (const { id, genre, name } of shippedTemplates()) {
    const answer: TemplateAnswer = { id, genre, name };
    print(json ? JSON.stringify(answer) : `${id}  ${name}`);
  }
};
