import type { Block, Level } from '../../document/block';
import { createId } from '../../document/block-id';
import { dashLength, readBoxTitle, readNumber, type SourceNumber } from '../lines/number-pattern';
import { emptyStretch, type Stretch, sliceStretch, stretchLine } from '../lines/stretch';
import type { Doubt, SourceTable } from '../types';
import type { BodyParagraph } from './read-paragraphs';
import { isOwnUnitNote, splitUnitNote } from './split-unit-note';

/** A block as read, before numbering, with where it came from. */
export type ReadBlock = Readonly<{
  block: Block;
  stretch: Stretch;
  line: number;
  number: SourceNumber | null;
  rawNumber: string | null;
}>;

export const textBlock = (
  type:
    | 'title'
    | 'subtitle'
    | 'salutation'
    | 'paragraph'
    | 'dash'
    | 'signature'
    | 'dateLine'
    | 'note'
    | 'responsibility',
  stretch: Stretch,
  line: number = stretchLine(stretch),
): ReadBlock => ({
  block: { type, id: createId(), children: [{ text: stretch.text }] },
  stretch,
  line,
  number: null,
  rawNumber: null,
});

/** Limits of a table in the document's schema. */
const mostRows = 2000;
const mostCells = 64;

type SourceCell = SourceTable['rows'][number][number];

/** Cells beyond the limit are kept in the last one. */
const readCells = (row: readonly SourceCell[]): SourceCell[] =>
  row.length <= mostCells
    ? [...row]
    : [
        ...row.slice(0, mostCells - 1),
        {
          text: row
            .slice(mostCells - 1)
            .map((cell) => cell.text)
            .join('\t'),
        },
      ];

const tableBlocks = (table: SourceTable, line: number): ReadBlock[] => {
  const rows = table.rows
    .filter((row) => row.length > 0)
    .map((row) => ({
      type: 'row' as const,
      children: readCells(row).map(({ text, colSpan = 1, rowSpan = 1 }) => ({
        type: 'cell' as const,
        ...(colSpan > 1 && { colSpan: Math.min(colSpan, mostCells) }),
        ...(rowSpan > 1 && { rowSpan: Math.min(rowSpan, mostRows) }),
        children: [{ text }],
      })),
    }));
  const blocks: ReadBlock[] = [];
  for (let from = 0; from < rows.length; from += mostRows) {
    const block: Block = { type: 'table', id: createId(), children: rows.slice(from, from + mostRows) };
    blocks.push({ block, stretch: emptyStretch, line, number: null, rawNumber: null });
  }
  return blocks;
};

const unnumberedHeading = /^(?:前 ?言|序 ?言|引 ?言|附 ?则|结 ?语|结束语)$/;

/** @param shift levels by which 一、 stands lower because 第X章 and 第X节 stand above it */
const clauseBlock = (stretch: Stretch, line: number, number: SourceNumber | null, shift: number): ReadBlock => {
  const body = sliceStretch(stretch, number?.length ?? 0);
  const stop = body.folded.indexOf('。');
  const runIn = stop >= 0 && stop < body.folded.length - 1;
  const level = number ? (Math.min(number.level + (number.form === 'chapter' ? 0 : shift), 4) as Level) : 1;
  return {
    block: {
      type: 'clause',
      id: createId(),
      level,
      ...(number === null && { numbered: false as const }),
      ...(runIn && { runIn: true as const }),
      children: [{ text: body.text }],
    },
    stretch: body,
    line,
    number,
    rawNumber: number ? stretch.text.slice(0, number.length) : null,
  };
};

const followers: Readonly<Record<Level, RegExp>> = {
  1: /。 ?([一二三四五六七八九十]{1,3}、)/g,
  2: /[。；）] ?(（[一二三四五六七八九十]{1,3}）)/g,
  3: /[。；）] ?(\d{1,3}[.、])(?!\d)/g,
  4: /[。；）] ?(（\d{1,3}）)/g,
};

/** Offset of the next item of the same level glued into a clause's paragraph; -1 when there is none. */
const gluedAt = (stretch: Stretch, number: SourceNumber, nextValue: number | null): number => {
  if (nextValue === number.value + 1) return -1;
  for (const match of stretch.folded.matchAll(followers[number.level])) {
    const at = match.index + match[0].indexOf(match[1]!);
    const found = readNumber(stretch.folded.slice(at));
    if (at <= number.length || found?.level !== number.level || found.value !== number.value + 1) continue;
    const lead = /^[^。；]*/.exec(stretch.folded.slice(at + found.length))![0];
    if (lead.length >= 2 && lead.length <= 40) return at;
  }
  return -1;
};

type Reader = {
  blocks: ReadBlock[];
  doubts: Doubt[];
  boxId: string | null;
  boxHasDash: boolean;
  /** Last number of levels 1 to 4 inside the open box and outside any. */
  boxCounts: number[];
  outerCounts: number[];
  /** Levels that 第X章 and 第X节 take above 一、. */
  shift: number;
};

const inBox = (read: ReadBlock, boxId: string | null): ReadBlock =>
  boxId === null || !/^(?:clause|paragraph|dash|responsibility|boxTitle|table)$/.test(read.block.type)
    ? read
    : { ...read, block: { ...read.block, boxId } as Block };

const push = (reader: Reader, read: ReadBlock): void => {
  reader.blocks.push(inBox(read, reader.boxId));
};

const pushWithNote = (
  reader: Reader,
  stretch: Stretch,
  line: number,
  make: (body: Stretch, line: number) => ReadBlock,
): void => {
  const split = splitUnitNote(stretch);
  push(reader, make(split?.body ?? stretch, line));
  if (split) push(reader, textBlock('responsibility', split.note, stretchLine(split.note)));
};

