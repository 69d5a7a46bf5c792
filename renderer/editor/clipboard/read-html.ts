import type { Level, TableRow } from '../../../shared/document/block';
import { formatNumber } from '../../../shared/numbering/compute-labels';
import { fold } from '../../../shared/recognise/lines/fold';
import { dashLength, readNumber } from '../../../shared/recognise/lines/number-pattern';
import { readGrid, writeGrid } from '../tables/table-grid';
import {
  attribute,
  beginningOf,
  children,
  type HtmlNode,
  isSilent,
  property,
  readStyleSheet,
  type StyleSheet,
  styleOf,
  textOf,
} from './html-node';
import { ParagraphWriter } from './paragraph-writer';
import type { PastedItem } from './pasted';

const blocks: ReadonlySet<string> = new Set([
  ...['P', 'DIV', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'LI', 'UL', 'OL', 'DL', 'DT', 'DD', 'BLOCKQUOTE', 'PRE'],
  ...['SECTION', 'ARTICLE', 'HEADER', 'FOOTER', 'MAIN', 'ASIDE', 'NAV', 'FIGURE', 'FIGCAPTION', 'ADDRESS', 'CENTER'],
  ...['FORM', 'FIELDSET', 'HR', 'BODY', 'TR', 'TD', 'TH', 'CAPTION', 'DETAILS', 'SUMMARY'],
]);

/** What holds for everything inside an element. */
type Context = Readonly<{ bold: boolean; pre: boolean; list: List | null; pictorial: boolean }>;
type List = {
  readonly ordered: boolean;
  readonly depth: number;
  readonly bare: boolean;
  readonly chinese: boolean;
  next: number;
};

const readLevel = (value: number): Level | null => (value >= 1 && value <= 9 ? (Math.min(value, 4) as Level) : null);

const headingOf = (name: string, style: string): Level | null =>
  readLevel(/^H[1-6]$/.test(name) ? Number(name[1]) : Number.parseInt(property(style, 'mso-outline-level'), 10));

const isBold = (name: string, style: string, before: boolean): boolean => {
  const weight = property(style, 'font-weight');
  if (weight !== '') return /^(?:bold|bolder|[6-9]00)/.test(weight);
  return before || name === 'B' || name === 'STRONG' || name === 'TH' || /^H[1-6]$/.test(name);
};

/** Fonts that draw pictures instead of letters. */
const isPictorial = (style: string, before: boolean): boolean => {
  const font = property(style, 'font-family');
  return font === '' ? before : /wingdings|webdings|symbol/.test(font);
};

