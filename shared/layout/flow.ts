import type { Picture } from '../document/picture';
import type { CharacterStyleId, ParagraphStyleId } from './styles';

/**
 * The document as it is set: paragraphs and tables in order, with styles, everything derived written out
 * (numbers, attachment list, blank lines). Export writes it; nothing here knows a file format.
 */

/** A run of text with one look. `\n` is a line break, `\t` goes to the paragraph's next tab stop. */
export type FlowRun = Readonly<{
  text: string;
  style?: CharacterStyleId;
  bold?: true;
  /** Id of the block this run comes from, when it is not the paragraph's own (a unit note that runs on). */
  anchor?: string;
  /** A footnote: the words of the note; the run itself has no text, its number is that of the page. */
  footnote?: string;
  /** Type fitted to its room: size in points, width of the characters in percent (the red mark, a long 署名). */
  fitted?: Readonly<{ size: number; scale: number }>;
}>;

/** A picture in a paragraph of its own, which has no text. Twips. */
export type FlowPicture = Readonly<
  Pick<Picture, 'sha256' | 'mime' | 'altText' | 'crop'> & {
    width: number;
    height: number;
    /** Height of its line, the white above the picture, and the white below it: together whole lines of the grid. */
    line: number;
    after: number;
  }
>;

export type FlowParagraph = Readonly<{
  kind: 'paragraph';
  style: ParagraphStyleId;
  runs: readonly FlowRun[];
  picture?: FlowPicture;
  /** Id of the block the paragraph comes from. */
  anchor?: string;
  /** Its block is a run-in heading with nothing behind it yet, which no page shows. */
  opensText?: true;
  /** The number its first run begins with, of level 0 to 3, where it has the looks of its level. */
  number?: Readonly<{ label: string; level: number }>;
  pageBreakBefore?: true;
  /** Stays on the page of what follows; `false` where the style would keep it, but not here. */
  keepNext?: boolean;
  /** Twips; for what depends on the words (signature, attachment list), else the style says it. */
  indent?: Readonly<{ left?: number; right?: number; hanging?: number }>;
  /** `distribute` spreads the characters over the whole width (联合行文's organs, all equally wide). */
  align?: 'left' | 'center' | 'right' | 'distribute';
  /** Tab stops, twips from the left edge of the paragraph's room. */
  tabs?: readonly Readonly<{ at: number; align: 'left' | 'right' }>[];
  /** Exact height in twips where the style's does not fit (red head, text drawn together by 7.3.5.5). */
  exactLine?: number;
}>;

/** One cell of a complete grid: a cell covered by a row span stands there as `continued`. */
export type FlowCell = Readonly<{
  paragraphs: readonly FlowParagraph[];
  columns: number;
  vertical?: 'starts' | 'continued';
}>;
export type FlowRow = Readonly<{ header: boolean; mayBreak: boolean; cells: readonly FlowCell[] }>;
export type FlowTable = Readonly<{
  kind: 'table';
  columns: readonly number[];
  rows: readonly FlowRow[];
  /** Only for its columns: no rules, no margins, no height but its text's (organs and 署名 of a joint issue). */
  frame?: 'none';
}>;
/** A 专栏: one frame with a head and its content. */
export type FlowBox = Readonly<{ kind: 'box'; title?: FlowParagraph; content: readonly (FlowParagraph | FlowTable)[] }>;
/** Pages turned sideways (横排表格): they begin and end with a page; the page number stays where it is on the sheet. */
export type FlowLandscape = Readonly<{
  kind: 'landscape';
  content: readonly (FlowParagraph | FlowTable | FlowBox)[];
}>;
/**
 * 版记 (7.4), its foot on the last line of the type area of the last page. Each row's paragraphs stand between two
 * rules of the type area's width: thick above the first and below the last, thin between; `ruled` false: no rules.
 */
export type FlowImprint = Readonly<{
  kind: 'imprint';
  rows: readonly (readonly FlowParagraph[])[];
  ruled: boolean;
  /** On the last page where it has room; on the page behind the text; with a blank page between, both unnumbered. */
  page: 'last' | 'new' | 'after-blank';
}>;
export type FlowItem = FlowParagraph | FlowTable | FlowBox | FlowLandscape | FlowImprint;

/** What the first page of a 信函 has instead of its page number: lines above and below the text. */
export type FlowFirstPage = Readonly<{
  /** From `headTop` twips below the paper's edge on; the text begins below them. */
  head: readonly FlowParagraph[];
  headTop: number;
  /** The last of them ends `footBottom` twips above the paper's lower edge. */
  foot: readonly FlowParagraph[];
  footBottom: number;
}>;

/** A document as it is set, and what the clerk should know. */
export type LaidOut = Readonly<{
  items: readonly FlowItem[];
  /** Only of a 信函. */
  firstPage?: FlowFirstPage;
  messages: readonly string[];
}>;

/** A blank line of the grid. */
export const blankLine = (count = 1, keepNext = false): FlowParagraph[] =>
  Array.from({ length: count }, () => ({
    kind: 'paragraph',
    style: 'GwBlank',
    runs: [],
    ...(keepNext && { keepNext: true as const }),
  }));
