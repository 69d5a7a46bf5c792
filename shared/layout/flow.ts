import type { CharacterStyleId, ParagraphStyleId } from './styles';

/**
 * The document as it is set: paragraphs and tables in order, with styles, everything derived written out
 * (numbers, attachment list, blank lines). Export writes it; nothing here knows a file format.
 */

/** A run of text with one look. `\n` is a line break. */
export type FlowRun = Readonly<{
  text: string;
  style?: CharacterStyleId;
  bold?: true;
  /** Id of the block this run comes from, when it is not the paragraph's own (a unit note that runs on). */
  anchor?: string;
  /** A footnote: the words of the note; the run itself has no text, its number is that of the page. */
  footnote?: string;
  /** Red head only: size in points, width in percent, face. */
  mark?: Readonly<{ size: number; scale: number }>;
}>;

export type FlowParagraph = Readonly<{
  kind: 'paragraph';
  style: ParagraphStyleId;
  runs: readonly FlowRun[];
  /** Id of the block the paragraph comes from. */
  anchor?: string;
  pageBreakBefore?: true;
  keepNext?: true;
  /** Twips; for what depends on the words (signature, attachment list), else the style says it. */
  indent?: Readonly<{ left?: number; right?: number; hanging?: number }>;
  align?: 'left' | 'center' | 'right';
  /** Exact height in twips where the style's does not fit (red head). */
  exactLine?: number;
}>;

/** One cell of a complete grid: a cell covered by a row span stands there as `continued`. */
export type FlowCell = Readonly<{
  paragraphs: readonly FlowParagraph[];
  columns: number;
  vertical?: 'starts' | 'continued';
}>;
export type FlowRow = Readonly<{ header: boolean; mayBreak: boolean; cells: readonly FlowCell[] }>;
export type FlowTable = Readonly<{ kind: 'table'; columns: readonly number[]; rows: readonly FlowRow[] }>;
/** A 专栏: one frame with a head and its content. */
export type FlowBox = Readonly<{ kind: 'box'; title?: FlowParagraph; content: readonly (FlowParagraph | FlowTable)[] }>;
export type FlowItem = FlowParagraph | FlowTable | FlowBox;

/** A blank line of the grid. */
export const blankLine = (count = 1, keepNext = false): FlowParagraph[] =>
  Array.from({ length: count }, () => ({
    kind: 'paragraph',
    style: 'GwBlank',
    runs: [],
    ...(keepNext && { keepNext: true as const }),
  }));
