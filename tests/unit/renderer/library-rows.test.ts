import { describe, expect, it } from 'vitest';
import { markMatches, rowTitle, visibleRows } from '../../../renderer/screens/library/library-rows';
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
  updatedAt: 0,
  trashedAt: null,
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
