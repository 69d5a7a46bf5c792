import {
  BookmarkEnd,
  BookmarkStart,
  FootnoteReferenceRun,
  HeightRule,
  type IRunOptions,
  LineRuleType,
  Paragraph,
  type ParagraphChild,
  RelativeVerticalPosition,
  Tab,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
} from 'docx';
import { assertNever } from '../../assert-never';
import type {
  FlowBox,
  FlowCell,
  FlowImprint,
  FlowItem,
  FlowLandscape,
  FlowParagraph,
  FlowRow,
  FlowRun,
  FlowTable,
} from '../../layout/flow';
import { cellMargin, frames } from '../../layout/frames';
import { imprint, pages, typeAreaWidth } from '../../layout/gb9704';

/** Hands out bookmark numbers, unique in one document and the same at every export of it, and gathers its footnotes. */
export type Anchors = { next: number; readonly footnotes: string[] };

/** Hidden bookmark of a block: ids hold no underscore, so names are as unique; Word allows them 40 characters. */
export const bookmarkName = (blockId: string): string => `_gw${blockId.replaceAll('-', '_').slice(-37)}`;

/** Characters whose face Word would guess from their neighbours: “”‘’…—·§×① and their like. */
const ambiguous = /[\u00a1-\u2e7f]/;

/** Text with tabs as Word has them: an element each, in one run. */
const runContent = (text: string): Pick<IRunOptions, 'text' | 'children'> =>
  text.includes('\t')
    ? { children: text.split('\t').flatMap((piece, at) => [...(at > 0 ? [new Tab()] : []), ...(piece ? [piece] : [])]) }
    : { text };

const textRun = (run: FlowRun, { footnotes }: Anchors): ParagraphChild[] => {
  if (run.footnote !== undefined) return [new FootnoteReferenceRun(footnotes.push(run.footnote))];
  return run.text.split('\n').map((text, line) => {
    const options: IRunOptions = {
      ...runContent(text),
      ...(line > 0 && { break: 1 }),
      ...(run.style && { style: run.style }),
      ...(run.bold && { bold: true }),
      ...(run.mark && { size: run.mark.size * 2, scale: run.mark.scale }),
      ...(ambiguous.test(text) && { font: { hint: 'eastAsia' } }),
    };
    return new TextRun(options);
  });
};

const anchored = (anchor: string | undefined, anchors: Anchors, content: ParagraphChild[]): ParagraphChild[] => {
  if (anchor === undefined) return content;
  const id = anchors.next++;
  const range = [new BookmarkStart(bookmarkName(anchor), id), new BookmarkEnd(id)] as [ParagraphChild, ParagraphChild];
  return [range[0], ...content, range[1]];
};

export const writeParagraph = (paragraph: FlowParagraph, anchors: Anchors): Paragraph => {
  const write = (run: FlowRun): ParagraphChild[] => textRun(run, anchors);
  const own = paragraph.runs.filter((run) => run.anchor === undefined);
  const notes = [...new Set(paragraph.runs.flatMap((run) => run.anchor ?? []))];
  return new Paragraph({
    style: paragraph.style,
    ...(paragraph.keepNext !== undefined && { keepNext: paragraph.keepNext }),
    ...(paragraph.pageBreakBefore && { pageBreakBefore: true }),
    ...(paragraph.indent && { indent: paragraph.indent }),
    ...(paragraph.align && { alignment: paragraph.align }),
    ...(paragraph.tabs && { tabStops: paragraph.tabs.map(({ at, align }) => ({ position: at, type: align })) }),
    ...(paragraph.exactLine && { spacing: { line: paragraph.exactLine, lineRule: LineRuleType.EXACT } }),
    children: [
      ...anchored(paragraph.anchor, anchors, own.flatMap(write)),
      ...notes.flatMap((anchor) =>
        anchored(anchor, anchors, paragraph.runs.filter((run) => run.anchor === anchor).flatMap(write)),
      ),
    ],
  });
};

const thin = { style: 'single', size: 4, color: '000000', space: 0 } as const;
const none = { style: 'none', size: 0, color: 'auto', space: 0 } as const;
const outer = { top: thin, bottom: thin, left: thin, right: thin };
const cellMargins = (sides: number) => ({
  marginUnitType: WidthType.DXA,
  left: sides,
  right: sides,
  top: 0,
  bottom: 0,
});

const writeCell = (cell: FlowCell, width: number, anchors: Anchors): TableCell =>
  new TableCell({
    children: cell.paragraphs.map((paragraph) => writeParagraph(paragraph, anchors)),
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    ...(cell.columns > 1 && { columnSpan: cell.columns }),
    ...(cell.vertical && {
      verticalMerge: cell.vertical === 'starts' ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE,
    }),
  });

