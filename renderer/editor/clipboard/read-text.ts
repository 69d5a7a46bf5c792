import type { TableRow } from '../../../shared/document/block';
import { type PastedItem, type PastedTable, plainParagraph } from './pasted';

/** Lines of a plain text without white space around them; blank ones left out. */
export const textLines = (text: string): string[] =>
  text
    .split(/\r\n?|\n|\u2028/)
    .map((line) => line.replace(/\p{Cc}/gu, ' ').replace(/^[\s\u3000]+|[\s\u3000]+$/g, ''))
    .filter((line) => line !== '');

/** One cell; Excel puts one with a line break in it into quotation marks. */
const cellPattern = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/y;

/** Rows of a range of cells as Excel and WPS write it in plain text; null when the text is none. */
export const readCells = (text: string): string[][] | null => {
  if (!text.includes('\t')) return null;
  const rows: string[][] = [[]];
  cellPattern.lastIndex = 0;
  while (cellPattern.lastIndex < text.length) {
    const match = cellPattern.exec(text);
    if (!match) return null;
    const [, quoted, plain = '', end] = match;
    const content = quoted === undefined ? plain : quoted.replaceAll('""', '"');
    rows.at(-1)!.push(content.replace(/\r\n?/g, '\n').trim());
    if (end !== '\t' && cellPattern.lastIndex < text.length) rows.push([]);
    else if (end === '\t' && cellPattern.lastIndex === text.length) rows.at(-1)!.push('');
  }
  const width = rows[0]!.length;
  // Paragraphs that begin with a tab are no cells.
  const indented = rows.every(([first]) => first === '');
  return width > 1 && !indented && rows.every((row) => row.length === width) ? rows : null;
};

const row = (cells: readonly string[]): TableRow => ({
  type: 'row',
  children: cells.map((text) => ({ type: 'cell', children: [{ text }] })),
});

export const cellsTable = (cells: readonly (readonly string[])[]): PastedTable => ({
  kind: 'table',
  rows: cells.map(row),
});

/** A plain text as lines, or as a table where it is one. */
export const readText = (text: string): PastedItem[] => {
  const cells = readCells(text);
  return cells && cells.length > 1 ? [cellsTable(cells)] : textLines(text).map(plainParagraph);
};
