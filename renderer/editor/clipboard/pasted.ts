import type { Level, TableRow } from '../../../shared/document/block';

/** A stretch of a text, from … up to. */
export type Stretch = readonly [start: number, end: number];

/** A paragraph of what is pasted, its number (if it has one) at the start of its text. */
export type PastedParagraph = Readonly<{
  kind: 'paragraph';
  text: string;
  bold: readonly Stretch[];
  /** The level of heading its source gives it. */
  heading: Level | null;
}>;
export type PastedTable = Readonly<{ kind: 'table'; rows: readonly TableRow[] }>;
export type PastedItem = PastedParagraph | PastedTable;

export const plainParagraph = (text: string): PastedParagraph => ({ kind: 'paragraph', text, bold: [], heading: null });
