import { describe, expect, it } from 'vitest';
import { outlineRows, pathTo, rowOfBlocks, sameRows } from '../../../renderer/app/outline/outline-rows';
import { block, clause, documentOf, opinion, part } from './build-document';

const show = (rows: ReturnType<typeof outlineRows>) =>
  rows.map((row) => `${'  '.repeat(row.depth)}${row.label}${row.text}`);

describe('the rows of the outline', () => {
  it('show opening, chapters with computed numbers, boxes, end and attachments in document order', () => {
    expect(show(outlineRows(opinion()))).toEqual([
      '导语',
      '一、总体要求',
      '  （一）指导思想',
      '  （二）主要目标',
      '二、重点任务',
      '  （三）建设平台',
      '    专栏1计量工程',
      '落款',
      '附件：主要指标表',
      '  一、填报说明',
    ]);
  });

  it('lead the opening to its first paragraph, behind title and recipients', () => {
    expect(outlineRows(opinion())[0]?.blockId).toBe('opening');
  });

  it('leave out numbered sentences, which are text and not headings', () => {
    expect(outlineRows(opinion()).some((row) => row.id === 'sentence')).toBe(false);
  });

  it('show a heading without words as still to be written', () => {
    const rows = outlineRows(documentOf(part('main', [clause('empty-', 1, '')])));
    expect(show(rows)).toEqual(['一、（待写）']);
  });

  it('put an item that skips a level under the nearest heading above it', () => {
    const rows = outlineRows(documentOf(part('main', [clause('one---', 1, '要求'), clause('three-', 3, '质量')])));
    expect(show(rows)).toEqual(['一、要求', '  1.质量']);
  });

  it('give every block the row it belongs to', () => {
    const document = opinion();
    const rows = outlineRows(document);
    const rowOf = rowOfBlocks(document, rows);
    const rowTextOf = (id: string) => rows[rowOf.get(id) ?? -1]?.text;
    expect(rowTextOf('recipients')).toBe('导语');
    expect(rowTextOf('sentence')).toBe('计量工程');
    expect(rowTextOf('dated-')).toBe('落款');
    expect(rowTextOf('att-title')).toBe('附件：主要指标表');
  });

  it('know the way from the chapter down to a row', () => {
    const rows = outlineRows(opinion());
    const index = rows.findIndex((row) => row.kind === 'box');
    expect(pathTo(rows, index).map((row) => row.text)).toEqual(['重点任务', '建设平台', '计量工程']);
    expect(pathTo(rows, -1)).toEqual([]);
  });

  it('stay the same while only the words of paragraphs change', () => {
    const before = opinion();
    const main = before.parts[0]!;
    const children = main.children.map((old) =>
      old.id === 'opening' ? block('opening', 'paragraph', '现就此提出意见。') : old,
    );
    const after = { ...before, parts: [{ ...main, children }, before.parts[1]!] };
    expect(sameRows(outlineRows(before), outlineRows(after))).toBe(true);
    expect(sameRows(outlineRows(before), outlineRows(documentOf(main)))).toBe(false);
  });
});
