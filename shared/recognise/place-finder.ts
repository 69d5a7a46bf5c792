import { blockText } from '../document/plain-text';
import type { Recognition, SourceSpan } from './types';

/** A stretch of a source line that stands in a block. */
type Place = Readonly<{ id: string; text: string; span: SourceSpan }>;

/** Offset in its block of a place in a paragraph; null when the stretch does not hold it. */
const offsetIn = ({ text, span }: Place, source: string, at: number): number | null => {
  const from = span.column - 1;
  const same = text.slice(span.start, span.start + span.length) === source.slice(from, from + span.length);
  return same && at >= from && at <= from + span.length ? span.start + at - from : null;
};

/** The block in which a footnote belongs: that of the character before it, else the next one of the same line. */
const placeOf = (places: readonly Place[], source: string, at: number): Readonly<{ id: string; at: number }> | null => {
  const before = places.find((place) => at > place.span.column - 1 && offsetIn(place, source, at) !== null);
  const found = before ?? places.find((place) => offsetIn(place, source, Math.max(at, place.span.column - 1)) !== null);
  if (!found) return null;
  return { id: found.id, at: offsetIn(found, source, Math.max(at, found.span.column - 1)) ?? 0 };
};

/** Which place of which block a place in the source has become: by line, the line's text and an offset in it. */
export type FindPlace = (
  line: number,
  source: string,
  at: number,
) => Readonly<{ id: string; at: number; text: string }> | null;

/** A way to find places of the source in what was recognised; those in tables are not found. */
export const placeFinder = ({ document, spans }: Recognition): FindPlace => {
  const texts = new Map(
    document.parts.flatMap(({ children }) =>
      children.map((block) => [block.id, block.type === 'table' ? '' : blockText(block)] as const),
    ),
  );
  const byLine = new Map<number, Place[]>();
  for (const [id, own] of spans)
    for (const span of own) {
      const places = byLine.get(span.line);
      const place = { id, span, text: texts.get(id) ?? '' };
      if (places) places.push(place);
      else byLine.set(span.line, [place]);
    }
  return (line, source, at) => {
    const place = placeOf(byLine.get(line) ?? [], source, at);
    return place && { ...place, text: texts.get(place.id) ?? '' };
  };
};
