import type { SourceLead, SourceParagraph, SourceTable } from '../types';
import { type Stretch, stretchOfLine } from './stretch';

/** A source line that is not blank. */
export type SourceLine = Readonly<{
  line: number;
  stretch: Stretch;
  /** Printed width of the white space before the text, in half characters. */
  indentWidth: number;
  blankBefore: boolean;
  /** Nothing but its own text decides: a Word table. */
  table: SourceTable | null;
  /** What Word says of the paragraph, where the source is a Word file. */
  word: WordHints | null;
  /** The frame around a 专栏 in which a Word paragraph stands; null outside frames and in other sources. */
  frame: number | null;
}>;

/** Style, outline level (0 the highest), alignment and first sentence of a Word paragraph: evidence beside its text. */
export type WordHints = Readonly<{
  style: string;
  outline: number | null;
  centred: boolean;
  lead: SourceLead | null;
  /** How many blocks this app has written here; 0 in other files. */
  ownBlocks: number;
}>;

const wordHints = ({ style, outline, centred, lead, anchors }: SourceParagraph): WordHints | null =>
  style === undefined && outline === undefined && !centred && !lead && !anchors
    ? null
    : {
        style: style ?? '',
        outline: outline ?? null,
        centred: centred === true,
        lead: lead ?? null,
        ownBlocks: anchors?.length ?? 0,
      };

/** Habits of the source as a whole that tell a line's end from a paragraph's end. */
export type SourceLayout = Readonly<{
  /** Blank lines mean something: they do not stand between all lines. */
  blankEndsParagraph: boolean;
  /** Width at which lines were broken by hand; null when each line is a paragraph. */
  wrapWidth: number | null;
  /** Paragraphs begin with white space. */
  indented: boolean;
}>;

/** Nobody wraps lines narrower than this by hand (half characters): lines of like length are a list of short ones. */
const leastWrap = 40;

/** A wrapped line may end this many half characters early, where punctuation must not begin the next one. */
export const wrapSlack = 5;

/** Lines of a text file as paragraphs, numbered from 1. */
export const splitLines = (text: string): SourceParagraph[] =>
  text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r|\u2028|\f/)
    .map((line, index) => ({ line: index + 1, text: line }));

/** The lines with text (or a table) in them. */
export const toSourceLines = (paragraphs: readonly SourceParagraph[]): SourceLine[] => {
  const lines: SourceLine[] = [];
  let blankBefore = false;
  for (const paragraph of paragraphs) {
    const stretch = stretchOfLine(paragraph.line, paragraph.text);
    if (stretch.text === '' && !paragraph.table) {
      blankBefore = true;
      continue;
    }
    const before = paragraph.text.slice(0, (stretch.spans[0]?.column ?? 1) - 1);
    const indentWidth = before.length + before.replace(/[^\u0100-\uffff]/g, '').length;
    const { line, table = null, frame = null } = paragraph;
    lines.push({ line, stretch, indentWidth, blankBefore, table, word: wordHints(paragraph), frame });
    blankBefore = false;
  }
  return lines;
};

/** Width of a line as printed, in half characters: Chinese characters and punctuation count two. */
export const printedWidth = (line: SourceLine): number => {
  const wide = line.stretch.text.replace(/[^\u0100-\uffff]|[\u2018-\u201d]/g, '').length;
  return line.stretch.text.length + wide + line.indentWidth;
};

/** Looks at all lines together. A width counts as wrapped when over a third of the lines fill it. */
export const observeLayout = (lines: readonly SourceLine[]): SourceLayout => {
  const count = Math.max(lines.length, 1);
  const widths = lines.map(printedWidth);
  const widest = widths.reduce((most, width) => Math.max(most, width), 0);
  const full = widths.filter((width) => width >= widest - wrapSlack).length;
  return {
    blankEndsParagraph: lines.filter((line) => line.blankBefore).length < count * 0.6,
    wrapWidth: widest >= leastWrap && widest <= 140 && lines.length >= 8 && full > count / 3 ? widest : null,
    indented: lines.filter((line) => line.indentWidth >= 2).length > count * 0.2,
  };
};
