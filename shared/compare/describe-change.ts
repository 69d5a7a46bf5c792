import type { Block } from '../document/block';
import { isHeading } from '../document/is-heading';
import { blockText } from '../document/plain-text';
import { type DocumentFunction, functionNames } from '../functions/types';
import { formatNumber } from '../numbering/compute-labels';
import { parseResponsibility } from '../recognise/parse-responsibility';
import type { Segment } from './comparison';

const year = /^\d{4}年/;
const number = /^\d/;

/** 目标：98%→95%, 时限：2026年→2027年: a number or date in the place of another. */
const figureRemarks = (segments: readonly Segment[], fn: DocumentFunction | undefined): string[] =>
  segments.flatMap(({ kind, text }, index) => {
    const next = segments[index + 1];
    if (kind !== 'removed' || next?.kind !== 'added') return [];
    const [from, to] = [text.trim(), next.text.trim()];
    if (year.test(from) && year.test(to)) return [`时限：${from}→${to}`];
    if (!number.test(from) || !number.test(to)) return [];
    return [`${fn === 'goals' ? '目标' : '数字'}：${from}→${to}`];
  });

const list = (names: readonly string[]): string => names.join('、');

/** What happened to the units of one kind; empty when nothing did. */
const unitRemarks = (role: string, before: readonly string[], after: readonly string[]): string[] => {
  const gone = before.filter((name) => !after.includes(name));
  const come = after.filter((name) => !before.includes(name));
  if (gone.length > 0 && come.length > 0) return [`${role}由${list(gone)}改为${list(come)}`];
  if (gone.length > 0) return [`${role}减少${list(gone)}`];
  return come.length > 0 ? [`${role}增加${list(come)}`] : [];
};

const responsibilityRemarks = (before: Block, after: Block): string[] => {
  if (before.type !== 'responsibility' && after.type !== 'responsibility') return [];
  const [old, now] = [parseResponsibility(blockText(before)), parseResponsibility(blockText(after))];
  if (!old || !now) return [];
  const lead = old.support.length + now.support.length > 0 ? '牵头单位' : '责任单位';
  const deadline = old.deadline === now.deadline ? [] : [`时限：${old.deadline ?? '未写'}→${now.deadline ?? '未写'}`];
  return [...unitRemarks(lead, old.lead, now.lead), ...unitRemarks('配合单位', old.support, now.support), ...deadline];
};

/** What a person calls a clause's level: by the number that it starts with. */
const levelName = (block: Block): string => {
  if (block.type !== 'clause') return '正文';
  return block.numbered === false ? '不编号的条目' : `“${formatNumber(block.level, 1)}”级`;
};

const levelRemarks = (before: Block, after: Block): string[] =>
  (before.type === 'clause' || after.type === 'clause') && levelName(before) !== levelName(after)
    ? [`层次：${levelName(before)}→${levelName(after)}`]
    : [];

/** Another picture in the place of one. */
const pictureRemarks = (before: Block, after: Block): string[] =>
  before.type === 'picture' && after.type === 'picture' && before.picture.sha256 !== after.picture.sha256
    ? ['换了图片']
    : [];

/** Remarks on a block that both states have, in the words of a plan. */
export const describeChange = (
  before: Block,
  after: Block,
  segments: readonly Segment[],
  fn: DocumentFunction | undefined,
): string[] => {
  const units = responsibilityRemarks(before, after);
  return [
    ...pictureRemarks(before, after),
    ...levelRemarks(before, after),
    ...(units.length > 0 ? units : figureRemarks(segments, fn)),
  ];
};

/** A heading or item that is gone or new, by the function it served: 删去一项保障措施. */
export const describePresence = (verb: '删去' | '新增', block: Block, fn: DocumentFunction | undefined): string[] => {
  if (block.type === 'responsibility') return [`${verb}责任单位`];
  if (fn === undefined || block.type === 'paragraph' || block.type === 'table' || block.type === 'picture') return [];
  return block.type === 'dash' || isHeading(block) ? [`${verb}一项${functionNames[fn]}`] : [];
};
