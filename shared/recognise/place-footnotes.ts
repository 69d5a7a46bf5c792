import type { Block } from '../document/block';
import type { SetAsideLine } from '../document/document';
import { blockText } from '../document/plain-text';
import { leavesWithNotes, type SourceNote } from './source-notes';
import type { Doubt, Recognition, SourceParagraph, SourceSpan } from './types';

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

/**
 * Puts the footnotes of a source's paragraphs into the blocks that were recognised. A note whose words were not taken
 * into the text is set aside and said. (Those in table cells come with their cells.)
 */
export const placeFootnotes = (recognition: Recognition, paragraphs: readonly SourceParagraph[]): Recognition => {
  const noted = paragraphs.filter(({ notes }) => notes);
  if (noted.length === 0) return recognition;
  const texts = new Map(
    recognition.document.parts.flatMap(({ children }) =>
      children.map((block) => [block.id, block.type === 'table' ? '' : blockText(block)] as const),
    ),
  );
  const byLine = new Map<number, Place[]>();
  for (const [id, spans] of recognition.spans)
    for (const span of spans)
      byLine.set(span.line, [...(byLine.get(span.line) ?? []), { id, span, text: texts.get(id) ?? '' }]);

  const placed = new Map<string, SourceNote[]>();
  const lost: SetAsideLine[] = [];
  for (const { line, text, notes = [] } of noted)
    for (const note of notes) {
      const place = placeOf(byLine.get(line) ?? [], text, note.at);
      if (place) placed.set(place.id, [...(placed.get(place.id) ?? []), { at: place.at, text: note.text }]);
      else lost.push({ line, text: `脚注：${note.text}` });
    }
  const withNotes = (block: Block): Block => {
    const notes = placed.get(block.id);
    if (!notes || block.type === 'table') return block;
    return {
      ...block,
      children: leavesWithNotes(
        blockText(block),
        notes.toSorted((a, b) => a.at - b.at),
      ),
    } as Block;
  };
  const doubts = lost.map(
    ({ line }): Doubt => ({
      line,
      blockId: null,
      message: `第${line}段：脚注所在的文字不在正文中，注文已另存，请核对。`,
    }),
  );
  const { document } = recognition;
  return {
    ...recognition,
    doubts: [...recognition.doubts, ...doubts].sort((first, second) => first.line - second.line),
    document: {
      ...document,
      parts: document.parts.map((part) => ({ ...part, children: part.children.map(withNotes) })),
      setAside: [...document.setAside, ...lost],
    },
  };
};