/** Whether the number Word wrote before a list item is a dot, or a letter of a font that draws one. */
const isBullet = (text: string, pictorial: boolean): boolean =>
  /^[^\p{L}\p{N}（([【第—–-]*$/u.test(text) || (text.length === 1 && pictorial);

/** Reads what Word, WPS, Excel or a web page put on the clipboard. Nothing of it is run or loaded. */
export const readHtml = (root: HtmlNode): PastedItem[] => {
  const sheet = readStyleSheet(root);
  const writer = new ParagraphWriter();
  readInto(writer, root, sheet, { bold: false, pre: false, list: null, pictorial: false });
  writer.end();
  return writer.items;
};

const readInto = (writer: ParagraphWriter, node: HtmlNode, sheet: StyleSheet, context: Context): void => {
  for (const child of children(node)) {
    if (child.nodeName === '#text') writeText(writer, child.nodeValue ?? '', context);
    else if (child.getAttribute) readElement(writer, child, sheet, context);
  }
};

const writeText = (writer: ParagraphWriter, text: string, { bold, pre }: Context): void => {
  const [first = '', ...more] = pre ? text.split(/\r\n|\r|\n/) : [text];
  writer.write(first, bold);
  for (const line of more) {
    writer.end();
    writer.write(line, bold);
  }
};

const readElement = (writer: ParagraphWriter, node: HtmlNode, sheet: StyleSheet, context: Context): void => {
  const name = node.nodeName.toUpperCase();
  const style = styleOf(node, sheet);
  if (isSilent(node, style)) return;
  if (name === 'BR') {
    writer.end();
    return;
  }
  if (name === 'TABLE') {
    readTable(writer, node, sheet, context);
    return;
  }
  if (property(style, 'mso-list') === 'ignore') {
    const text = textOf(node).replace(/[\s\u00a0]+/g, '');
    writer.dropPrefix();
    writer.write(isBullet(text, isPictorial(style, context.pictorial)) ? '——' : text, false);
    return;
  }
  const bold = isBold(name, style, context.bold);
  const pre = name === 'PRE' || (context.pre && name !== 'P') || property(style, 'white-space').startsWith('pre');
  if (!blocks.has(name)) {
    readInto(writer, node, sheet, { ...context, bold, pre, pictorial: isPictorial(style, context.pictorial) });
    return;
  }
  const list = name === 'OL' || name === 'UL' ? openList(node, name, style, context.list) : context.list;
  writer.begin(headingOf(name, style), name === 'LI' && list ? nextPrefix(node, list, style) : '');
  readInto(writer, node, sheet, { bold, pre, list, pictorial: false });
  writer.end();
};

const openList = (node: HtmlNode, name: string, style: string, outer: List | null): List => ({
  ordered: name === 'OL',
  depth: name === 'OL' ? (outer?.ordered ? outer.depth : 0) + 1 : 0,
  bare: /list-style(?:-type)?:[^;]*none/.test(style),
  chinese: /list-style-type:[^;]*(?:cjk|chinese|han)/.test(style),
  next: Number.parseInt(attribute(node, 'start'), 10) || 1,
});

/** The number of a list item as a document writes it; none where its text brings one. */
const nextPrefix = (node: HtmlNode, list: List, style: string): string => {
  const value = Number.parseInt(attribute(node, 'value'), 10) || list.next;
  list.next = value + 1;
  const text = fold(beginningOf(node, 20));
  const own = readNumber(text) !== null || dashLength(text) > 0;
  if (own || list.bare || /list-style(?:-type)?:[^;]*none/.test(style)) return '';
  if (!list.ordered) return '——';
  if (list.chinese) return formatNumber(1, Math.min(value, 999));
  return formatNumber(list.depth === 1 ? 3 : 4, value);
};

const rowsOf = (node: HtmlNode, sheet: StyleSheet, inHead: boolean): { row: HtmlNode; inHead: boolean }[] =>
  children(node).flatMap((child) => {
    const name = child.nodeName.toUpperCase();
    if (!child.getAttribute || isSilent(child, styleOf(child, sheet))) return [];
    if (name === 'TR') return [{ row: child, inHead }];
    return /^(?:THEAD|TBODY|TFOOT)$/.test(name) ? rowsOf(child, sheet, inHead || name === 'THEAD') : [];
  });

const isCell = (node: HtmlNode): boolean => /^T[DH]$/i.test(node.nodeName);

const span = (node: HtmlNode, name: string): number => Math.max(1, Number.parseInt(attribute(node, name), 10) || 1);

type ReadCell = Readonly<{
  items: readonly PastedItem[];
  text: string;
  bold: boolean;
  head: boolean;
  columns: number;
  rows: number;
}>;

const readCell = (node: HtmlNode, sheet: StyleSheet, context: Context): ReadCell => {
  const writer = new ParagraphWriter();
  const style = styleOf(node, sheet);
  readInto(writer, node, sheet, { ...context, bold: isBold('TD', style, context.bold), list: null });
  writer.end();
  const { items } = writer;
  const lines = items.map((item) =>
    item.kind === 'paragraph'
      ? item.text
      : item.rows
          .map((row) => row.children.map((cell) => cell.children.map(({ text }) => text).join('')).join(' '))
          .join('\n'),
  );
  return {
    items,
    text: lines.join('\n'),
    bold: items.every(
      (item) =>
        item.kind === 'paragraph' && item.bold.length === 1 && item.bold[0]![1] - item.bold[0]![0] === item.text.length,
    ),
    head: node.nodeName.toUpperCase() === 'TH',
    columns: span(node, 'colspan'),
    rows: span(node, 'rowspan'),
  };
};

/** A table; one of a single cell only frames its text. */
const readTable = (writer: ParagraphWriter, table: HtmlNode, sheet: StyleSheet, context: Context): void => {
  for (const child of children(table))
    if (child.nodeName.toUpperCase() === 'CAPTION') {
      writer.begin(null);
      readInto(writer, child, sheet, { ...context, list: null });
    }
  writer.end();
  const rows = rowsOf(table, sheet, false).map(({ row, inHead }) => ({
    inHead,
    cells: children(row)
      .filter((cell) => isCell(cell) && !isSilent(cell, styleOf(cell, sheet)))
      .map((cell) => readCell(cell, sheet, { ...context, bold: isBold('TR', styleOf(row, sheet), context.bold) })),
  }));
  const filled = rows.filter(({ cells }) => cells.length > 0);
  const [only, ...more] = filled.flatMap(({ cells }) => cells);
  if (!only) return;
  if (more.length === 0) {
    writer.items.push(...only.items);
    return;
  }
  // Head rows are said to be such, or are bold above rows that are not.
  const said = filled.findIndex(({ inHead, cells }) => !inHead && !cells.every(({ head }) => head));
  const strong = filled.findIndex(({ cells }) => !cells.every(({ bold, text }) => bold || text === ''));
  const heads = said > 0 ? said : Math.max(strong, 0);
  const stored = filled.map(
    ({ cells }, at): TableRow => ({
      type: 'row',
      ...(at < heads && { header: true as const }),
      children: cells.map(({ text, columns, rows: height }) => ({
        type: 'cell',
        ...(columns > 1 && { colSpan: Math.min(columns, 64) }),
        ...(height > 1 && { rowSpan: Math.min(height, 2000) }),
        children: [{ text }],
      })),
    }),
  );
  writer.table({ kind: 'table', rows: writeGrid(readGrid(stored)) });
};
