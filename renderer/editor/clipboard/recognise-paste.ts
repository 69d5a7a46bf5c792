import type { Block, Level, TableRow } from '../../../shared/document/block';
import { createId } from '../../../shared/document/block-id';
import { leadEnd } from '../../../shared/document/heading-text';
import { blockText, leavesText } from '../../../shared/document/plain-text';
import type { TextLeaf } from '../../../shared/document/text';
import type { ReadBlock } from '../../../shared/recognise/body/read-block';
import { readBody } from '../../../shared/recognise/body/read-body';
import { type BodyParagraph, readParagraphs } from '../../../shared/recognise/body/read-paragraphs';
import { observeLayout, toSourceLines } from '../../../shared/recognise/lines/source-lines';
import { emptyStretch, stretchOfLine } from '../../../shared/recognise/lines/stretch';
import type { SourceTable } from '../../../shared/recognise/types';
import { isTextBlock } from '../model/blocks';
import { type PastedItem, type PastedParagraph, plainParagraph, type Stretch } from './pasted';

/** Limits of the stored form (see `tableSchema`). */
const mostColumns = 64;
const mostRows = 2000;

/** Stands for a table while the text around it is read. */
const someTable: SourceTable = { rows: [[{ text: '' }]] };

const widthOf = (rows: readonly TableRow[]): number =>
  Math.max(...rows.map((row) => row.children.reduce((sum, { colSpan = 1 }) => sum + colSpan, 0)));

/** A table wider than a document can hold is pasted as its text. */
const fitTables = (items: readonly PastedItem[]): PastedItem[] =>
  items.flatMap((item): PastedItem[] => {
    if (item.kind === 'paragraph') return [item];
    const { rows } = item;
    if (widthOf(rows) > mostColumns)
      return rows.map((row) => plainParagraph(row.children.map((cell) => leavesText(cell.children)).join(' ')));
    return Array.from({ length: Math.ceil(rows.length / mostRows) }, (_, at) => ({
      kind: 'table',
      rows: rows.slice(at * mostRows, (at + 1) * mostRows),
    }));
  });

const asBody = (item: PastedItem, line: number): BodyParagraph => ({
  stretch: item.kind === 'table' ? emptyStretch : stretchOfLine(line, item.text),
  line,
  table: item.kind === 'table' ? someTable : null,
  cell: false,
  blankBefore: false,
  joinDoubt: false,
  outline: null,
  lead: null,
  isOneBlock: false,
  frame: null,
});

/** Lines of a plain text may have been broken by hand. */
const joined = (items: readonly PastedItem[]): BodyParagraph[] => {
  const lines = toSourceLines(
    items.map((item, at) => ({
      line: at + 1,
      text: item.kind === 'table' ? '' : item.text,
      ...(item.kind === 'table' && { table: someTable }),
    })),
  );
  return readParagraphs(
    lines,
    observeLayout(lines),
    lines.map(() => false),
  );
};

/** The one heading of the first level above all others is the title of a page, no chapter. */
const settleHeadings = (items: readonly PastedItem[]): readonly PastedItem[] => {
  const [first, ...rest] = items;
  const below = rest.flatMap((item) => (item.kind === 'paragraph' ? (item.heading ?? []) : []));
  const top = Math.min(...below);
  if (first?.kind !== 'paragraph' || first.heading !== 1 || below.length === 0 || top === 1) return items;
  const raised = rest.map(
    (item): PastedItem =>
      item.kind === 'paragraph' && item.heading !== null
        ? { ...item, heading: (item.heading - top + 1) as Level }
        : item,
  );
  return [{ ...first, heading: null }, ...raised];
};

/**
 * The blocks of what is pasted, recognised as when a file is opened: numbers, unit notes, dashes, 专栏. Where the
 * parts, titles and signatures of a document are does not matter here. A heading without a number stays without.
 * @param wrapped whether lines may have been broken by hand (a plain text)
 */
export const recognisePaste = (pasted: readonly PastedItem[], wrapped: boolean): Block[] => {
  const items = fitTables(settleHeadings(pasted));
  const { blocks } = readBody(wrapped ? joined(items) : items.map((item, at) => asBody(item, at + 1)), false);
  return blocks.map((read) => {
    const item = items[read.line - 1];
    if (read.block.type === 'table' && item?.kind === 'table')
      return { ...read.block, id: createId(), children: [...item.rows] };
    const block = withNumber(read);
    if (item?.kind !== 'paragraph') return block;
    return withBold(withHeading(block, item), read, items);
  });
};

/** 第X章 cannot be computed: it is kept as it was written. All other numbers are those of the place. */
const withNumber = ({ block, number, rawNumber }: ReadBlock): Block =>
  block.type === 'clause' && number?.form === 'chapter' && rawNumber !== null
    ? { ...block, sourceNumber: rawNumber.trim().slice(0, 20) }
    : block;

const withHeading = (block: Block, { heading }: PastedParagraph): Block =>
  heading === null || block.type !== 'paragraph'
    ? block
    : { ...block, type: 'clause', level: heading, numbered: false };

/** Bold words of a text; a text that is bold as a whole has the face of its kind of block only. */
const withBold = (block: Block, { stretch }: ReadBlock, items: readonly PastedItem[]): Block => {
  if (!isTextBlock(block)) return block;
  const text = blockText(block);
  const bold = stretch.spans.flatMap((span) => {
    const item = items[span.line - 1];
    if (item?.kind !== 'paragraph') return [];
    const from = span.start - (span.column - 1);
    return item.bold.map(
      ([start, end]): Stretch => [Math.max(start + from, span.start), Math.min(end + from, span.start + span.length)],
    );
  });
  // The lead of the first two levels is drawn as one by itself.
  const first = block.type === 'clause' && block.level <= 2 ? leadEnd(block) : 0;
  const seen = bold.map(([start, end]): Stretch => [Math.max(start, first), end]).filter(([start, end]) => start < end);
  const whole = seen.reduce((sum, [start, end]) => sum + end - start, 0) >= text.length - first;
  return seen.length === 0 || whole ? block : ({ ...block, children: boldLeaves(text, seen) } as Block);
};

/** A text with some stretches in bold. */
export const boldLeaves = (text: string, bold: readonly Stretch[]): TextLeaf[] => {
  const leaves: TextLeaf[] = [];
  let at = 0;
  for (const [start, end] of bold) {
    if (start > at) leaves.push({ text: text.slice(at, start) });
    leaves.push({ text: text.slice(start, end), bold: true });
    at = end;
  }
  if (at < text.length || leaves.length === 0) leaves.push({ text: text.slice(at) });
  return leaves;
};
