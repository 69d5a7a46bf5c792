import { childOf, childrenOf, isElement, isOn, type XmlElement } from '../../file/parse-xml';
import { looksOfCell } from '../place-looks';
import type { SourceLook, SourceMark, SourceNote } from '../source-marks';
import type { SourceParagraph } from '../types';
import type { DocxReport } from './docx-report';
import { isSilent } from './silent';

/** What belongs to a table as a whole. */
type Collected = Readonly<{ anchors: string[]; marks: SourceMark[]; pictures: SourceParagraph[] }>;

type Cell = {
  text: string;
  colSpan?: number;
  rowSpan?: number;
  notes?: readonly SourceNote[];
  looks?: readonly SourceLook[];
  kind?: 'number' | 'text';
};

/** What a table needs of the reader of the body in which it stands. */
export type BlockReader = Readonly<{
  report: DocxReport;
  /** What was read, in order. */
  paragraphs: SourceParagraph[];
  readBlocks(parent: XmlElement): void;
  /** Closes a paragraph that would run on in the next one. */
  flush(): void;
}>;

/** Elements of a name in a table or a row, also inside content controls and tracked changes. */
const within = (parent: XmlElement, name: 'tr' | 'tc', report: DocxReport): XmlElement[] =>
  parent.children.filter(isElement).flatMap((child) => {
    if (child.name === name) return [child];
    return isSilent(child) || report.isDropped(child) ? [] : within(child, name, report);
  });

/** All text below an element, for a first look. */
const rawText = (element: XmlElement): string =>
  element.children.map((child) => (isElement(child) ? rawText(child) : child)).join('');

/**
 * The cells of a table of one column whose first paragraph begins with 专栏: it only draws the frame around it.
 * Null for other tables.
 */
export const framedCells = (table: XmlElement, report: DocxReport): readonly XmlElement[] | null => {
  const cells = within(table, 'tr', report).map((row) => within(row, 'tc', report));
  const first = cells[0]?.[0] && childOf(cells[0][0], 'p');
  if (!first || cells.some((row) => row.length !== 1)) return null;
  return /^专\s*栏/.test(rawText(first).trim()) ? cells.flat() : null;
};

/** A table of our own exports that only places lines: organs and signatures of a joint issue, 版记. */
export const readPlacedLines = (table: XmlElement, reader: BlockReader): boolean => {
  const cells = within(table, 'tr', reader.report).flatMap((row) => within(row, 'tc', reader.report));
  const styleOf = (paragraph: XmlElement): string => childOf(childOf(paragraph, 'pPr'), 'pStyle')?.attributes.val ?? '';
  const styles = cells.flatMap((cell) => childrenOf(cell, 'p').map(styleOf));
  if (!styles.some((style) => /^Gw(?:Mark|Sign|Imprint)$/.test(style))) return false;
  const before = reader.paragraphs.length;
  for (const cell of cells) reader.readBlocks(cell);
  reader.flush();
  const read = reader.paragraphs.splice(before).filter(({ text }) => text.trim() !== '');
  if (!styles.includes('GwMark')) reader.paragraphs.push(...read);
  else {
    // 文件 stands beside the stack of organs.
    const [first] = read;
    const organs = read.map(({ text }) => text.trim()).filter((text) => text !== '文件');
    if (first) reader.paragraphs.push({ ...first, text: `${organs.join('、')}文件` });
  }
  return true;
};

