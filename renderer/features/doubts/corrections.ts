import type { Block, Level, TextBlock } from '../../../shared/document/block';
import { createId } from '../../../shared/document/block-id';
import type { GovDocument } from '../../../shared/document/document';
import { blockText } from '../../../shared/document/plain-text';
import type { ReviewItem } from '../../../shared/document/review-item';
import type { TextLeaf } from '../../../shared/document/text';
import { computeLabels } from '../../../shared/numbering/compute-labels';
import { fold } from '../../../shared/recognise/lines/fold';
import { readNumber } from '../../../shared/recognise/lines/number-pattern';
import type { TextEdit } from '../../editor/commands/replace-text';
import type { BlockTake } from '../../editor/commands/take-blocks';

/** What a person can say of a block that was guessed. */
export type Correction =
  | Readonly<{ kind: 'level'; level: Level }>
  | Readonly<{ kind: 'body' | 'join' }>
  /** At the caret where that stands inside the block (characters from its start), else where the text falls in two. */
  | Readonly<{ kind: 'split'; at?: number }>;

/** Blocks whose kind a correction may change. */
type Movable = Extract<TextBlock, { type: 'clause' | 'paragraph' | 'dash' }>;
const isMovable = (block: Block | undefined): block is Movable =>
  block?.type === 'clause' || block?.type === 'paragraph' || block?.type === 'dash';

type Found = Readonly<{ block: Movable; next: Block | undefined }>;

const find = (document: GovDocument, id: string | null): Found | null => {
  for (const { children } of document.parts) {
    const at = children.findIndex((block) => block.id === id);
    const block = children[at];
    if (isMovable(block)) return { block, next: children[at + 1] };
  }
  return null;
};

const boxOf = ({ boxId }: Movable): { boxId?: string } => (boxId === undefined ? {} : { boxId });

/** Leaves of a text without so many characters at its start. */
const dropStart = (leaves: readonly TextLeaf[], count: number): TextLeaf[] => {
  let left = count;
  const rest = leaves.map((leaf) => {
    const cut = Math.min(left, leaf.text.length);
    left -= cut;
    return { ...leaf, text: leaf.text.slice(cut) };
  });
  const filled = rest.filter(({ text }) => text !== '');
  return filled.length > 0 ? filled : [{ text: '' }];
};
const keepStart = (leaves: readonly TextLeaf[], count: number): TextLeaf[] => {
  let left = count;
  return leaves.flatMap((leaf) => {
    const text = leaf.text.slice(0, left);
    left -= text.length;
    return text === '' ? [] : [{ ...leaf, text }];
  });
};
/** Text as the leaves have it, signs of footnotes included. */
const rawText = (leaves: readonly TextLeaf[]): string => leaves.map(({ text }) => text).join('');

const asClause = (block: Movable, level: Level, children: readonly TextLeaf[]): Block => {
  const stop = rawText(children).indexOf('。');
  const runIn = stop >= 0 && stop < rawText(children).length - 1;
  return {
    type: 'clause',
    id: block.id,
    ...boxOf(block),
    level,
    ...(runIn && { runIn: true as const }),
    children: [...children],
  };
};

/** A number typed at the start of a text that was no heading. */
const typedNumber = (children: readonly TextLeaf[]): number => readNumber(fold(rawText(children)))?.length ?? 0;

/** The number in front of a block as words of its text. */
const withNumber = (label: string, children: readonly TextLeaf[]): TextLeaf[] =>
  label === '' ? [...children] : [{ text: label }, ...children];

/** Where a text falls in two: before a number behind a stop, else behind its first sentence; 0 for nowhere. */
const splitPoint = (text: string): number => {
  const folded = fold(text);
  const behind = [...text.matchAll(/[。；]/g)].map(({ index }) => index + 1).filter((at) => at < text.length);
  return behind.find((at) => readNumber(folded.slice(at).trimStart())) ?? behind[0] ?? 0;
};

const secondHalf = (block: Movable, leaves: readonly TextLeaf[]): Block => {
  const own: Movable = { ...block, id: createId() };
  const text = rawText(leaves);
  const children = dropStart(leaves, text.length - text.trimStart().length);
  const number = readNumber(fold(rawText(children)));
  if (number) return asClause(own, number.level, dropStart(children, number.length));
  return { type: 'paragraph', id: own.id, ...boxOf(block), children };
};

/** Corrections that make sense for the block of an item. */
export const correctionsFor = (document: GovDocument, { blockId }: ReviewItem): readonly Correction['kind'][] => {
  const found = find(document, blockId);
  if (!found) return [];
  const { block, next } = found;
  return [
    'level',
    ...(block.type === 'clause' ? (['body'] as const) : []),
    ...(isMovable(next) ? (['join'] as const) : []),
    ...(rawText(block.children).length > 1 ? (['split'] as const) : []),
  ];
};

/**
 * What a correction changes, for the editor to take over in one step; no character is lost: a number that is none any
 * more becomes part of the text. Null when the block is no longer there or the correction does not fit it.
 */
