import { describe, expect, it } from 'vitest';
import type { Block, Clause, Level } from '../../../shared/document/block';
import type { Numbering, Part } from '../../../shared/document/document';
import { listReferences } from '../../../shared/references/list-references';
import { referenceNames } from '../../../shared/references/reference-names';

const clause = (id: string, level: Level, more: Partial<Clause> = {}): Block => ({
  type: 'clause',
  id,
  level,
  children: [{ text: '推进试点。先行先试。' }],
  runIn: true,
  ...more,
});
const part = (id: string, kind: Part['kind'], children: Block[], numbering: Numbering = {}): Part => ({
  type: 'part',
  id,
  kind,
  numbering,
  children,
});
const box: Block = { type: 'boxTitle', id: 'b', boxId: 'box001', children: [{ text: '重点工程' }] };

describe('names of what is referred to', () => {
  const main = part('main00', 'main', [
    clause('a', 1),
    clause('c', 2),
    clause('d', 3),
    clause('e', 4),
    box,
    clause('f', 3, { boxId: 'box001' }),
    clause('g', 2),
    clause('h', 1),
    clause('i', 3),
  ]);
  const attachment = part('attach', 'attachment', [
    { type: 'title', id: 't', children: [{ text: '任务分工表' }] },
    clause('j', 1),
  ]);
  const names = referenceNames({ parts: [main, attachment] });
  const from = (where: string) => (id: string) => names.nameOf(id, where);

  it('write the path to a clause as statutes do', () => {
    expect(['a', 'c', 'd', 'e', 'g', 'h'].map(from('main00'))).toEqual([
      '第一部分',
      '第一部分第（一）条',
      '第一部分第（一）条第1项',
      '第一部分第（一）条第1项第（1）目',
      '第一部分第（二）条',
      '第二部分',
    ]);
  });

  it('leave out a level that is not there', () => {
    expect(names.nameOf('i', 'main00')).toBe('第二部分第1项');
  });

  it('name 专栏 and attachments by their number, from everywhere', () => {
    expect(['b', 'f', 'attach'].map(from('main00'))).toEqual(['专栏1', '专栏1第1项', '附件']);
    expect(['b', 'f', 'attach'].map(from('attach'))).toEqual(['专栏1', '专栏1第1项', '附件']);
  });

  it('say in which part a clause of another part stands', () => {
    expect(names.nameOf('c', 'attach')).toBe('正文第一部分第（一）条');
    expect(names.nameOf('j', 'main00')).toBe('附件第一部分');
  });

  it('need no chapter where numbers run through the part, and only the chapter where they run through it', () => {
    const run = referenceNames({ parts: [part('main00', 'main', main.children, { 2: 'part', 3: 'chapter' })] });
    expect(['g', 'd', 'e'].map((id) => run.nameOf(id, 'main00'))).toEqual([
      '第（二）条',
      '第一部分第1项',
      '第一部分第1项第（1）目',
    ]);
  });

  it('put 之一 behind the unit and leave 第一章 as it is', () => {
    const odd = referenceNames({
      parts: [
        part('main00', 'main', [
          clause('a', 1, { fixedLabel: '第一章　' }),
          clause('c', 2, { fixedLabel: '（三）之一' }),
        ]),
      ],
    });
    expect(odd.nameOf('c', 'main00')).toBe('第一章第（三）条之一');
  });

  it('do not exist for what has no number or is not there', () => {
    const bare = referenceNames({
      parts: [part('main00', 'main', [clause('a', 1, { numbered: false }), clause('c', 2)])],
    });
    expect(['a', 'nowhere'].map((id) => bare.nameOf(id, 'main00'))).toEqual([undefined, undefined]);
    expect(bare.nameOf('c', 'main00')).toBe('第（一）条');
  });

  it('are listed in reading order with their headings', () => {
    expect(names.targets('main00').slice(0, 2)).toEqual([
      { id: 'a', name: '第一部分', text: '推进试点' },
      { id: 'c', name: '第一部分第（一）条', text: '推进试点' },
    ]);
    expect(names.targets('main00').at(-2)).toEqual({ id: 'attach', name: '附件', text: '任务分工表' });
  });
});

describe('references in a block', () => {
  it('are found with their place in its text, in cells too', () => {
    const leaves = [{ text: '见' }, { text: '附件1', ref: 'attach' }];
    const row = (children: typeof leaves) => ({
      type: 'row' as const,
      children: [{ type: 'cell' as const, children }],
    });
    const table: Block = { type: 'table', id: 'table-1', children: [row([{ text: '甲' }]), row(leaves)] };
    expect(listReferences({ type: 'paragraph', id: 'text-1', children: leaves })).toEqual([
      { target: 'attach', text: '附件1', start: 1, end: 4 },
    ]);
    expect(listReferences(table)).toEqual([{ target: 'attach', text: '附件1', start: 3, end: 6 }]);
  });
});