const writeRow = (row: FlowRow, { columns, frame }: FlowTable, anchors: Anchors): TableRow => {
  let column = 0;
  return new TableRow({
    cantSplit: !row.mayBreak,
    ...(row.header && { tableHeader: true }),
    ...(!frame && { height: { value: frames.rowHeight, rule: HeightRule.ATLEAST } }),
    children: row.cells.map((cell) => {
      const width = columns.slice(column, column + cell.columns).reduce((sum, part) => sum + part, 0);
      column += cell.columns;
      return writeCell(cell, width, anchors);
    }),
  });
};

const grid = (columns: readonly number[]) => ({
  width: { size: columns.reduce((sum, part) => sum + part, 0), type: WidthType.DXA },
  columnWidths: columns,
  layout: TableLayoutType.FIXED,
  indent: { size: 0, type: WidthType.DXA },
});

const noRules = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };

const writeTable = (table: FlowTable, anchors: Anchors): Table =>
  new Table({
    ...grid(table.columns),
    margins: cellMargins(cellMargin(table)),
    borders: table.frame === 'none' ? noRules : { ...outer, insideHorizontal: thin, insideVertical: thin },
    rows: table.rows.map((row) => writeRow(row, table, anchors)),
  });

/** A 专栏: one frame of one column; its content may break across pages, its head stays with the first lines. */
const writeBox = (box: FlowBox, anchors: Anchors): Table => {
  const row = (children: (Paragraph | Table)[], cantSplit: boolean): TableRow =>
    new TableRow({
      cantSplit,
      children: [new TableCell({ children, width: { size: typeAreaWidth, type: WidthType.DXA } })],
    });
  const content = box.content.map((item) =>
    item.kind === 'paragraph' ? writeParagraph(item, anchors) : writeTable(item, anchors),
  );
  // A cell ends with a paragraph.
  if (box.content.at(-1)?.kind !== 'paragraph') content.push(new Paragraph({ style: 'GwTableGap' }));
  return new Table({
    ...grid([typeAreaWidth]),
    margins: cellMargins(frames.boxMargin),
    borders: { ...outer, insideHorizontal: none, insideVertical: none },
    rows: [...(box.title ? [row([writeParagraph(box.title, anchors)], true)] : []), row(content, false)],
  });
};

/** Points as the eighths Word counts rules in. */
const ruleOf = (points: number) =>
  ({ style: 'single', size: Math.round(points * 8), color: '000000', space: 0 }) as const;

/**
 * 版记: a table that floats to the foot of the type area of the page its anchor, the paragraph behind it, stands on.
 * That paragraph is as low as can be, so that it needs no page of its own.
 */
const writeImprint = (item: FlowImprint, anchors: Anchors): (Paragraph | Table)[] => {
  const outerRule = item.ruled ? ruleOf(imprint.outerRule) : none;
  return [
    new Table({
      ...grid([typeAreaWidth]),
      float: {
        // From the paper's edge: LibreOffice lets a table of full width float only then.
        horizontalAnchor: TableAnchorType.PAGE,
        verticalAnchor: TableAnchorType.MARGIN,
        absoluteHorizontalPosition: pages.standard.left,
        relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
        leftFromText: 0,
        rightFromText: 0,
        topFromText: 0,
        bottomFromText: 0,
      },
      margins: cellMargins(0),
      borders: {
        top: outerRule,
        bottom: outerRule,
        left: none,
        right: none,
        insideVertical: none,
        insideHorizontal: item.ruled ? ruleOf(imprint.innerRule) : none,
      },
      rows: item.rows.map(
        (paragraphs) =>
          new TableRow({
            cantSplit: true,
            children: [
              new TableCell({
                children: paragraphs.map((paragraph) => writeParagraph(paragraph, anchors)),
                width: { size: typeAreaWidth, type: WidthType.DXA },
              }),
            ],
          }),
      ),
    }),
    new Paragraph({ style: 'GwTableGap', spacing: { line: 20, lineRule: LineRuleType.EXACT } }),
  ];
};

/** One item of the text as the docx package's paragraphs and tables; turned pages are sections of their own. */
export const writeItem = (item: Exclude<FlowItem, FlowLandscape>, anchors: Anchors): (Paragraph | Table)[] => {
  switch (item.kind) {
    case 'paragraph':
      return [writeParagraph(item, anchors)];
    case 'table':
      return [writeTable(item, anchors)];
    case 'box':
      return [writeBox(item, anchors)];
    case 'imprint':
      return writeImprint(item, anchors);
    default:
      return assertNever(item);
  }
};
