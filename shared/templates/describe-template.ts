import type { TemplateRow } from '../ipc/contract';
import type { Template } from './template';

/** Template text as people read it: fields and prompts by their labels. */
const readable = (template: Template, text: string): string =>
  text
    .replace(/\{([^}]*)\}/g, (_, key: string) => template.placeholders.find((field) => field.key === key)?.label ?? key)
    .replace(/\[([^\]]*)\]/g, '$1');

/** A template as the gallery and the start form show it. */
export const describeTemplate = (template: Template): TemplateRow => ({
  id: template.id,
  name: template.name,
  genre: template.genre,
  description: template.description,
  headings: template.parts
    .flatMap((part) => part.sections)
    .filter((section) => section.included && section.heading)
    .map(({ heading, requirement }) => ({
      level: heading!.level,
      text: readable(template, heading!.text),
      required: requirement === 'required',
    })),
  placeholders: template.placeholders.map((field) => ({ ...field })),
});
