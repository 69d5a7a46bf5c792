import type { Block } from '../document/block';
import type { SetAsideLine } from '../document/document';
import { blockText } from '../document/plain-text';
import { placeFinder } from './place-finder';
import { leavesWithNotes, type SourceNote } from './source-marks';
import type { Doubt, Recognition, SourceParagraph } from './types';

/**
 * Puts the footnotes of a source's paragraphs into the blocks that were recognised. A note whose words were not taken
 * into the text is set aside and said. (Those in table cells come with their cells.)
 */
export const placeFootnotes = (recognition: Recognition, paragraphs: readonly SourceParagraph[]): Recognition => {
  const noted = paragraphs.filter(({ notes }) => notes);
  if (noted.length === 0) return recognition;
  const find = placeFinder(recognition);
  const placed = new Map<string, SourceNote[]>();
  const lost: SetAsideLine[] = [];
  for (const { line, text, notes = [] } of noted)
    for (const note of notes) {
      const place = find(line, text, note.at);
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
