import type { Block } from '../document/block';
import type { GovDocument } from '../document/document';
import { blockText } from '../document/plain-text';

/** A mark to be replaced; offsets as `blockText` counts them. */
export type MarkEdit = Readonly<{ blockId: string; start: number; end: number; before: string; text: string }>;

const marks: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
};

/** Web and mail addresses, file names, codes and fractions: what stands in them is no punctuation. */
const protectedText =
  /(?:https?:\/\/|www\.)[!-~]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[A-Za-z0-9]+(?:[./:\\_-][A-Za-z0-9]+)+|\d[\d,]*\.?\d*/g;

const isChinese = (character: string): boolean =>
  /[\u3400-\u9fff\u3001-\u3011\u2014\u2018-\u201d\u2026\uff01-\uff5e]/.test(character);
const isInside = (spans: readonly (readonly [number, number])[], at: number): boolean =>
  spans.some(([from, to]) => at >= from && at < to);

type Edit = Omit<MarkEdit, 'blockId' | 'before'>;

/** Brackets in pairs: both are turned when there is Chinese on either side of one of them. */
const bracketEdits = (text: string, isFree: (at: number) => boolean): Edit[] => {
  const open: number[] = [];
  return [...text].flatMap((character, at): Edit[] => {
    if (character === '(' || character === '（') open.push(at);
    if (character !== ')' && character !== '）') return [];
    const from = open.pop();
    if (from === undefined) return [];
    const beside = [from - 1, from + 1, at - 1, at + 1].some((place) => isChinese(text.charAt(place)));
    if (!beside && text.charAt(from) === '(' && character === ')') return [];
    return [
      ...(text.charAt(from) === '(' && isFree(from) ? [{ start: from, end: from + 1, text: '（' }] : []),
      ...(character === ')' && isFree(at) ? [{ start: at, end: at + 1, text: '）' }] : []),
    ];
  });
};

/** Straight double quotes around Chinese, in pairs; an odd one leaves all as they are. */
const quoteEdits = (text: string, isFree: (at: number) => boolean): Edit[] => {
  const places = [...text].flatMap((character, at) => (character === '"' && isFree(at) ? [at] : []));
  if (places.length % 2 === 1) return [];
  return places.flatMap((at, index) => {
    const [from, to] = index % 2 === 0 ? [at, places[index + 1]!] : [places[index - 1]!, at];
    const beside = [...text.slice(from + 1, to), text.charAt(from - 1), text.charAt(to + 1)].some(isChinese);
    return beside ? [{ start: at, end: at + 1, text: index % 2 === 0 ? '“' : '”' }] : [];
  });
};

/** Half-width marks of a text that belong to Chinese, with the full-width ones (GB/T 15834-2011, 5.1). */
export const fullWidthEdits = (text: string): readonly Edit[] => {
  if (!/[,;:?!()".]|--/.test(text)) return [];
  const spans = [...text.matchAll(protectedText)].map(({ 0: { length }, index }) => [index, index + length] as const);
  const isFree = (at: number): boolean => !isInside(spans, at);
  const single = [...text].flatMap((character, at): Edit[] => {
    const [left, right] = [text.charAt(at - 1), text.charAt(at + 1)];
    const beyond = right === ' ' ? text.charAt(at + 2) : right;
    const mark = marks[character];
    if (mark !== undefined) {
      if (!isFree(at) || (!isChinese(left) && !isChinese(beyond))) return [];
      // The space that made up for the narrow mark.
      return [{ start: at, end: at + (right === ' ' && isChinese(beyond) ? 2 : 1), text: mark }];
    }
    if (character !== '.' || !isChinese(left) || left === '.' || right === '.' || left === '…') return [];
    const ends = right === '' || /\s/.test(right) || isChinese(right);
    return ends && isFree(at) ? [{ start: at, end: at + 1, text: '。' }] : [];
  });
  const runs = [...text.matchAll(/(?<=[\u3400-\u9fff”》）])(?:\.{3,}|--)(?=[\u3400-\u9fff“《（。，；]|$)/g)].map(
    ({ 0: run, index }) => ({ start: index, end: index + run.length, text: run === '--' ? '——' : '……' }),
  );
  return [...single, ...bracketEdits(text, isFree), ...quoteEdits(text, isFree), ...runs].sort(
    (a, b) => a.start - b.start,
  );
};

const blockEdits = (block: Block): MarkEdit[] => {
  const text = blockText(block);
  return fullWidthEdits(text).map((edit) => ({ ...edit, blockId: block.id, before: text.slice(edit.start, edit.end) }));
};

/** All half-width marks in the Chinese text of a document; numbers, codes, English and addresses stay. */
export const restoreFullWidth = (document: Pick<GovDocument, 'parts'>): MarkEdit[] =>
  document.parts.flatMap(({ children }) => children.flatMap(blockEdits));
