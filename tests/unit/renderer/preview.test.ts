import { expect, test } from 'vitest';
import { findFonts } from '../../../renderer/app/find-fonts';
import { fitZoom, nextZoom, pageRows, rowAt } from '../../../renderer/features/preview/page-rows';
import type { Page } from '../../../shared/layout/paginate/page';

const pages: Page[] = Array.from({ length: 7 }, (_, at) => ({
  number: at + 1,
  width: 11906,
  height: 16838,
  lines: [],
  rules: [],
  pictures: [],
  pageNumber: null,
}));
const room = { width: 980, height: 720 };

test('pages stand alone, in pairs, or as many as fit', () => {
  const counts = (view: 'one' | 'two' | 'all', zoom: number) =>
    pageRows(pages, view, zoom, room).map(({ from, to }) => to - from);
  expect(counts('one', 100)).toEqual([1, 1, 1, 1, 1, 1, 1]);
  expect(counts('two', 50)).toEqual([1, 2, 2, 2]);
  expect(counts('all', 30)).toEqual([3, 3, 1]);
  expect(pageRows([], 'one', 100, room)).toEqual([]);
});

test('two pages face each other as in an open book: page 1 at the right, an even last page at the left', () => {
  const blanks = pageRows(pages.slice(0, 6), 'two', 50, room).map(({ from, to, blank }) => [from + 1, to, blank]);
  expect(blanks).toEqual([
    [1, 1, 'before'],
    [2, 3, undefined],
    [4, 5, undefined],
    [6, 6, 'after'],
  ]);
});

test('two pages fit the window as a whole, one fits its width', () => {
  const size = (zoom: number) => [(793.7 * zoom) / 100, (1122.5 * zoom) / 100] as const;
  const [width, height] = size(fitZoom('two', room, pages[0]!));
  expect(2 * width + 3 * 24).toBeLessThanOrEqual(room.width);
  expect(height).toBeLessThanOrEqual(room.height);
  expect(size(fitZoom('one', room, pages[0]!))[0]).toBeLessThanOrEqual(room.width - 48);
});

test('the row at hand is the one the eye is on', () => {
  const rows = pageRows(pages, 'one', 100, room);
  expect(rowAt(rows, 0, 720)).toBe(0);
  expect(rowAt(rows, rows[3]!.top - 12, 720)).toBe(3);
});

test('zoom goes by steps and stops at the ends', () => {
  expect(nextZoom(56, 1)).toBe(60);
  expect(nextZoom(56, -1)).toBe(50);
  expect(nextZoom(300, 1)).toBe(300);
  expect(nextZoom(25, -1)).toBe(25);
});

test('faces are present under any of their names, else the nearest stands in', () => {
  const installed = new Set(['KaiTi_GB2312', '仿宋', 'FangSong', '黑体', 'SimSun', 'Times New Roman']);
  const found = findFonts((family) => installed.has(family));
  expect(Object.fromEntries(found.map(({ role, state, substitute }) => [role, substitute ?? state]))).toEqual({
    title: 'missing',
    body: '仿宋',
    kai: 'present',
    hei: 'present',
    song: 'present',
    latin: 'present',
  });
});
