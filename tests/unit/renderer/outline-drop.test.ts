import { describe, expect, it } from 'vitest';
import { outlineRows } from '../../../renderer/app/outline/outline-rows';
import { dropAt } from '../../../renderer/features/outline/drop-place';
import { filterRows } from '../../../renderer/features/outline/outline-marks';
import { chapterOf, chapterStyle } from '../../../renderer/screens/editor/chapter/chapter-focus';
import { opinion } from './build-document';

const document = opinion();
const rows = outlineRows(document);
const at = (text: string) => rows.findIndex((row) => row.text.includes(text));
const drop = (what: string, above: string, wanted: number) =>
  dropAt(document.parts, rows, at(above), rows[at(what)]!, wanted);

describe('a row dragged over the outline', () => {
  it('lands before the row below, at the level nearest to the pointer', () => {
    const place = { part: 'part-main', before: 'tasks-' };
    expect(drop('建设平台', '重点任务', 0)).toEqual({ place, level: 1, indent: 0 });
    expect(drop('建设平台', '重点任务', 1)).toEqual({ place, level: 2, indent: 1 });
    expect(drop('建设平台', '重点任务', 9)).toEqual({ place, level: 3, indent: 2 });
  });

  it('lands before the signature at the end of the text, and in an attachment one step further in', () => {
    expect(drop('总体要求', '落款', 0)).toEqual({ place: { part: 'part-main', before: null }, level: 1, indent: 0 });
    expect(drop('主要目标', '填报说明', 0)?.indent).toBe(1);
  });

  it('is refused before the opening, behind the signature, and in itself', () => {
    expect(drop('主要目标', '导语', 0)).toBeNull();
    expect(drop('主要目标', '附件', 0)).toBeNull();
    expect(drop('总体要求', '主要目标', 0)).toBeNull();
  });

  it('as a 专栏 has no level of its own', () => {
    expect(drop('计量工程', '主要目标', 0)).toEqual({
      place: { part: 'part-main', before: 'goals-' },
      level: null,
      indent: 2,
    });
  });
});

describe('the filter of the outline', () => {
  it('keeps matches, numbers included, and what is above them', () => {
    const shown = (query: string) =>
      rows.filter((_, index) => !filterRows(rows, query).hidden.has(index)).map(({ text }) => text);
    expect(shown('平台')).toEqual(['重点任务', '建设平台']);
    expect(shown('（三）')).toEqual(['重点任务', '建设平台']);
    expect(shown('没有')).toEqual([]);
    expect([...filterRows(rows, '平台').matched]).toEqual([at('建设平台')]);
  });
});

describe('one chapter alone', () => {
  it('is the branch of its heading', () => {
    expect(chapterOf(document, rows, 'tasks-')).toEqual({ part: 0, start: 6, end: 10 });
    expect(chapterOf(document, rows, 'general')).toEqual({ part: 0, start: 3, end: 6 });
    expect(chapterOf(document, rows, 'part-attachment')).toEqual({ part: 1, start: 0, end: 2 });
    expect(chapterOf(document, rows, 'gone')).toBeNull();
  });

  it('hides the other parts and the blocks beside it, and none that is not yet known', () => {
    const style = chapterStyle(document, { part: 0, start: 3, end: 6 });
    expect(style).toContain(':not(:nth-child(1))');
    expect(style).toContain('[data-block="tasks-"]');
    expect(style).not.toContain('[data-block="goals-"]');
  });
});
