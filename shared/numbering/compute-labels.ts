import type { Block, Clause, Level } from '../document/block';
import type { GovDocument, Numbering, Part } from '../document/document';
import { blockText } from '../document/plain-text';
import { fromChineseNumeral, toChineseNumeral } from './chinese-numerals';

/** The number of a clause as the standard writes it: 一、 · （一） · 1. · （1） (GB/T 9704-2012, 7.3.3). */
export const formatNumber = (level: Level, value: number): string => {
  switch (level) {
    case 1:
      return `${toChineseNumeral(value)}、`;
    case 2:
      return `（${toChineseNumeral(value)}）`;
    case 3:
      return `${value}.`;
    case 4:
      return `（${value}）`;
  }
};

/** Counters of the four levels; index 0 is level 1. */
type Counters = [number, number, number, number];

const advance = (counters: Counters, level: Level, restart: boolean, numbering: Numbering): number => {
  const value = restart ? 1 : counters[level - 1]! + 1;
  counters[level - 1] = value;
  for (let below = level + 1; below <= 4; below += 1) {
    const scope = numbering[below as 2 | 3 | 4] ?? 'parent';
    if (scope === 'parent' || (scope === 'chapter' && level === 1)) counters[below - 1] = 0;
  }
  return value;
};

/** 之一 behind a number, before the stop that ends it: （三）→（三）之一 · 三、→ 三之一、 · （三）之一 →（三）之二. */
const insertedLabel = (label: string, count: number): string => {
  const [, number = '', earlier, stop = ''] = /^(.*?)(?:之([一二三四五六七八九十百]+))?([、.．]?)$/.exec(label) ?? [];
  const first = earlier === undefined ? 0 : (fromChineseNumeral(earlier) ?? 0);
  return `${number}之${toChineseNumeral(Math.min(first + count, 999))}${stop}`;
};

const zeros: Readonly<Record<Level, string>> = { 1: '〇、', 2: '（〇）', 3: '0.', 4: '（0）' };

type Numbered = Extract<Block, { type: 'clause' | 'boxTitle' | 'table' | 'picture' }>;

/** What runs through the whole document with numbers of its own: 专栏1, 表1, 图1. */
type Running = Readonly<Record<'boxes' | 'tables' | 'pictures', Numbered[]>>;

/** Whether a table or picture has a caption, and so a number. */
export const isCaptioned = (block: Block): block is Extract<Block, { type: 'table' | 'picture' }> =>
  (block.type === 'table' && block.caption !== undefined) ||
  (block.type === 'picture' && blockText(block).trim() !== '');

/**
 * Numbers of what was put into a frozen run, so that no other number moves: 之一 behind the frozen number before it,
 * as statutes number inserted articles (第一百二十条之一); 〇 before the first. A run without a frozen number is new
 * and counts as usual.
 */
const labelInsertions = (run: readonly Numbered[], zero: string, labels: Map<string, string>): void => {
  if (run.every(({ fixedLabel }) => fixedLabel === undefined)) return;
  let before = zero;
  let count = -1;
  for (const { id, fixedLabel } of run) {
    count += 1;
    if (fixedLabel !== undefined) {
      before = fixedLabel;
      count = 0;
    } else labels.set(id, count === 0 ? zero : insertedLabel(before, count));
  }
};

/** `running` collects what is numbered through all parts. */
const labelPart = (part: Part, labels: Map<string, string>, running: Running): void => {
  const counters: Counters = [0, 0, 0, 0];
  let boxId: string | undefined;
  let boxCounters: Counters = [0, 0, 0, 0];
  const runs: Clause[][] = [];
  const open = new Map<string, Clause[]>();
  for (const block of part.children) {
    const inBox = 'boxId' in block ? block.boxId : undefined;
    if (inBox !== boxId) {
      boxId = inBox;
      boxCounters = [0, 0, 0, 0];
    }
    if (block.type === 'boxTitle') {
      running.boxes.push(block);
      labels.set(block.id, block.fixedLabel ?? block.sourceNumber ?? `专栏${running.boxes.length}`);
    }
    if (isCaptioned(block)) {
      const same = block.type === 'table' ? running.tables : running.pictures;
      same.push(block);
      labels.set(block.id, block.fixedLabel ?? `${block.type === 'table' ? '表' : '图'}${same.length}`);
    }
    if (block.type !== 'clause' || block.numbered === false) continue;
    // A box counts for itself: its items neither continue nor disturb the numbers around it.
    const value = inBox
      ? advance(boxCounters, block.level, block.restart === true, {})
      : advance(counters, block.level, block.restart === true, part.numbering);
    labels.set(block.id, block.fixedLabel ?? block.sourceNumber ?? formatNumber(block.level, Math.min(value, 999)));
    if (!part.numbering.frozen) continue;
    const key = `${inBox ?? ''} ${block.level}`;
    if (value === 1) {
      const run: Clause[] = [];
      runs.push(run);
      open.set(key, run);
    }
    open.get(key)!.push(block);
  }
  for (const run of runs) labelInsertions(run, zeros[run[0]!.level], labels);
};

/** Whether the numbers of a document are frozen, as for a circulated draft. */
export const areNumbersFrozen = (document: Pick<GovDocument, 'parts'>): boolean =>
  document.parts.some((part) => part.numbering.frozen === true);

/**
 * Numbers of all clauses, boxes, tables and pictures with captions and attachments by id, as they are printed: one pure pass, O(n).
 * A fixed label or a source's own number is shown instead of the computed one but still takes its place
 * in the count; where numbers are frozen, what is put in between moves no other number. 专栏, and tables
 * and pictures with captions, run through the whole document; a single attachment has no number (7.3.7). Attachments follow their order even when numbers are frozen.
 */
export const computeLabels = (document: Pick<GovDocument, 'parts'>): Map<string, string> => {
  const labels = new Map<string, string>();
  const running: Running = { boxes: [], tables: [], pictures: [] };
  const attachments = document.parts.filter((part) => part.kind === 'attachment');
  attachments.forEach((part, index) => {
    labels.set(part.id, attachments.length === 1 ? '附件' : `附件${index + 1}`);
  });
  for (const part of document.parts) labelPart(part, labels, running);
  if (areNumbersFrozen(document)) {
    labelInsertions(running.boxes, '专栏0', labels);
    labelInsertions(running.tables, '表0', labels);
    labelInsertions(running.pictures, '图0', labels);
  }
  return labels;
};
