import { blockText } from '../document/plain-text';
import { mostReviewItems, type ReviewItem } from '../document/review-item';
import { placeFinder } from './place-finder';
import type { Recognition, SourceParagraph } from './types';

const longestSource = 400;
/** So many characters before a change tell its place. */
const behindLength = 12;

/**
 * What of a source is to be looked at: comments and tracked changes where they stand, guesses of recognition; in the
 * order of the source. What stands in a table belongs to the table.
 */
export const reviewItems = (recognition: Recognition, paragraphs: readonly SourceParagraph[]): ReviewItem[] => {
  const { document, doubts, lines, sourceNumbers } = recognition;
  const find = placeFinder(recognition);
  const tables = new Map(
    document.parts.flatMap(({ children }) =>
      children.flatMap((block) => (block.type === 'table' ? [[lines.get(block.id) ?? 0, block.id] as const] : [])),
    ),
  );
  const texts = new Map(document.parts.flatMap(({ children }) => children.map((block) => [block.id, block] as const)));
  const sources = new Map<number, string>();
  for (const { line, text } of paragraphs) sources.set(line, `${sources.get(line) ?? ''}${text}`.trim());
  const source = (line: number): string => (sources.get(line) ?? '').slice(0, longestSource);

  const blocks = [...lines].sort(([, a], [, b]) => a - b);
  /** The block that a paragraph stood before, or behind where nothing follows it in its part. */
  const beside = (line: number, place: ReturnType<typeof find>): Pick<ReviewItem, 'blockId' | 'paragraph'> | null => {
    if (place) return place.at === 0 ? { blockId: place.id, paragraph: 'before' } : null;
    const [last] = blocks.findLast(([id, begins]) => begins <= line && texts.has(id)) ?? [];
    return last === undefined ? null : { blockId: last, paragraph: 'behind' };
  };

  const guesses = doubts
    .filter(({ marked }) => !marked)
    .map(({ line, blockId, message, turn }): ReviewItem => {
      const number = blockId === null ? undefined : sourceNumbers.get(blockId);
      const block = blockId === null ? undefined : texts.get(blockId);
      return {
        kind: 'guess',
        line,
        blockId,
        text: message.slice(0, 2000),
        source: source(line) || (block ? blockText(block).slice(0, longestSource) : ''),
        ...(number !== undefined && { number: number.slice(0, 20) }),
        ...(turn && { turn }),
      };
    });
  const marks = paragraphs.flatMap(({ line, text: whole, marks: own = [] }) =>
    own.map(({ at, kind, text, by, whole: isParagraph }): ReviewItem => {
      const start = kind === 'added' ? at - text.length : at;
      // The end of an addition is in its block even where its start is a number that is computed now.
      const place = tables.has(line) ? null : (find(line, whole, start) ?? find(line, whole, at));
      const behind = place && { at: place.at, text: place.text.slice(Math.max(place.at - behindLength, 0), place.at) };
      return {
        kind,
        line,
        blockId: place?.id ?? tables.get(line) ?? null,
        text,
        source: source(line),
        ...(by !== '' && { by: by.slice(0, 60) }),
        ...(behind && kind !== 'comment' && { behind }),
        ...(isParagraph && beside(line, place)),
      };
    }),
  );
  return [...marks, ...guesses].sort((a, b) => a.line - b.line).slice(0, mostReviewItems);
};
