import { sliceStretch } from '../lines/stretch';
import type { ReadBlock } from './read-block';
import type { BodyParagraph } from './read-paragraphs';
import type { CellTable } from './rebuild-tables';
import { cellTableBlock } from './table-blocks';

/** Lines whose cells stand between tabs, as they come from a spreadsheet. */
export type TabTable = Readonly<{ to: number; rows: number; block: ReadBlock }>;

const longestCell = 120;
const fewestRows = 3;

const cellsOf = (paragraph: BodyParagraph): BodyParagraph[] => {
  const { text } = paragraph.stretch;
  const ends = [...text.matchAll(/\t/g)].map(({ index }) => index);
  return [...ends, text.length].map((end, at) => ({
    ...paragraph,
    stretch: sliceStretch(paragraph.stretch, at === 0 ? 0 : ends[at - 1]! + 1, end),
  }));
};

const isRow = ({ stretch, table, cell }: BodyParagraph): boolean =>
  !table && !cell && /\S\t/.test(stretch.text) && stretch.text.split('\t').every((text) => text.length <= longestCell);

/** A list of headings with the pages they stand on. */
const isContents = (rows: readonly (readonly BodyParagraph[])[]): boolean =>
  rows.every((row) => row.length === 2 && /^\d{1,3}$/.test(row[1]!.stretch.folded));

const readRun = (paragraphs: readonly BodyParagraph[], from: number, to: number): TabTable | null => {
  const rows = paragraphs.slice(from, to).map(cellsOf);
  const columns = Math.max(...rows.map((row) => row.length));
  const whole = rows.filter((row) => row.length === columns).length;
  if (rows.length < fewestRows || rows[0]!.length < columns || whole * 3 < rows.length * 2 || isContents(rows))
    return null;
  const cells: BodyParagraph[] = [];
  const table: CellTable = {
    headRows: rows[0]!.some(({ stretch }) => /^[\d.%]+$/.test(stretch.folded)) ? 0 : 1,
    uneven: [],
    rows: rows.map((row) => {
      const missing = Array.from({ length: columns - row.length }, () => ({ at: null }));
      const filled = row.map((cell) => ({ at: cells.push(cell) - 1 }));
      // A line that begins with tabs lacks its first cells, another one its last.
      return (row[0]!.stretch.spans[0]?.column ?? 1) > 1 ? [...missing, ...filled] : [...filled, ...missing];
    }),
  };
  return { to, rows: rows.length, block: cellTableBlock(cells, table) };
};

/** Tables of lines with tabs among the paragraphs of a part, by their first line. */
export const findTabTables = (paragraphs: readonly BodyParagraph[]): ReadonlyMap<number, TabTable> => {
  const found = new Map<number, TabTable>();
  for (let at = 0; at < paragraphs.length; at += 1) {
    let to = at;
    while (paragraphs[to] && isRow(paragraphs[to]!)) to += 1;
    const table = to > at ? readRun(paragraphs, at, to) : null;
    if (table) found.set(at, table);
    if (to > at) at = to - 1;
  }
  return found;
};
