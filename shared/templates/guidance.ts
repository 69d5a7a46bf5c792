import { type DocumentFunction, documentFunctions } from '../functions/types';
import { isHeadedBy } from './find-section';
import type { Guidance, Template, TemplateSection } from './template';

const isFunction = (subject: string): subject is DocumentFunction => documentFunctions.some((name) => name === subject);

const carries = (section: TemplateSection, subject: string): boolean =>
  isFunction(subject) ? section.function === subject : isHeadedBy(section, subject);

/**
 * The section whose guidance is meant for a part of the document.
 * @param subject a function, a heading's words (with or without usual variants), or a section's id.
 */
export const guidedSection = (
  template: Template,
  subject: DocumentFunction | string,
): (TemplateSection & Readonly<{ guidance: Guidance }>) | null => {
  const sections = template.parts
    .flatMap((part) => part.sections)
    .filter((section): section is TemplateSection & Readonly<{ guidance: Guidance }> => section.guidance !== undefined);
  return (
    sections.find((section) => section.id === subject) ?? sections.find((section) => carries(section, subject)) ?? null
  );
};
