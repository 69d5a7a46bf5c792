import { describe, expect, it } from 'vitest';
import { type BranchPlace, levelsAt } from '../../../renderer/editor/commands/place-branch';
import { partsOf } from '../../../renderer/editor/model/blocks';
import type { Level } from '../../../shared/document/block';
import { editing } from '../editor/notation';

const source = [
  'T 实施意见', // block-0
  'P 导语', // 1
  '1 总体要求', // 2
  '2 指导思想', // 3
  'P 坚持', // 4
  '2 主要目标', // 5
  '1 重点任务', // 6
  '2 建设平台', // 7
  'B 工程', // 8
  '>D 项目', // 9
  'G 云川市人民政府', // 10
  '== attachment', // 11
  'T 指标表', // 12
  '1 说明', // 13
  '== attachment', // 14
  'T 分工表', // 15
];
const inMain = (before: string | null): BranchPlace => ({ part: 'part-00', before });

const put = (id: string, place: BranchPlace, level: Level | null): string[] => {
  const { session, lines } = editing(...source);
  const before = structuredClone(session.editor.children);
  session.run({ type: 'placeBranch', id, place, level });
  const after = lines().map((line) => line.replace('|', ''));
  expect(session.editor.history.undos.length).toBeLessThanOrEqual(1);
  session.run({ type: 'undo' });
  expect(session.editor.children).toEqual(before);
  return after;
};

describe('the places a branch may be put to', () => {
  const { session } = editing(...source);
  const parts = partsOf(session.editor);

  it('are before a clause, at levels that leave every other clause its parent', () => {
    expect(levelsAt(parts, 'block-7', inMain('block-2'))).toEqual([1]);
    expect(levelsAt(parts, 'block-7', inMain('block-3'))).toEqual([2]);
    expect(levelsAt(parts, 'block-7', inMain('block-6'))).toEqual([1, 2, 3]);
    expect(levelsAt(parts, 'block-5', inMain(null))).toEqual([1, 2, 3]);
    expect(levelsAt(parts, 'block-5', { part: 'part-110', before: 'block-13' })).toEqual([1]);
  });

  it('keep everything below within four levels', () => {
    const deep = partsOf(editing('1 甲', '2 乙', '3 丙', '4 丁', '1 戊', '2 己').session.editor);
    expect(levelsAt(deep, 'block-1', inMain(null))).toEqual([1, 2]);
  });

  it('are not in the branch itself, before the title, behind the signature, or between an item and its 专栏', () => {
    expect(levelsAt(parts, 'block-2', inMain('block-5'))).toEqual([]);
    for (const before of ['block-0', 'block-1', 'block-8', 'block-9', 'gone'])
      expect(levelsAt(parts, 'block-5', inMain(before)), before).toEqual([]);
  });

  it('are for a 专栏 those before a clause or another 专栏, and for an attachment those among attachments', () => {
    expect(levelsAt(parts, 'block-8', inMain('block-5'))).toEqual([null]);
    expect(levelsAt(parts, 'block-8', inMain('block-4'))).toEqual([]);
    expect(levelsAt(parts, 'part-140', { part: 'part-110', before: 'part-110' })).toEqual([null]);
    expect(levelsAt(parts, 'part-140', { part: 'part-00', before: 'part-00' })).toEqual([]);
    expect(levelsAt(parts, 'part-00', { part: 'part-00', before: null })).toEqual([]);
  });
});

describe('putting a branch elsewhere', () => {
  it('takes everything below along, in one step of undo', () => {
    expect(put('block-2', inMain(null), 1)).toEqual([
      'T 实施意见',
      'P 导语',
      '1 重点任务',
      '2 建设平台',
      'B 工程',
      '>D 项目',
      '1 总体要求',
      '2 指导思想',
      'P 坚持',
      '2 主要目标',
      ...source.slice(10),
    ]);
  });

  it('moves towards the beginning, with another level', () => {
    expect(put('block-7', inMain('block-6'), 1).slice(4, 10)).toEqual([
      'P 坚持',
      '2 主要目标',
      '1 建设平台',
      'B 工程',
      '>D 项目',
      '1 重点任务',
    ]);
  });

  it('changes only the level when it stays where it is', () => {
    expect(put('block-5', inMain('block-6'), 3)[5]).toBe('3 主要目标');
  });

  it('moves into an attachment', () => {
    const after = put('block-5', { part: 'part-110', before: null }, 2);
    expect(after.slice(-5)).toEqual(['T 指标表', '1 说明', '2 主要目标', '== attachment', 'T 分工表']);
  });

  it('moves into an attachment with everything below it', () => {
    const after = put('block-2', { part: 'part-110', before: null }, 1);
    expect(after.slice(-8)).toEqual([
      'T 指标表',
      '1 说明',
      '1 总体要求',
      '2 指导思想',
      'P 坚持',
      '2 主要目标',
      '== attachment',
      'T 分工表',
    ]);
  });

  it('moves a 专栏 as a whole and an attachment among attachments', () => {
    expect(put('block-8', inMain('block-3'), null).slice(2, 6)).toEqual([
      '1 总体要求',
      'B 工程',
      '>D 项目',
      '2 指导思想',
    ]);
    expect(put('part-140', { part: 'part-110', before: 'part-110' }, null).slice(-4)).toEqual([
      'T 分工表',
      '== attachment',
      'T 指标表',
      '1 说明',
    ]);
  });

  it('does nothing where it may not stand', () => {
    expect(put('block-2', inMain('block-5'), 2)).toEqual(source);
    expect(put('block-5', inMain('block-3'), 1)).toEqual(source);
  });
});

describe('moving a branch from the outline', () => {
  it('steps past its neighbour or to another level, wherever the caret is', () => {
    const { session, lines } = editing('1 甲', '2 乙', '1 丙|');
    session.run({ type: 'stepBranch', id: 'block-0', step: 'down' });
    expect(lines()).toEqual(['1 丙', '1 |甲', '2 乙']);
    session.run({ type: 'stepBranch', id: 'block-1', step: 'promote' });
    expect(lines()).toEqual(['1 丙', '1 甲', '1 |乙']);
    session.run({ type: 'stepBranch', id: 'block-2', step: 'demote' });
    expect(lines()).toEqual(['2 |丙', '1 甲', '1 乙']);
    expect(session.editor.history.undos).toHaveLength(3);
  });

  it('steps an attachment past another and never out of the attachments', () => {
    const { session, lines } = editing('T 正文', '== attachment', 'T 甲', '== attachment', 'T 乙');
    session.run({ type: 'stepBranch', id: 'part-30', step: 'up' });
    expect(lines().slice(2)).toEqual(['T |乙', '== attachment', 'T 甲']);
    session.run({ type: 'stepBranch', id: 'part-30', step: 'up' });
    expect(lines()[0]).toBe('T 正文');
  });
});
