import type { Block } from '../document/block';
import type { GovDocument, Leftover } from '../document/document';
import { blockText } from '../document/plain-text';
import type { UnitDictionary } from '../units/unit-dictionary';
import { findLeftovers } from './find-leftovers';
import { listReusable, type ReusablePiece, renewBlock } from './start-from-document';

/** Chapters of another document's main text, which can be taken over one by one. */
export const listChapters = (earlier: GovDocument): ReusablePiece[] =>
  listReusable(earlier).filter(({ kind }) => kind === 'main');

/**
 * Chapters of another document as blocks for an open one: ids of their own, years, dates and figures as placeholders
 * that show what stood there; and what the open document then has left over of that text, new words behind the known.
 * @param document the open document
 * @param chosen ids of `listChapters`
 */
export const takeOver = (
  document: GovDocument,
  earlier: GovDocument,
  chosen: ReadonlySet<string>,
  units: UnitDictionary,
): Readonly<{ blocks: readonly Block[]; leftovers: readonly Leftover[] }> => {
  const titles = earlier.parts
    .flatMap(({ children }) => children)
    .flatMap((block) => (block.type === 'title' ? [blockText(block).replace(/\s/g, '')] : []));
  const boxes = new Map<string, string>();
  const blocks = listChapters(earlier)
    .filter(({ id }) => chosen.has(id))
    .flatMap((piece) => piece.blocks.map((block) => renewBlock(block, boxes, titles)));
  const main = document.parts.find(({ kind }) => kind === 'main');
  const known = document.meta.leftovers ?? [];
  const taken = main ? findLeftovers({ ...document, parts: [{ ...main, children: blocks }] }, earlier, units) : [];
  const added = taken.filter(({ text }) => !known.some((leftover) => leftover.text === text));
  return { blocks, leftovers: [...known, ...added].slice(0, 500) };
};
