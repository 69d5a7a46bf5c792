import { type DocumentFunction, documentFunctions } from '../functions/types';
import type { Guidance, Template, TemplateSection } from './template';

const plain = (heading: string): string => heading.replace(/[\s，、。：]/g, '');

const isFunction = (subject: string): subject is DocumentFunction => documentFunctions.some((name) => name === subject);

const carries = (section: TemplateSection, subject: string): boolean => {
  if (isFunction(subject)) return section.function === subject;
  const { heading } = section;
  return (
    heading !== undefined && [heading.text, ...heading.alternatives].some((text) => plain(text) === plain(subject))
  );
};

/**
 * What a template says about a part of the document.
 * @param subject a function, a heading's words (with or without usual variants), or a section's id.
 */
export const guidanceFor = (template: Template, subject: DocumentFunction | string): Guidance | null => {
  const sections = template.parts.flatMap((part) => part.sections).filter((section) => section.guidance);
  const found =
    sections.find((section) => section.id === subject) ?? sections.find((section) => carries(section, subject));
  return found?.guidance ?? null;
};
