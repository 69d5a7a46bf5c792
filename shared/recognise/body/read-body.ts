import type { Block, Level } from '../../document/block';
import { createId } from '../../document/block-id';
import { isPrefaceHeading } from '../lines/line-kinds';
import {
  dashLength,
  decimalLevel,
  readBoxTitle,
  readDecimal,
  readNumber,
  type SourceNumber,
} from '../lines/number-pattern';
import { type Stretch, sliceStretch, stretchLine } from '../lines/stretch';
import type { Doubt } from '../types';
import { type ReadBlock, textBlock } from './read-block';
import type { BodyParagraph } from './read-paragraphs';
import { rebuildTables } from './rebuild-tables';
import { isOwnUnitNote, splitUnitNote } from './split-unit-note';
import { findTabTables } from './tab-tables';
import { cellTableBlock, tableBlocks } from './table-blocks';

/** Levels by which 一、, and 第X章, stand lower because of what stands above them. */
type Shifts = Readonly<Record<SourceNumber['form'], number>>;

const clauseBlock = (stretch: Stretch, line: number, number: SourceNumber | null, shifts: Shifts): ReadBlock => {
  const body = sliceStretch(stretch, number?.length ?? 0);
  const stop = body.folded.indexOf('。');
  const runIn = stop >= 0 && stop < body.folded.length - 1;
  const level = number ? (Math.min(number.level + shifts[number.form], 4) as Level) : 1;
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
  1: /[。；] ?([一二三四五六七八九十]{1,3}、)/g,
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

/** Offset of the first of at least two items of a lower level that stand in a clause's paragraph; -1 without such. */
const belowAt = (stretch: Stretch, number: SourceNumber): number => {
  for (const level of ([2, 3, 4] as const).filter((lower) => lower > number.level)) {
    const items = [...stretch.folded.matchAll(followers[level])].flatMap((match) => {
      const at = match.index + match[0].indexOf(match[1]!);
      const found = readNumber(stretch.folded.slice(at));
      return at > number.length && found?.level === level ? [{ at, value: found.value }] : [];
    });
    const first = items.findIndex(({ value }, at) => value === 1 && items[at + 1]?.value === 2);
    if (first >= 0) return items[first]!.at;
  }
  return -1;
};

type Reader = {
  blocks: ReadBlock[];
  doubts: Doubt[];
  boxId: string | null;
  boxHasDash: boolean;
  /** The frame around the open box; null where only its text shows how far it goes. */
  boxFrame: number | null;
  /** Last number of levels 1 to 4 inside the open box and outside any. */
  boxCounts: number[];
  outerCounts: number[];
  /** The paragraph being read is one block of our own. */
  isOneBlock: boolean;
  /** An attachment that is one flattened table has had its doubt. */
  lineTable: boolean;
  shifts: Shifts;
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
  const split = reader.isOneBlock ? null : splitUnitNote(stretch);
  push(reader, make(split?.body ?? stretch, line));
  if (split) push(reader, textBlock('responsibility', split.note, stretchLine(split.note)));
};

const openBox = (reader: Reader, paragraph: BodyParagraph, value: number | null, length: number): void => {
  const stretch = sliceStretch(paragraph.stretch, length);
  reader.boxId = createId();
  reader.boxHasDash = false;
  reader.boxFrame = paragraph.frame;
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

/** Says that an item stood at the end of the paragraph before it. */
const doubtGlued = (reader: Reader, stretch: Stretch): void => {
  const line = stretchLine(stretch);
  const shown = stretch.text.slice(0, readNumber(stretch.folded)!.length).trim();
  reader.doubts.push({
    line,
    blockId: null,
    message: `第${line}行：“${shown}”接在上一段的末尾，已另起一段，请核对。`,
    glued: true,
  });
};

/**
 * Reads a numbered paragraph, and the items glued to its end.
 * @param lost items of a higher level were glued to each other there: the source has lost its line ends, and those of
 * lower levels stand in the same line
 */
const readClause = (
  reader: Reader,
  stretch: Stretch,
  startLine: number,
  next: readonly BodyParagraph[],
  lost = false,
): void => {
  let rest = stretch;
  let line = startLine;
  let torn = lost;
  for (;;) {
    const number = readNumber(rest.folded)!;
    const counts = reader.boxId === null ? reader.outerCounts : reader.boxCounts;
    counts.fill(0, number.level + 1);
    counts[number.level] = number.value;
    const glued = reader.isOneBlock ? -1 : gluedAt(rest, number, nextValueOf(number, next));
    torn ||= glued >= 0;
    const own = glued < 0 ? rest : sliceStretch(rest, 0, glued);
    const below = torn ? belowAt(own, number) : -1;
    pushWithNote(reader, below < 0 ? own : sliceStretch(own, 0, below), line, (body, at) =>
      clauseBlock(body, at, number, reader.shifts),
    );
    if (below >= 0) {
      const child = sliceStretch(own, below);
      doubtGlued(reader, child);
      readClause(reader, child, stretchLine(child), [], true);
    }
    if (glued < 0) return;
    rest = sliceStretch(rest, glued);
    line = stretchLine(rest);
    doubtGlued(reader, rest);
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

/** A run of lines of which each holds one cell: tables where they can be rebuilt, else lines, with a doubt. */
const readCellRun = (reader: Reader, run: readonly BodyParagraph[], oneTable: boolean): void => {
  const pieces = rebuildTables(run);
  const rebuilt = pieces.some((piece) => piece.table !== null);
  for (const { from, to, table } of pieces) {
    const { line } = run[from]!;
    if (table) {
      push(reader, cellTableBlock(run, table));
      const uneven = table.uneven.map((at) => run[at]!.line);
      const short =
        uneven.length > 0 ? `第${uneven.slice(0, 5).join('、')}行${uneven.length > 5 ? '等处' : ''}缺格，` : '';
      const message = `第${line}行起：按每格一行的文字还原成${table.rows.length}行的表格，${short}请核对。`;
      reader.doubts.push({ line, blockId: null, message });
      continue;
    }
    const long = to - from > 3;
    if (long && !(oneTable && rebuilt) && !reader.lineTable)
      reader.doubts.push({ line, blockId: null, message: `第${line}行起：像是一张表格，暂按每格一行保留，请核对。` });
    reader.lineTable ||= oneTable;
    for (const { stretch, line: at } of run.slice(from, to)) push(reader, textBlock('paragraph', stretch, at));
  }
};

/** Longest paragraph that an outline level in Word alone makes a heading. */
const longestOutlined = 45;

/** Sentences that begin so count points of a paragraph; a face of their own makes them no headings. */
const countsPoints = /^(?:[一二三四五六七八九十]{1,2}[是要]|首先|其次|再次|最后|第[一二三四五六七八九十]，)/;

/** Paragraphs without a number that begin with a sentence in a face of its own: a habit from two of them on. */
const fewestLeads = 2;

const hasLead = ({ lead, stretch: { folded }, table, cell }: BodyParagraph): boolean =>
  lead !== null &&
  !table &&
  !cell &&
  folded.indexOf('。') >= 2 &&
  !countsPoints.test(folded) &&
  !/^[（“《]/.test(folded);

/** The level below the last numbered heading. */
const levelBelow = (blocks: readonly ReadBlock[]): Level => {
  const last = blocks.findLast(({ block }) => block.type === 'clause' && block.numbered !== false)?.block;
  return last?.type === 'clause' ? (Math.min(last.level + 1, 4) as Level) : 1;
};

/**
 * How far outline levels in Word stand above our levels: where numbered headings have outline levels, as most of them
 * say, else the highest outline level is level 1.
 */
const outlineShift = (paragraphs: readonly BodyParagraph[]): number => {
  const votes = new Map<number, number>();
  let highest = 8;
  for (const { stretch, outline, cell } of paragraphs) {
    if (outline === null || cell) continue;
    highest = Math.min(highest, outline);
    const number = readNumber(stretch.folded);
    if (number) votes.set(number.level - outline, (votes.get(number.level - outline) ?? 0) + 1);
  }
  const [most] = [...votes].sort((first, second) => second[1] - first[1]);
  return most ? most[0] : 1 - highest;
};

/**
 * 一、 and its like stand lower where 第X章 and 第X节 stand above them, and these where 第X篇 stands above them. A single
 * one is a mention, not a structure, and a level that is not in use leaves its place: （一） right below 第X章 keeps
 * level 2.
 */
const levelShifts = (paragraphs: readonly BodyParagraph[]): Shifts => {
  const counts = { volume: 0, chapter: 0, section: 0 };
  let highest = 4;
  for (const { stretch, cell } of paragraphs) {
    const number = cell ? null : readNumber(stretch.folded);
    if (number?.form === 'volume') counts.volume += 1;
    else if (number?.form === 'chapter') counts[number.level === 1 ? 'chapter' : 'section'] += 1;
    else if (number) highest = Math.min(highest, number.level);
  }
  const inVolumes = counts.volume >= 2 && counts.chapter >= 2;
  const chapters = Math.max(counts.volume, counts.chapter) < 2 ? 0 : counts.section < 2 ? 1 : 2;
  const chapter = inVolumes ? 1 : 0;
  const shift = Math.max(0, chapters + chapter - highest + 1);
  return { volume: 0, chapter, standard: shift, variant: shift };
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
    boxFrame: null,
    boxCounts: [0, 0, 0, 0, 0],
    outerCounts: [0, 0, 0, 0, 0],
    isOneBlock: false,
    lineTable: false,
    shifts: levelShifts(paragraphs),
  };
  const outlined = outlineShift(paragraphs);
  const texts = paragraphs.flatMap(({ stretch: { folded }, table, cell }) => (table || cell ? [] : [folded]));
  const decimals = decimalLevel(texts);
  const plain = paragraphs.filter((each) => hasLead(each) && readNumber(each.stretch.folded) === null);
  const hasFourth = paragraphs.some(({ stretch: { folded } }) => /^（ *\d|^[⑴-⒇]/.test(folded));
  const tabbed = findTabTables(paragraphs);
  let behindTable = 0;
  paragraphs.forEach((paragraph, at) => {
    const { stretch, line, table, cell } = paragraph;
    const rows = tabbed.get(at);
    if (rows) {
      behindTable = rows.to;
      const message = `第${line}行起：按制表符还原成${rows.rows}行的表格，请核对。`;
      reader.doubts.push({ line, blockId: null, message });
      push(reader, rows.block);
    }
    if (at < behindTable) return;
    const { folded } = stretch;
    reader.isOneBlock = paragraph.isOneBlock;
    const inFrame = paragraph.frame !== null && paragraph.frame === reader.boxFrame;
    if (paragraph.joinDoubt)
      reader.doubts.push({ line, blockId: null, message: `第${line}行：与下一行合成了一段，请核对。` });
    if (table) {
      if (reader.boxFrame !== null && !inFrame) reader.boxId = null;
      for (const block of tableBlocks(table, line)) push(reader, block);
      return;
    }
    if (cell) {
      if (at > 0 && paragraphs[at - 1]!.cell) return;
      reader.boxId = null;
      let end = at + 1;
      while (paragraphs[end]?.cell) end += 1;
      readCellRun(reader, paragraphs.slice(at, end), oneTable);
      return;
    }
    const box = readBoxTitle(folded);
    if (box) {
      openBox(reader, paragraph, box.value, box.length);
      return;
    }
    const counted = decimals === null ? null : readDecimal(folded);
    if (counted && counted.level >= decimals!) {
      reader.boxId = null;
      const make = (body: Stretch, from: number) => clauseBlock(body, from, counted, reader.shifts);
      pushWithNote(reader, stretch, line, make);
      return;
    }
    const read = readNumber(folded);
    // Below （1） stands a fifth level, which the standard does not know: it stays text.
    const number = read && hasFourth && /^[①-⑳]/.test(folded) ? null : read;
    if (reader.boxId !== null && !(reader.boxFrame === null ? staysInBox(reader, folded, number) : inFrame))
      reader.boxId = null;
    if (number) {
      readClause(reader, stretch, line, paragraphs.slice(at + 1, at + 80));
      return;
    }
    const dash = dashLength(folded);
    if (dash > 0) {
      reader.boxHasDash = true;
      pushWithNote(reader, sliceStretch(stretch, dash), line, (body, from) => textBlock('dash', body, from));
    } else if (isOwnUnitNote(folded)) {
      const read = textBlock('responsibility', stretch, line);
      push(reader, { ...read, block: { ...read.block, placement: 'own' } as Block });
    } else if (isPrefaceHeading(folded)) push(reader, clauseBlock(stretch, line, null, reader.shifts));
    else if (paragraph.outline !== null && folded.length <= longestOutlined && !/[。；，：]$/.test(folded)) {
      const level = Math.min(4, Math.max(1, paragraph.outline + outlined)) as Level;
      const read = clauseBlock(stretch, line, null, reader.shifts);
      push(reader, { ...read, block: { ...read.block, level } as Block });
    } else if (hasLead(paragraph) && (paragraph.lead?.level || plain.length >= fewestLeads)) {
      const level = paragraph.lead?.level ?? levelBelow(reader.blocks);
      pushWithNote(reader, stretch, line, (body, from) => {
        const read = clauseBlock(body, from, null, reader.shifts);
        return { ...read, block: { ...read.block, level } as Block };
      });
    } else pushWithNote(reader, stretch, line, (body, from) => textBlock('paragraph', body, from));
  });
  return { blocks: reader.blocks, doubts: reader.doubts };
};
