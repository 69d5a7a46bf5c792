import { assertNever } from '../../assert-never';
import type { FlowBox, FlowCell, FlowImprint, FlowItem, FlowLandscape, FlowRow, FlowTable } from '../../layout/flow';
import { cellMargin, frames } from '../../layout/frames';
import { imprint, pages, typeAreaWidth } from '../../layout/gb9704';
import { type Anchors, paragraphXml } from './write-paragraph';

type Side = 'top' | 'left' | 'bottom' | 'right' | 'insideH' | 'insideV';
const sides: readonly Side[] = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];

/** Rules in eighths of a point; a side that is not named has none. */
const bordersXml = (rules: Partial<Record<Side, number>>): string =>
  `<w:tblBorders>${sides
    .map((side) =>
      rules[side]
        ? `<w:${side} w:val="single" w:sz="${rules[side]}" w:space="0" w:color="000000"/>`
        : `<w:${side} w:val="none" w:sz="0" w:space="0" w:color="auto"/>`,
    )
    .join('')}</w:tblBorders>`;

const marginsXml = (left: number): string =>
  `<w:tblCellMar><w:top w:type="dxa" w:w="0"/><w:left w:type="dxa" w:w="${left}"/>` +
  `<w:bottom w:type="dxa" w:w="0"/><w:right w:type="dxa" w:w="${left}"/></w:tblCellMar>`;

type TableLooks = Readonly<{
  columns: readonly number[];
  rules: Partial<Record<Side, number>>;
  margins: number;
  /** Where it floats. */
  position?: string;
}>;

const tableXml = ({ columns, rules, margins, position = '' }: TableLooks, rows: string): string =>
  `<w:tbl><w:tblPr>${position}<w:tblW w:type="dxa" w:w="${columns.reduce((sum, part) => sum + part, 0)}"/>` +
  `<w:tblInd w:type="dxa" w:w="0"/>${bordersXml(rules)}<w:tblLayout w:type="fixed"/>${marginsXml(margins)}</w:tblPr>` +
  `<w:tblGrid>${columns.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${rows}</w:tbl>`;

const cellXml = (width: number, content: string, looks = ''): string =>
  `<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="${width}"/>${looks}</w:tcPr>${content}</w:tc>`;

const rowXml = (looks: string, cells: string): string =>
  `<w:tr>${looks ? `<w:trPr>${looks}</w:trPr>` : ''}${cells}</w:tr>`;
const whole = '<w:cantSplit/>';

const tableCellXml = (cell: FlowCell, width: number, anchors: Anchors): string =>
  cellXml(
    width,
    cell.paragraphs.map((paragraph) => paragraphXml(paragraph, anchors)).join(''),
    (cell.columns > 1 ? `<w:gridSpan w:val="${cell.columns}"/>` : '') +
      (cell.vertical ? `<w:vMerge w:val="${cell.vertical === 'starts' ? 'restart' : 'continue'}"/>` : '') +
      '<w:vAlign w:val="center"/>',
  );

const tableRowXml = (row: FlowRow, { columns, frame }: FlowTable, anchors: Anchors): string => {
  let column = 0;
  const cells = row.cells.map((cell) => {
    const width = columns.slice(column, column + cell.columns).reduce((sum, part) => sum + part, 0);
    column += cell.columns;
    return tableCellXml(cell, width, anchors);
  });
  const looks =
    (row.mayBreak ? '' : whole) +
    (frame ? '' : `<w:trHeight w:val="${frames.rowHeight}" w:hRule="atLeast"/>`) +
    (row.header ? '<w:tblHeader/>' : '');
  return rowXml(looks, cells.join(''));
};

/** Rules of half a point. */
const thin = 4;
const outer = { top: thin, bottom: thin, left: thin, right: thin };

const writeTable = (table: FlowTable, anchors: Anchors): string =>
  tableXml(
    {
      columns: table.columns,
      rules: table.frame === 'none' ? {} : { ...outer, insideH: thin, insideV: thin },
      margins: cellMargin(table),
    },
    table.rows.map((row) => tableRowXml(row, table, anchors)).join(''),
  );

/** As low as can be: behind a table at the end of a cell or a section, where Word wants a paragraph. */
const lowParagraphXml = (looks = ''): string =>
  `<w:p><w:pPr><w:pStyle w:val="GwTableGap"/>${looks}<w:spacing w:line="20" w:lineRule="exact"/></w:pPr></w:p>`;
const gap = '<w:p><w:pPr><w:pStyle w:val="GwTableGap"/></w:pPr></w:p>';

/** A 专栏: one frame of one column; its content may break across pages, its head stays with the first lines. */
const writeBox = (box: FlowBox, anchors: Anchors): string => {
  const head = box.title ? rowXml(whole, cellXml(typeAreaWidth, paragraphXml(box.title, anchors))) : '';
  const content = box.content.map((item) =>
    item.kind === 'paragraph' ? paragraphXml(item, anchors) : writeTable(item, anchors),
  );
  // A cell ends with a paragraph.
  if (box.content.at(-1)?.kind !== 'paragraph') content.push(gap);
  return tableXml(
    { columns: [typeAreaWidth], rules: outer, margins: frames.boxMargin },
    head + rowXml('', cellXml(typeAreaWidth, content.join(''))),
  );
};

/** Points as the eighths Word counts rules in. */
const eighths = (points: number): number => Math.round(points * 8);

/**
 * 版记: a table that floats to the foot of the type area of the page its anchor, the paragraph behind it, stands on.
 * That paragraph is as low as can be, so that it needs no page of its own.
 * One more begins a page of its own: LibreOffice sees no break in front of a table that floats.
 */
const writeImprint = (item: FlowImprint, anchors: Anchors): string =>
  (item.page === 'last' ? '' : lowParagraphXml('<w:pageBreakBefore/>')) +
  tableXml(
    {
      columns: [typeAreaWidth],
      rules: item.ruled
        ? {
            top: eighths(imprint.outerRule),
            bottom: eighths(imprint.outerRule),
            insideH: eighths(imprint.innerRule),
          }
        : {},
      margins: 0,
      // From the paper's edge: LibreOffice lets a table of full width float only then.
      position:
        '<w:tblpPr w:leftFromText="0" w:rightFromText="0" w:topFromText="0" w:bottomFromText="0" w:vertAnchor="margin" ' +
        `w:horzAnchor="page" w:tblpX="${pages.standard.left}" w:tblpYSpec="bottom"/>`,
    },
    item.rows
      .map((row) =>
        rowXml(whole, cellXml(typeAreaWidth, row.map((paragraph) => paragraphXml(paragraph, anchors)).join(''))),
      )
      .join(''),
  ) +
  lowParagraphXml();

/** One item of the text as WordprocessingML; turned pages are sections of their own. */
export const writeItem = (item: Exclude<FlowItem, FlowLandscape>, anchors: Anchors): string => {
  switch (item.kind) {
    case 'paragraph':
      return paragraphXml(item, anchors);
    case 'table':
      return writeTable(item, anchors);
    case 'box':
      return writeBox(item, anchors);
    case 'imprint':
      return writeImprint(item, anchors);
    default:
      return assertNever(item);
  }
};

/** A section's content with what it says of its pages in its last paragraph, where all but the last section keep it. */
export const endSection = (content: string, sectionProperties: string): string => {
  const text = content.endsWith('</w:p>') ? content : content + gap;
  const at = text.indexOf('</w:pPr>', text.lastIndexOf('<w:p>'));
  return text.slice(0, at) + sectionProperties + text.slice(at);
};
