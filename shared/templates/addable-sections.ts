import type { GovDocument } from '../document/document';
import { isOpenHeading } from './find-section';
import { findSection } from './place-section';
import type { Template, TemplateSection } from './template';

/** Sections of the document's template that can be put in: those that may stand several times, and those not there. */
export const addableSections = (document: Pick<GovDocument, 'parts'>, template: Template): TemplateSection[] =>
  template.parts
    .flatMap((part) => part.sections)
    .filter(
      (section) => section.repeatable || (!isOpenHeading(section) && findSection(document, template, section) === null),
    );
