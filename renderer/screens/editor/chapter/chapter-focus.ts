import type { GovDocument } from '../../../../shared/document/document';
import type { OutlineRow } from '../../../app/outline/outline-rows';

/** The part of a document, by indices, that is shown while one chapter has the paper to itself. */
export type Chapter = Readonly<{ part: number; start: number; end: number }>;

/** The branch of a row; null when the row is gone. */
export const chapterOf = (
  document: Pick<GovDocument, 'parts'>,
  rows: readonly OutlineRow[],
  id: string,
): Chapter | null => {
  const index = rows.findIndex((row) => row.id === id);
  const row = rows[index];
  if (!row) return null;
  const next = rows.find((other, at) => at > index && (other.part !== row.part || other.depth <= row.depth));
  const end = next?.part === row.part ? next.at : document.parts[row.part]!.children.length;
  return { part: row.part, start: row.at, end };
};

/** Ids of the blocks that stand beside the chapter in its part, and so are out of sight with it alone. */
export const hiddenBlocks = (document: Pick<GovDocument, 'parts'>, { part, start, end }: Chapter): readonly string[] =>
  document.parts[part]!.children.flatMap(({ id }, at) => (at < start || at >= end ? [id] : []));

const quote = (id: string) => `[data-block="${id}"]`;

/**
 * The style that leaves only the chapter on the paper. A block that is written while it holds is named nowhere in it
 * and so is seen at once.
 */
export const chapterStyle = (document: Pick<GovDocument, 'parts'>, chapter: Chapter): string => {
  const hidden = hiddenBlocks(document, chapter);
  const others = `.paper > .part:not(:nth-child(${chapter.part + 1})) { display: none; }`;
  return hidden.length === 0 ? others : `${others}\n.block:is(${hidden.map(quote).join(',')}) { display: none; }`;
};
