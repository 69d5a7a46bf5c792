import type { Block } from '../document/block';
import { createId } from '../document/block-id';
import type { GovDocument, Part } from '../document/document';
import { headingText } from '../document/heading-text';
import { blockText } from '../document/plain-text';
import { computeLabels } from '../numbering/compute-labels';
import { comparedText } from './compared-text';

/** A notice, attachment, chapter or section of an earlier state, or what stands above the first chapter. */
export type Section = Readonly<{
  id: string;
  /** 2 for a section of a chapter. */
  level: 1 | 2;
  name: string;
  /** How it stands now: the same, otherwise, or not at all. */
  state: 'same' | 'changed' | 'gone';
}>;

/** A run of blocks of the main text, from one heading to the next of its level or above it. */
type Stretch = Readonly<{ id: string; level: 0 | 1 | 2; blocks: readonly Block[] }>;

/** What stands above the first heading, by its name: a document has it once. */
const opening = '开头';

const headingLevel = (block: Block): number | null =>
  block.type === 'clause' && block.level <= 2 && block.boxId === undefined ? block.level : null;
const isEnd = ({ type }: Block): boolean => type === 'signature' || type === 'dateLine' || type === 'note';

/** Where a stretch that holds the block before `from` ends. */
const endOf = (blocks: readonly Block[], from: number, level: number): number => {
  const end = blocks.findIndex((block, at) => at >= from && (isEnd(block) || (headingLevel(block) ?? 9) <= level));
  return end < 0 ? blocks.length : end;
};

const stretchesOf = (blocks: readonly Block[]): Stretch[] => {
  const heading = blocks.findIndex((block) => headingLevel(block) !== null);
  const first = heading < 0 ? endOf(blocks, 0, 0) : heading;
  const above: Stretch[] = first > 0 ? [{ id: opening, level: 0, blocks: blocks.slice(0, first) }] : [];
  return [
    ...above,
    ...blocks.flatMap((block, at): Stretch[] => {
      const level = headingLevel(block);
      return level === 1 || level === 2
        ? [{ id: block.id, level, blocks: blocks.slice(at, endOf(blocks, at + 1, level)) }]
        : [];
    }),
  ];
};

const mainOf = ({ parts }: GovDocument): Part => parts.find(({ kind }) => kind === 'main')!;
const idsOf = ({ parts }: GovDocument): Set<string> =>
  new Set(parts.flatMap(({ children }) => children.map(({ id }) => id)));

/** The same stretch now: under the same heading, or under one with the same words that was pasted in its place. */
const counterpart = (now: readonly Stretch[], wanted: Stretch, known: ReadonlySet<string>): Stretch | null => {
  const heading = ({ blocks }: Stretch) => headingText(blocks[0]!);
  const alike = (one: Stretch) =>
    one.level === wanted.level && one.level > 0 && !known.has(one.id) && heading(one) === heading(wanted);
  return now.find(({ id }) => id === wanted.id) ?? now.find(alike) ?? null;
};

/** What of an earlier state can be put back by itself, in its order. */
export const listSections = (now: GovDocument, earlier: GovDocument): Section[] => {
  const labels = computeLabels(earlier);
  const known = idsOf(earlier);
  const present = stretchesOf(mainOf(now).children);
  const stateOf = (blocks: readonly Block[], here: readonly Block[] | undefined): Section['state'] => {
    if (!here) return 'gone';
    return JSON.stringify(here) === JSON.stringify(blocks) ? 'same' : 'changed';
  };
  return earlier.parts.flatMap((part): Section[] => {
    if (part.kind === 'main')
      return stretchesOf(part.children).map((wanted) => ({
        id: wanted.id,
        level: wanted.level === 2 ? 2 : 1,
        name: wanted.level === 0 ? opening : `${labels.get(wanted.id) ?? ''}${headingText(wanted.blocks[0]!)}`,
        state: stateOf(wanted.blocks, counterpart(present, wanted, known)?.blocks),
      }));
    const title = part.children.find(({ type }) => type === 'title');
    const name =
      part.kind === 'notice' ? '印发通知' : `${labels.get(part.id) ?? '附件'} ${title ? blockText(title) : ''}`;
    const here = now.parts.find(({ id }) => id === part.id);
    return [{ id: part.id, level: 1, name: name.trim(), state: stateOf(part.children, here?.children) }];
  });
};

