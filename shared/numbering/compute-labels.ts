import type { Level } from '../document/block';
import type { GovDocument, Numbering, Part } from '../document/document';
import { toChineseNumeral } from './chinese-numerals';

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

const labelPart = (part: Part, labels: Map<string, string>, boxes: { count: number }): void => {
  const counters: Counters = [0, 0, 0, 0];
  let boxId: string | undefined;
  let boxCounters: Counters = [0, 0, 0, 0];
  for (const block of part.children) {
    const inBox = 'boxId' in block ? block.boxId : undefined;
    if (inBox !== boxId) {
      boxId = inBox;
      boxCounters = [0, 0, 0, 0];
    }
    if (block.type === 'boxTitle') {
      boxes.count += 1;
      labels.set(block.id, block.fixedLabel ?? block.sourceNumber ?? `专栏${boxes.count}`);
    }
    if (block.type !== 'clause' || block.numbered === false) continue;
    // A box counts for itself: its items neither continue nor disturb the numbers around it.
    const value = inBox
      ? advance(boxCounters, block.level, block.restart === true, {})
      : advance(counters, block.level, block.restart === true, part.numbering);
    labels.set(block.id, block.fixedLabel ?? block.sourceNumber ?? formatNumber(block.level, Math.min(value, 999)));
  }
};

/**
 * Numbers of all clauses, boxes and attachments by id, as they are printed: one pure pass, O(n).
 * A fixed label or a source's own number is shown instead of the computed one but still takes its place
 * in the count. 专栏 run through the whole document; a single attachment has no number (7.3.7).
 */
export const computeLabels = (document: Pick<GovDocument, 'parts'>): Map<string, string> => {
  const labels = new Map<string, string>();
  const boxes = { count: 0 };
  const attachments = document.parts.filter((part) => part.kind === 'attachment');
  attachments.forEach((part, index) => {
    labels.set(part.id, attachments.length === 1 ? '附件' : `附件${index + 1}`);
  });
  for (const part of document.parts) labelPart(part, labels, boxes);
  return labels;
};