/** Paragraphs of a cell joined by line feeds; they count as lines like any other, their anchors are the table's. */
const readCell = (
  cell: XmlElement,
  { anchors, marks, pictures }: Collected,
  reader: BlockReader,
  head: boolean,
): Pick<Cell, 'text' | 'notes' | 'looks' | 'kind'> => {
  const before = reader.paragraphs.length;
  reader.readBlocks(cell);
  reader.flush();
  const notes: SourceNote[] = [];
  const looks: SourceLook[] = [];
  let text = '';
  const read = reader.paragraphs.splice(before);
  const kind = read.find(({ cellKind }) => cellKind)?.cellKind;
  pictures.push(...read.filter(({ picture }) => picture));
  for (const [at, paragraph] of read.filter(({ picture }) => !picture).entries()) {
    const rows = paragraph.table?.rows;
    anchors.push(...(paragraph.anchors ?? []));
    marks.push(...(paragraph.marks ?? []));
    if (at > 0) text += '\n';
    const from = text.length;
    text += rows?.map((row) => row.map((inner) => inner.text).join(' ')).join('\n') ?? paragraph.text;
    for (const note of paragraph.notes ?? []) notes.push({ ...note, at: from + note.at });
    for (const look of looksOfCell(paragraph, head))
      looks.push({ ...look, start: from + look.start, end: from + look.end });
    // Of a table in the cell the words alone are kept; its notes stand behind them.
    for (const note of rows?.flatMap((row) => row.flatMap((inner) => inner.notes ?? [])) ?? [])
      notes.push({ ...note, at: text.length });
  }
  const start = text.length - text.trimStart().length;
  const trimmed = text.trim();
  const within = (at: number): number => Math.min(Math.max(at - start, 0), trimmed.length);
  const placed = notes.map((note) => ({ ...note, at: within(note.at) }));
  const marked = looks.map((look) => ({ ...look, start: within(look.start), end: within(look.end) }));
  return {
    text: trimmed,
    ...(placed.length > 0 && { notes: placed }),
    ...(marked.length > 0 && { looks: marked }),
    ...(kind && { kind }),
  };
};

const given = ({ anchors, marks }: Collected): Partial<SourceParagraph> => ({
  ...(anchors.length > 0 && { anchors }),
  ...(marks.length > 0 && { marks }),
});

/** Reads a table as one entry with its cells, and its pictures behind it; nothing when no row of it is left. */
export const readTable = (table: XmlElement, reader: BlockReader): readonly SourceParagraph[] => {
  const { report } = reader;
  const line = report.line + 1;
  const rows: Cell[][] = [];
  let headRows = 0;
  const collected: Collected = { anchors: [], marks: [], pictures: [] };
  /** The open vertical merge of each grid column. */
  const merges = new Map<number, Cell>();
  for (const row of within(table, 'tr', report)) {
    let column = Number(childOf(childOf(row, 'trPr'), 'gridBefore')?.attributes.val ?? 0);
    const cells: Cell[] = [];
    const head = headRows === rows.length && isOn(childOf(row, 'trPr'), 'tblHeader');
    for (const cell of within(row, 'tc', report)) {
      const properties = childOf(cell, 'tcPr');
      const span = Math.max(1, Number(childOf(properties, 'gridSpan')?.attributes.val ?? 1) || 1);
      const merge = childOf(properties, 'vMerge');
      const above = merges.get(column);
      const text = readCell(cell, collected, reader, head);
      if (merge && merge.attributes.val !== 'restart' && above) {
        above.rowSpan = (above.rowSpan ?? 1) + 1;
        // Word hides what stands in a covered cell; here it is seen.
        if (text.text !== '') above.text += `\n${text.text}`;
      } else {
        const read: Cell = { ...text, ...(span > 1 && { colSpan: span }) };
        cells.push(read);
        if (merge) merges.set(column, read);
        else merges.delete(column);
      }
      column += span;
    }
    // A row deleted in revision is read all the same, because its paragraphs count.
    if (cells.length === 0) continue;
    if (report.isTakenAway(childOf(row, 'trPr'))) {
      report.setAsideChange('修订中删去的表格行', cells.map(({ text }) => text).join(' '));
      continue;
    }
    if (head) headRows += 1;
    rows.push(cells);
  }
  const { pictures } = collected;
  if (rows.length === 0) return pictures;
  if (pictures.length > 0) report.skip('表格里的图片放到了表格后面，请核对');
  const heads = headRows > 0 && { headRows };
  return [{ line, text: '', table: { rows, ...heads }, ...given(collected) }, ...pictures];
};
