import type { TextLeaf } from '../document/text';

/** What stays as it is: titles of documents, their numbers, words in quotation marks. */
const untouched = /《[^》]*》|〔[^〕]*〕\d*号?|“[^”]*”|[A-Za-z][A-Za-z0-9.+-]*\d|第\d+/g;
const date = /(?:(?:19|20)\d{2}年)?\d{1,2}月(?:\d{1,2}日)?/g;
const year = /(?<!\d)(?:19|20)\d{2}(?:\s*[—－\-~～至]+\s*(?:19|20)?\d{2})?年/g;
/** Figures with a measure behind them; telephone and document numbers have none. */
const figure =
  /(?<![\d.A-Za-z])\d+(?:[.,]\d+)*(?:\s*[—－\-~～至]\s*\d+(?:\.\d+)?)?(?=\s*[%％‰\p{Script=Han}])(?!热线|电话|平台)/gu;

type Stretch = Readonly<{ start: number; end: number; kind: 'year' | 'date' | 'number' | null }>;

const stretches = (text: string, ownTitles: readonly string[]): Stretch[] => {
  const taken: Stretch[] = [];
  const take = (pattern: RegExp, kind: Stretch['kind']) => {
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      // The year in the document's own title is the new one's.
      if (kind === null && ownTitles.includes(match[0].slice(1, -1))) continue;
      if (taken.every((other) => end <= other.start || start >= other.end)) taken.push({ start, end, kind });
    }
  };
  take(untouched, null);
  take(date, 'date');
  take(year, 'year');
  take(figure, 'number');
  return taken.filter(({ kind }) => kind !== null).sort((one, other) => one.start - other.start);
};

/** Prompt that stands where a figure of an earlier text stood, and shows it. */
const prompt = (words: string): string => `原${words}`;

/**
 * Text of an earlier document with its years, dates and figures turned into placeholders that show what stood there.
 * Quoted titles stay as they are, but for the document's own.
 */
export const markFigures = (leaves: readonly TextLeaf[], ownTitles: readonly string[] = []): TextLeaf[] =>
  leaves.flatMap((leaf): TextLeaf[] => {
    if (leaf.placeholder || leaf.ref !== undefined) return [leaf];
    const { text, ...marks } = leaf;
    const pieces: TextLeaf[] = [];
    let from = 0;
    for (const { start, end, kind } of stretches(text, ownTitles)) {
      if (start > from) pieces.push({ ...marks, text: text.slice(from, start) });
      pieces.push({
        ...marks,
        text: prompt(text.slice(start, end)),
        placeholder: { key: `reuse-${kind}`, kind: kind ?? 'text' },
      });
      from = end;
    }
    if (from < text.length || pieces.length === 0) pieces.push({ ...marks, text: text.slice(from) });
    return pieces;
  });