export const correctGuess = (
  document: GovDocument,
  item: ReviewItem,
  correction: Correction,
): readonly BlockTake[] | null => {
  const found = find(document, item.blockId);
  if (!found) return null;
  const { block, next } = found;
  const labelOf = ({ id }: Block): string => computeLabels(document).get(id) ?? '';
  const replace = (by: Block): BlockTake => ({ kind: 'replace', id: block.id, block: by });
  switch (correction.kind) {
    case 'level': {
      const { children } = block;
      if (block.type === 'clause' && block.level === correction.level) return null;
      const typed = block.type === 'clause' ? 0 : typedNumber(children);
      return [replace(asClause(block, correction.level, dropStart(children, typed)))];
    }
    case 'body': {
      if (block.type !== 'clause') return null;
      const children = withNumber(item.number ?? labelOf(block), block.children);
      return [replace({ type: 'paragraph', id: block.id, ...boxOf(block), children })];
    }
    case 'join': {
      if (!isMovable(next)) return null;
      const sign = next.type === 'dash' ? '——' : labelOf(next);
      const children = [...block.children, ...withNumber(sign, next.children)];
      const joined = block.type === 'clause' ? asClause(block, block.level, children) : { ...block, children };
      return [replace(joined), { kind: 'remove', id: next.id }];
    }
    case 'split': {
      const text = rawText(block.children);
      const { at: caret = 0 } = correction;
      const at = caret > 0 && caret < text.length ? caret : splitPoint(text);
      if (at === 0) return null;
      const first = keepStart(block.children, at);
      const { runIn: _, ...rest } = block as Movable & { runIn?: true };
      return [
        replace({ ...rest, children: first } as Block),
        { kind: 'put', block: secondHalf(block, dropStart(block.children, at)), behind: block.id },
      ];
    }
  }
};

/** Where paragraphs that stood beside the same block and are back are by now, of a list of items. */
const placesOf = (children: readonly Block[], { blockId, paragraph }: ReviewItem, items: readonly ReviewItem[]) =>
  items.flatMap((one) => {
    const place = one.restored === undefined ? -1 : children.findIndex(({ id }) => id === one.restored);
    return place >= 0 && one.blockId === blockId && one.paragraph === paragraph ? [place] : [];
  });

/** A paragraph that is put back, and the id it has. */
type Restored = Readonly<{ takes: readonly BlockTake[]; id: string }>;

/**
 * A paragraph that a tracked change took away, put back where it stood: a heading or item where it begins with a number.
 * Null when the block it stood beside is gone, or begins a part behind the first.
 * @param items all of the document, in the order of the source: paragraphs that are back keep that order
 */
export const restoreParagraph = (
  document: GovDocument,
  item: ReviewItem,
  items: readonly ReviewItem[],
): Restored | null => {
  if (item.paragraph === undefined) return null;
  const own = items.indexOf(item);
  for (const [part, { children }] of document.parts.entries()) {
    const at = children.findIndex(({ id }) => id === item.blockId);
    if (at < 0) continue;
    const above = placesOf(children, item, items.slice(0, Math.max(own, 0)));
    const below = placesOf(children, item, items.slice(own + 1));
    const usual = item.paragraph === 'before' ? at - 1 : at;
    const before = children[above.length > 0 ? Math.max(...above) : below.length > 0 ? Math.min(...below) - 1 : usual];
    if (!before && part > 0) return null;
    const bare: Movable = { type: 'paragraph', id: createId(), children: [{ text: '' }] };
    const block = secondHalf(bare, [{ text: item.text }]);
    return { takes: [{ kind: 'put', block, behind: before?.id ?? null }], id: block.id };
  }
  return null;
};

/** So many characters before a change tell its place. */
const behindLength = 12;

/** The items of a document behind an edit of it, with their places as they are now. */
export const followEdit = (
  items: readonly ReviewItem[],
  { blockId, start, end, text }: TextEdit,
  after: GovDocument,
): ReviewItem[] => {
  const block = after.parts.flatMap(({ children }) => children).find(({ id }) => id === blockId);
  const whole = block ? blockText(block) : '';
  return items.map((item) => {
    if (item.blockId !== blockId || !item.behind || item.behind.at < end) return item;
    const at = item.behind.at + text.length - (end - start);
    return { ...item, behind: { at, text: whole.slice(Math.max(at - behindLength, 0), at) } };
  });
};

/** Undoes a tracked change in the text; null when the text around it is no longer as it was. */
export const refuseChange = (document: GovDocument, { kind, blockId, text, behind }: ReviewItem): TextEdit | null => {
  const block = document.parts.flatMap(({ children }) => children).find(({ id }) => id === blockId);
  if (!block || !behind) return null;
  const whole = blockText(block);
  const wanted = behind.text + (kind === 'added' ? text : '');
  const places = [...Array(whole.length + 1).keys()].filter((at) => whole.startsWith(wanted, at));
  const from = behind.at - behind.text.length;
  const [nearest] = places.toSorted((a, b) => Math.abs(a - from) - Math.abs(b - from));
  if (nearest === undefined || (wanted === '' && whole !== '' && behind.at > 0)) return null;
  const start = nearest + behind.text.length;
  if (kind === 'added') return { blockId: block.id, start, end: start + text.length, text: '' };
  // Together with the character beside it, whose face it takes.
  if (start > 0) return { blockId: block.id, start: start - 1, end: start, text: whole.charAt(start - 1) + text };
  return whole === '' ? null : { blockId: block.id, start: 0, end: 1, text: text + whole.charAt(0) };
};