const openBox = (reader: Reader, paragraph: BodyParagraph, value: number | null, length: number): void => {
  const stretch = sliceStretch(paragraph.stretch, length);
  reader.boxId = createId();
  reader.boxHasDash = false;
  reader.boxCounts = [0, 0, 0, 0, 0];
  const number: SourceNumber | null = value === null ? null : { level: 1, value, form: 'standard', length };
  reader.blocks.push({
    block: { type: 'boxTitle', id: createId(), boxId: reader.boxId, children: [{ text: stretch.text }] },
    stretch,
    line: paragraph.line,
    number,
    rawNumber: paragraph.stretch.text.slice(0, length).trim(),
  });
};

/** Whether a paragraph still belongs to the open 专栏: its dash items, or what follows until the next heading. */
const staysInBox = (reader: Reader, folded: string, number: SourceNumber | null): boolean => {
  if (number) {
    if (number.level <= 2 || reader.boxHasDash) return false;
    const { level, value } = number;
    return value === reader.boxCounts[level]! + 1 || value !== reader.outerCounts[level]! + 1;
  }
  if (dashLength(folded) > 0 || isOwnUnitNote(folded)) return true;
  return !reader.boxHasDash;
};

const readClause = (reader: Reader, paragraph: BodyParagraph, next: readonly BodyParagraph[]): void => {
  let rest = paragraph.stretch;
  let line = paragraph.line;
  for (;;) {
    const number = readNumber(rest.folded)!;
    const counts = reader.boxId === null ? reader.outerCounts : reader.boxCounts;
    counts.fill(0, number.level + 1);
    counts[number.level] = number.value;
    const glued = gluedAt(rest, number, nextValueOf(number, next));
    pushWithNote(reader, glued < 0 ? rest : sliceStretch(rest, 0, glued), line, (body, at) =>
      clauseBlock(body, at, number, reader.shift),
    );
    if (glued < 0) return;
    rest = sliceStretch(rest, glued);
    line = stretchLine(rest);
    const shown = rest.text.slice(0, readNumber(rest.folded)!.length).trim();
    reader.doubts.push({
      line,
      blockId: null,
      message: `第${line}行：“${shown}”接在上一段的末尾，已另起一段，请核对。`,
    });
  }
};

/** Number of the next clause of the same level before a higher one; null when there is none. */
const nextValueOf = (number: SourceNumber, next: readonly BodyParagraph[]): number | null => {
  for (const paragraph of next) {
    if (paragraph.cell || paragraph.table) continue;
    const found = readNumber(paragraph.stretch.folded);
    if (!found || found.level > number.level) continue;
    return found.level === number.level ? found.value : null;
  }
  return null;
};

/** How many levels of 第X章 and 第X节 a body has; a single one is a mention, not a structure. */
const chapterLevels = (paragraphs: readonly BodyParagraph[]): number => {
  const count = [0, 0, 0];
  for (const { stretch, cell } of paragraphs) {
    const number = cell || !stretch.folded.startsWith('第') ? null : readNumber(stretch.folded);
    if (number?.form === 'chapter') count[number.level] = count[number.level]! + 1;
  }
  return count[1]! < 2 ? 0 : count[2]! < 2 ? 1 : 2;
};

/**
 * Reads the paragraphs of a part's body into flat blocks; what was guessed becomes a doubt.
 * @param oneTable the part is an attachment: its flattened table gets a single doubt
 */
export const readBody = (
  paragraphs: readonly BodyParagraph[],
  oneTable: boolean,
): Readonly<{ blocks: ReadBlock[]; doubts: Doubt[] }> => {
  const reader: Reader = {
    blocks: [],
    doubts: [],
    boxId: null,
    boxHasDash: false,
    boxCounts: [0, 0, 0, 0, 0],
    outerCounts: [0, 0, 0, 0, 0],
    shift: chapterLevels(paragraphs),
  };
  let tableStart: number | null = null;
  paragraphs.forEach((paragraph, at) => {
    const { stretch, line, table, cell } = paragraph;
    const { folded } = stretch;
    if (paragraph.joinDoubt)
      reader.doubts.push({ line, blockId: null, message: `第${line}行：与下一行合成了一段，请核对。` });
    if (table) {
      for (const block of tableBlocks(table, line)) push(reader, block);
      return;
    }
    if (cell) {
      reader.boxId = null;
      if (tableStart === null) {
        tableStart = line;
        reader.doubts.push({ line, blockId: null, message: `第${line}行起：像是一张表格，暂按每格一行保留，请核对。` });
      }
      push(reader, textBlock('paragraph', stretch, line));
      return;
    }
    if (!oneTable) tableStart = null;
    const box = readBoxTitle(folded);
    if (box) {
      openBox(reader, paragraph, box.value, box.length);
      return;
    }
    const number = readNumber(folded);
    if (reader.boxId !== null && !staysInBox(reader, folded, number)) reader.boxId = null;
    if (number) {
      readClause(reader, paragraph, paragraphs.slice(at + 1, at + 80));
      return;
    }
    const dash = dashLength(folded);
    if (dash > 0) {
      reader.boxHasDash = true;
      pushWithNote(reader, sliceStretch(stretch, dash), line, (body, from) => textBlock('dash', body, from));
    } else if (isOwnUnitNote(folded)) {
      const read = textBlock('responsibility', stretch, line);
      push(reader, { ...read, block: { ...read.block, placement: 'own' } as Block });
    } else if (unnumberedHeading.test(folded)) push(reader, clauseBlock(stretch, line, null, 0));
    else pushWithNote(reader, stretch, line, (body, from) => textBlock('paragraph', body, from));
  });
  return { blocks: reader.blocks, doubts: reader.doubts };
};
