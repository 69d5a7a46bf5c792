import { createId } from '../document/block-id';
import type { ReviewKind } from '../document/review-item';
import { footnoteSign, type Placeholder, type TextLeaf } from '../document/text';

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

/** How a run looks by what it says itself and by its character style; null: as its paragraph does. */
export type RunLook = Readonly<{ bold: boolean | null; face: string | null; style: string }>;

/** A stretch of a source's text, and how it looks. */
export type SourceRun = RunLook & Readonly<{ start: number; end: number }>;

/** A stretch of a source's text that is set off: in bold, or still to be written. */
export type SourceLook = Readonly<{ start: number; end: number; bold?: true; placeholder?: Placeholder }>;

/** What a marker in text stands for that is not yet a paragraph; a run's stands behind its characters. */
export type OpenMark =
  | Readonly<{ kind: 'note'; text: string }>
  | Readonly<{ kind: 'run'; length: number; look: RunLook }>
  | Omit<SourceMark, 'at'>;

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
): Readonly<{
  text: string;
  notes?: readonly SourceNote[];
  marks?: readonly SourceMark[];
  runs?: readonly SourceRun[];
}> => {
  const [first = '', ...rest] = marked.split(marker);
  let text = first;
  const notes: SourceNote[] = [];
  const marks: SourceMark[] = [];
  const runs: SourceRun[] = [];
  for (const piece of rest) {
    const mark = open.shift();
    if (mark?.kind === 'note') notes.push({ at: text.length, text: mark.text });
    else if (mark?.kind === 'run') runs.push({ ...mark.look, start: text.length - mark.length, end: text.length });
    else if (mark && (mark.text !== '' || mark.kind === 'comment')) {
      const next = { ...mark, at: text.length };
      const both = marks.length > 0 ? joined(marks.at(-1)!, next) : null;
      if (both) marks[marks.length - 1] = both;
      else marks.push(next);
    }
    text += piece;
  }
  return {
    text,
    ...(notes.length > 0 && { notes }),
    ...(marks.length > 0 && { marks }),
    ...(runs.length > 0 && { runs }),
  };
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

/** The leaves with stretches of their text set off; offsets do not count the signs of footnotes. */
export const markLeaves = (leaves: readonly TextLeaf[], looks: readonly SourceLook[] = []): TextLeaf[] => {
  const marked: TextLeaf[] = [];
  let offset = 0;
  for (const leaf of leaves) {
    if (leaf.footnote) {
      marked.push(leaf);
      continue;
    }
    const end = offset + leaf.text.length;
    let at = offset;
    const put = (to: number, look: Pick<SourceLook, 'bold' | 'placeholder'>): void => {
      if (to > at) marked.push({ ...leaf, text: leaf.text.slice(at - offset, to - offset), ...look });
      at = Math.max(at, to);
    };
    for (const { start, end: to, ...look } of looks) {
      if (to <= at || start >= end) continue;
      put(start, {});
      put(Math.min(to, end), look);
    }
    put(end, {});
    if (leaf.text === '') marked.push(leaf);
    offset = end;
  }
  return marked;
};
