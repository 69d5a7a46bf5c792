import { footnoteMark } from '../../footnotes/footnote-mark';
import { typeAreaWidth } from '../gb9704';
import { type SetLine, setParagraph } from './set-paragraph';
import type { Setting } from './setting';
import type { SetNote, Strip } from './strip';

/** Its number takes one character whatever it is; that of the page is put in when pages are filled. */
const firstMark = footnoteMark(1);

/** A strip with its footnotes set over the width of the type area, whatever their signs stand in. */
export const withNotes = (strip: Strip, setting: Setting): Strip => {
  const noted = strip.lines.flatMap(({ line }) => line.notes ?? []);
  if (noted.length === 0) return strip;
  const notes = noted.map(({ text, block }) =>
    setParagraph(
      { kind: 'paragraph', style: 'FootnoteText', runs: [{ text: firstMark + text }] },
      setting,
      typeAreaWidth,
      block,
    ),
  );
  return { ...strip, notes };
};

/** The line of a note with its number on the page. */
export const numberNote = (line: SetLine, mark: string): SetLine => ({
  ...line,
  pieces: line.pieces.map((piece, at) =>
    at === 0 && piece.text.startsWith(firstMark) ? { ...piece, text: mark + piece.text.slice(1) } : piece,
  ),
});

export const noteHeight = (note: SetNote): number => note.reduce((sum, line) => sum + line.height, 0);

/** Room a strip needs at the foot of a page for its notes; above the first one on a page stands the separating line. */
export const noteRoom = ({ notes = [] }: Strip, hasNotes: boolean, separator: number): number => {
  const height = notes.reduce((sum, note) => sum + noteHeight(note), 0);
  return notes.length > 0 && !hasNotes ? height + separator : height;
};
