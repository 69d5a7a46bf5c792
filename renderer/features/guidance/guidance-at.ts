import type { GovDocument } from '../../../shared/document/document';
import type { DocumentFunction } from '../../../shared/functions/types';
import { guidanceFor } from '../../../shared/templates/guidance';
import type { Guidance } from '../../../shared/templates/template';
import { findTemplate } from '../../../shared/templates/templates';
import type { OutlineRow } from '../../app/outline/outline-rows';

/**
 * Guidance for the part being written: the nearest row on the path to the caret that the template knows by its
 * heading, else by its function. Null when the document has no template or the template says nothing.
 */
export const guidanceAt = (
  document: Pick<GovDocument, 'template'>,
  path: readonly OutlineRow[],
  functions: ReadonlyMap<string, DocumentFunction>,
): { heading: string; guidance: Guidance } | null => {
  const template = document.template && findTemplate(document.template.id);
  if (!template) return null;
  for (const row of [...path].reverse()) {
    const name = functions.get(row.blockId);
    const guidance = guidanceFor(template, row.text) ?? (name ? guidanceFor(template, name) : null);
    if (guidance) return { heading: `${row.label}${row.text}`, guidance };
  }
  return null;
};
