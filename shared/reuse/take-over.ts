import type { Block } from '../document/block';
import { type GovDocument, type Leftover, mostTakenOver, type TakenOver } from '../document/document';
import { blockText } from '../document/plain-text';
import type { UnitDictionary } from '../units/unit-dictionary';
import { findLeftovers } from './find-leftovers';
import { listReusable, type ReusablePiece, renewBlock } from './start-from-document';

/** Chapters of another document's main text, which can be taken over one by one. */
export const listChapters = (earlier: GovDocument): ReusablePiece[] =>
  listReusable(earlier).filter(({ kind }) => kind === 'main');

/**
 * Chapters of another document as blocks for an open one: ids of their own, years, dates and figures as placeholders
 * that show what stood there; what the open document then has left over of that text, new words behind the known; and
 * where each chapter comes from.
 * @param document the open document
 * @param chosen ids of `listChapters`
 * @param source what the other document is called, and when this happens (milliseconds since 1970, UTC)
 */
export const takeOver = (
  document: GovDocument,
  earlier: GovDocument,
  chosen: ReadonlySet<string>,
  units: UnitDictionary,
  { title, at }: Pick<TakenOver, 'title' | 'at'>,
): Readonly<{
  blocks: readonly Block[];
  leftovers: readonly Leftover[];
  takenOver: readonly TakenOver[];
}> => {
  const titles = earlier.parts
    .flatMap(({ children }) => children)
    .flatMap((block) => (block.type === 'title' ? [blockText(block).replace(/\s/g, '')] : []));
  const boxes = new Map<string, string>();
  const chapters = listChapters(earlier)
    .filter(({ id }) => chosen.has(id))
    .map(({ name, blocks }) => ({ name, blocks: blocks.map((block) => renewBlock(block, boxes, titles)) }));
  const blocks = chapters.flatMap((chapter) => chapter.blocks);
  const sources = chapters.map(
    ({ name, blocks: [head] }): TakenOver => ({
      blockId: head!.id,
      heading: name.slice(0, 200),
      title: title.slice(0, 300),
      at,
    }),
  );
  const main = document.parts.find(({ kind }) => kind === 'main');
  const known = document.meta.leftovers ?? [];
  const taken = main ? findLeftovers({ ...document, parts: [{ ...main, children: blocks }] }, earlier, units) : [];
  const added = taken.filter(({ text }) => !known.some((leftover) => leftover.text === text));
  return {
    blocks,
    leftovers: [...known, ...added].slice(0, 500),
    takenOver: [...(document.meta.takenOver ?? []), ...sources].slice(-mostTakenOver),
  };
};
