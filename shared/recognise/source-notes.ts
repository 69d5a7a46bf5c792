import { createId } from '../document/block-id';
import { footnoteSign, type TextLeaf } from '../document/text';

/** A footnote of a source: behind how many characters of its text it stands. */
export type SourceNote = Readonly<{ at: number; text: string }>;

/** Stands for a footnote while the text around it is read; no XML may hold this character. */
export const noteMarker = '\ufffe';

/** The text without its markers, and the notes they stood for, taken from `notes` in order. */
export const takeNotes = (
  marked: string,
  notes: string[],
): Readonly<{ text: string; notes?: readonly SourceNote[] }> => {
  const [first = '', ...rest] = marked.split(noteMarker);
  let text = first;
  const found = rest.map((piece): SourceNote => {
    const note = { at: text.length, text: notes.shift() ?? '' };
    text += piece;
    return note;
  });
  return found.length > 0 ? { text, notes: found } : { text };
};

/** Leaves of a text with footnotes in it; `notes` in order. */
export const leavesWithNotes = (text: string, notes: readonly SourceNote[] = []): TextLeaf[] => {
  const leaves: TextLeaf[] = [];
  let from = 0;
  for (const note of notes) {
    const to = Math.min(Math.max(note.at, from), text.length);
    if (to > from) leaves.push({ text: text.slice(from, to) });
    leaves.push({ text: footnoteSign, footnote: { id: createId(), text: note.text } });
    from = to;
  }
  if (from < text.length || leaves.length === 0) leaves.push({ text: text.slice(from) });
  return leaves;
};
