import { createId } from '../document/block-id';
import type { ReviewKind } from '../document/review-item';
import { footnoteSign, type TextLeaf } from '../document/text';

/** A footnote of a source: behind how many characters of its text it stands. */
export type SourceNote = Readonly<{ at: number; text: string }>;

/** A comment or tracked change of a source: behind how many characters of its text it stands (an addition: ends). */
export type SourceMark = Readonly<{
  at: number;
  kind: Exclude<ReviewKind, 'guess'>;
  text: string;
  by: string;
  /** A removal that took a whole paragraph away, mark and all. */
  whole?: true;
}>;

/** What a marker in text stands for that is not yet a paragraph. */
export type OpenMark = Readonly<{ kind: 'note'; text: string }> | Omit<SourceMark, 'at'>;

/** Stands for a footnote or another mark while the text around it is read; no XML may hold this character. */
export const marker = '\ufffe';

/** Two stretches of one change that Word has written apart. */
const joined = (first: SourceMark, second: SourceMark): SourceMark | null => {
  if (first.kind === 'comment' || first.kind !== second.kind || first.by !== second.by || second.whole) return null;
  const gap = second.at - first.at - (second.kind === 'added' ? second.text.length : 0);
  return gap === 0 ? { ...second, text: first.text + second.text } : null;
};

/** The text without its markers, and the footnotes and marks they stood for, taken from `open` in order. */
export const takeMarks = (
  marked: string,
  open: OpenMark[],
): Readonly<{ text: string; notes?: readonly SourceNote[]; marks?: readonly SourceMark[] }> => {
  const [first = '', ...rest] = marked.split(marker);
  let text = first;
  const notes: SourceNote[] = [];
  const marks: SourceMark[] = [];
  for (const piece of rest) {
    const mark = open.shift();
    if (mark?.kind === 'note') notes.push({ at: text.length, text: mark.text });
    else if (mark && (mark.text !== '' || mark.kind === 'comment')) {
      const next = { ...mark, at: text.length };
      const both = marks.length > 0 ? joined(marks.at(-1)!, next) : null;
      if (both) marks[marks.length - 1] = both;
      else marks.push(next);
    }
    text += piece;
  }
  return { text, ...(notes.length > 0 && { notes }), ...(marks.length > 0 && { marks }) };
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
