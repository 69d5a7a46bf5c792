import type { GovDocument, TemplateRef } from '../document/document';
import { type Template, templateSchema } from './template';
import { findTemplate } from './templates';

const read = new WeakMap<TemplateRef, Template | null>();

/**
 * How a document names its template: with a copy, so that it knows its template wherever it is opened, and with the
 * values it was begun with.
 */
export const referTo = (template: Template, values: Readonly<Record<string, string>> = {}): TemplateRef => {
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== ''));
  const reference: TemplateRef = {
    id: template.id,
    version: template.version,
    copy: { ...template },
    ...(Object.keys(given).length > 0 && { values: given }),
  };
  read.set(reference, template);
  return reference;
};

/**
 * The template a document was written with, as it was then; without a copy the shipped one of that name.
 * Undefined when there is none or its copy cannot be read.
 */
export const templateOf = ({ template }: Pick<GovDocument, 'template'>): Template | undefined => {
  if (!template) return undefined;
  const known = read.get(template);
  if (known !== undefined) return known ?? undefined;
  const parsed = template.copy === undefined ? undefined : templateSchema.safeParse(template.copy);
  const found = parsed?.success ? parsed.data : (findTemplate(template.id) ?? null);
  read.set(template, found);
  return found ?? undefined;
};
