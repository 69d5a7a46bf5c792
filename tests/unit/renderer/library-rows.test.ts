import { describe, expect, it } from 'vitest';
import {
  filterChoices,
  markMatches,
  noFilter,
  readQuery,
  rowTitle,
  visibleRows,
} from '../../../renderer/screens/library/library-rows';
import type { LibraryRow } from '../../../shared/ipc/contract';

const row = (id: string, title: string, more: Partial<LibraryRow> = {}): LibraryRow => ({
  id,
  name: null,
  summary: {
    title,
    genre: 'opinion',
    issuer: '云川市人民政府',
    characters: 100,
    functions: { guidingIdeology: 'present', goals: 'thin', tasks: 'present', safeguards: 'missing' },
    counts: { must: 0, should: 0, hint: 0 },
  },
  summaryOf: 'now',
  updatedAt: 0,
  trashedAt: null,
  filing: { folder: null, tags: [], status: 'drafting' },
  year: 2026,
  ...more,
});

describe('the library', () => {
  const rows = [
    row('older1', '关于加强计量工作的意见', { updatedAt: 1 }),
    row('newer1', '标准化工作实施方案', { updatedAt: 5 }),
    row('gone-1', '旧稿', { trashedAt: 9 }),
  ];

  it('shows the newest document first and the 回收站 apart', () => {
    expect(visibleRows(rows, 'all', '').map(({ id }) => id)).toEqual(['newer1', 'older1']);
    expect(visibleRows(rows, 'trash', '').map(({ id }) => id)).toEqual(['gone-1']);
  });

  it('finds documents by every word of the search, in title, given name or issuer', () => {
    const named = row('named1', '关于加强计量工作的意见', { name: '送审稿 A' });
    expect(visibleRows([...rows, named], 'all', '计量 a').map(({ id }) => id)).toEqual(['named1']);
    expect(visibleRows(rows, 'all', '云川').length).toBe(2);
    expect(visibleRows(rows, 'all', '食品')).toEqual([]);
  });

  it('narrows the list by folder, genre, year, issuer, status and tag, together', () => {
    const filed = [
      row('filed1', '养老行动计划', {
        filing: { folder: '民生', tags: ['养老', '重点'], status: 'consulting' },
        year: 2025,
        updatedAt: 9,
      }),
      row('filed2', '计量意见', { filing: { folder: '民生', tags: ['计量'], status: 'issued' } }),
      ...rows,
    ];
    const ids = (filter: Partial<typeof noFilter>) =>
      visibleRows(filed, 'all', '', { ...noFilter, ...filter }).map(({ id }) => id);
    expect(ids({ folder: '民生' })).toEqual(['filed1', 'filed2']);
    expect(ids({ folder: '民生', tag: '计量' })).toEqual(['filed2']);
    expect(ids({ year: 2025 })).toEqual(['filed1']);
    expect(ids({ status: 'consulting', tag: '计量' })).toEqual([]);
    expect(ids({ genre: 'opinion', issuer: '云川市人民政府', status: 'drafting' })).toEqual(['newer1', 'older1']);
    expect(filterChoices(filed)).toMatchObject({
      folders: [{ name: '民生', count: 2 }],
      genres: ['opinion'],
      years: [2026, 2025],
      issuers: ['云川市人民政府'],
      statuses: ['drafting', 'consulting', 'issued'],
    });
    expect(filterChoices(filed).tags.toSorted()).toEqual(['养老', '计量', '重点'].toSorted());
  });

  it('is put in order by any column, either way round, the newest first among equals', () => {
    const filed = [
      row('filed1', '第10号方案', { updatedAt: 1, filing: { folder: null, tags: [], status: 'issued' } }),
      row('filed2', '第9号方案', { updatedAt: 2 }),
      row('filed3', '第9号方案', { updatedAt: 3 }),
    ];
    const ids = (by: 'title' | 'status' | 'time', descending: boolean) =>
      visibleRows(filed, 'all', '', noFilter, { by, descending }).map(({ id }) => id);
    expect(ids('title', false)).toEqual(['filed3', 'filed2', 'filed1']);
    expect(ids('status', true)).toEqual(['filed1', 'filed3', 'filed2']);
    expect(ids('time', false)).toEqual(['filed1', 'filed2', 'filed3']);
  });

  it('reads a question for one function only, and takes anything else as words', () => {
    expect(readQuery('保障措施 中的 养老')).toEqual({ words: '养老', within: 'safeguards' });
    expect(readQuery('目标中 120个')).toEqual({ words: '120个', within: 'goals' });
    expect(readQuery('养老 中的 保障')).toEqual({ words: '养老 中的 保障', within: null });
    expect(readQuery('保障措施')).toEqual({ words: '保障措施', within: null });
  });

  it('shows the given name, else the title, else that there is none', () => {
    expect(rowTitle(row('a-----', '意见', { name: '我的稿' }))).toBe('我的稿');
    expect(rowTitle(row('a-----', '意见'))).toBe('意见');
    expect(rowTitle(row('a-----', ' '))).toBe('（未写标题）');
  });

  it('marks what was searched for', () => {
    expect(markMatches('计量工作与计量器具', '计量 器具')).toEqual([
      { text: '计量', match: true },
      { text: '工作与', match: false },
      { text: '计量器具', match: true },
    ]);
    expect(markMatches('标题', '')).toEqual([{ text: '标题', match: false }]);
  });
});