/** Puts a block behind the nearest (the last) of those above it that is there now. */
const putHome = (parts: readonly Part[], block: Block, above: readonly Block[]): readonly Part[] => {
  const present = new Set(parts.flatMap(({ children }) => children.map(({ id }) => id)));
  const neighbour = above.findLast(({ id }) => present.has(id))?.id;
  return parts.map((part) => {
    const at = part.children.findIndex(({ id }) => id === neighbour);
    return at < 0 ? part : { ...part, children: part.children.toSpliced(at + 1, 0, block) };
  });
};

/** The parts with `blocks` in the place of those that are `here`, or where they belong when nothing is. */
const putIn = (
  now: GovDocument,
  earlier: GovDocument,
  wanted: Stretch | Part,
  blocks: readonly Block[],
  here: readonly Block[] | null,
): readonly Part[] => {
  if ('kind' in wanted) {
    if (here) return now.parts.map((part) => (part.id === wanted.id ? { ...wanted, children: [...blocks] } : part));
    const part = { ...wanted, children: [...blocks] };
    const above = new Set(earlier.parts.slice(0, earlier.parts.indexOf(wanted)).map(({ id }) => id));
    const last = now.parts.findLastIndex(
      ({ id, kind }) => above.has(id) || (wanted.kind === 'attachment' && kind === 'main'),
    );
    return now.parts.toSpliced(wanted.kind === 'notice' ? 0 : last + 1, 0, part);
  }
  const main = mainOf(now);
  const place = (): Readonly<{ at: number; count: number }> => {
    if (here?.[0]) return { at: main.children.indexOf(here[0]), count: here.length };
    const all = mainOf(earlier).children;
    const above = new Set(all.slice(0, all.indexOf(wanted.blocks[0]!)).map(({ id }) => id));
    const last = main.children.findLastIndex(({ id }) => above.has(id));
    return { at: wanted.level === 0 ? 0 : endOf(main.children, last + 1, wanted.level), count: 0 };
  };
  const { at, count } = place();
  return now.parts.map((part) =>
    part === main ? { ...part, children: part.children.toSpliced(at, count, ...blocks) } : part,
  );
};

/** A part holds one block at least. */
const filled = (part: Part): Part =>
  part.children.length > 0
    ? part
    : { ...part, children: [{ type: 'paragraph', id: createId(), children: [{ text: '' }] }] };

/**
 * Puts one section of an earlier state in the place of what it is now; the rest stays. Blocks that have moved between
 * it and another section go back to where they stood: those that came in keep their present words, those that went out
 * and were reworded there stay there as well.
 * @param id of `listSections`
 * @returns the parts, and the blocks of the section in them
 */
export const restoreSection = (
  now: GovDocument,
  earlier: GovDocument,
  id: string,
): Readonly<{ parts: readonly Part[]; blocks: readonly Block[] }> => {
  const known = idsOf(earlier);
  const part = earlier.parts.find((one) => one.id === id && one.kind !== 'main');
  const stretch = stretchesOf(mainOf(earlier).children).find((one) => one.id === id);
  const wanted = part ?? stretch;
  if (!wanted) return { parts: now.parts, blocks: [] };
  const own: readonly Block[] = part ? part.children : (stretch?.blocks ?? []);
  const here = part
    ? (now.parts.find((one) => one.id === id)?.children ?? null)
    : (counterpart(stretchesOf(mainOf(now).children), stretch!, known)?.blocks ?? null);

  const present = new Map((here ?? []).map((block) => [block.id, block] as const));
  const elsewhere = new Map(
    now.parts.flatMap(({ children }) =>
      children.flatMap((one) => (present.has(one.id) ? [] : [[one.id, one] as const])),
    ),
  );
  const back = new Set<Block>();
  const blocks = own.map((block): Block => {
    const [same, away] = [present.get(block.id), elsewhere.get(block.id)];
    // The same object is left alone by the editor.
    if (same) return JSON.stringify(same) === JSON.stringify(block) ? same : block;
    if (!away) return block;
    if (comparedText(away) !== comparedText(block)) return { ...block, id: createId() };
    back.add(away);
    return block;
  });

  const cleared = now.parts.map(
    (one): Part => ({ ...one, children: one.children.filter((block) => !back.has(block)) }),
  );
  let parts: readonly Part[] = putIn({ ...now, parts: cleared }, earlier, wanted, blocks, here).map(filled);
  const ownIds = new Set(own.map((block) => block.id));
  for (const { children } of earlier.parts)
    for (const [at, { id: strayId }] of children.entries()) {
      const stray = present.get(strayId);
      if (stray && !ownIds.has(strayId)) parts = putHome(parts, stray, [...blocks.slice(-1), ...children.slice(0, at)]);
    }
  return { parts, blocks };
};
