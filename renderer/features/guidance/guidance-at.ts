import type { DocumentFunction } from '../../../shared/functions/types';
import { guidedSection } from '../../../shared/templates/guidance';
import type { Guidance, Template } from '../../../shared/templates/template';
import type { OutlineRow } from '../../app/outline/outline-rows';

/**
 * Guidance for the part being written: the nearest row on the path to the caret that the template knows by its
 * heading, else by its function. Null when the template says nothing.
 */
export const guidanceAt = (
  template: Template,
  path: readonly OutlineRow[],
  functions: ReadonlyMap<string, DocumentFunction>,
): { heading: string; guidance: Guidance; alternatives: readonly string[] } | null => {
  for (const row of [...path].reverse()) {
    const name = functions.get(row.blockId);
    const section = guidedSection(template, row.text) ?? (name ? guidedSection(template, name) : null);
    if (section)
      return {
        heading: `${row.label}${row.text}`,
        guidance: section.guidance,
        alternatives: section.heading?.alternatives ?? [],
      };
  }
  return null;
};
