import { describe, expect, it } from 'vitest';
import type { TableCell } from '../../../shared/document/block';
import { layOutTable } from '../../../shared/layout/lay-out-table';

const cell = (text: string, more: Partial<TableCell> = {}): TableCell => ({
  type: 'cell',
  ...more,
  children: [{ text }],
});

describe('a table on its way to Word', () => {
  const table = layOutTable(
    {
      type: 'table',
      id: 'table-0',
      children: [
        { type: 'row', header: true, children: [cell('县区', { rowSpan: 2 }), cell('数量', { colSpan: 2 })] },
        { type: 'row', header: true, children: [cell('上年'), cell('本年')] },
        {
          type: 'row',
          children: [cell('甲县'), cell('12', { kind: 'number' }), cell('持平', { kind: 'text', rowSpan: 2 })],
        },
        { type: 'row', children: [cell('乙县'), cell('7', { kind: 'number' })] },
      ],
    },
    8844,
  );
  const shown = table.rows.map(({ cells }) =>
    cells.map(({ paragraphs, columns, vertical }) => [paragraphs[0]!.runs[0]?.text ?? '', columns, vertical ?? '-']),
  );

  it('has its merged cells on a complete grid', () => {
    expect(shown).toEqual([
      [
        ['县区', 1, 'starts'],
        ['数量', 2, '-'],
      ],
      [
        ['', 1, 'continued'],
        ['上年', 1, '-'],
        ['本年', 1, '-'],
      ],
      [
        ['甲县', 1, '-'],
        ['12', 1, '-'],
        ['持平', 1, 'starts'],
      ],
      [
        ['乙县', 1, '-'],
        ['7', 1, '-'],
        ['', 1, 'continued'],
      ],
    ]);
  });

  it('repeats both head rows', () => {
    expect(table.rows.map(({ header }) => header)).toEqual([true, true, false, false]);
  });

  it('sets numbers right, text left, and what has no kind as it did before', () => {
    expect(table.rows[2]!.cells.map(({ paragraphs }) => paragraphs[0]!.align)).toEqual(['center', 'right', 'left']);
  });

  it('aligns a column as a whole: centred where all is short, left where one cell is a sentence', () => {
    const rows = [
      ['1', '公共服务平台'],
      ['2', '建设覆盖各区县的公共技术服务平台'],
    ];
    const set = layOutTable(
      {
        type: 'table',
        id: 'table-1',
        children: rows.map((texts) => ({ type: 'row', children: texts.map((text) => cell(text)) })),
      },
      8844,
    );
    const align = set.rows.map(({ cells }) => cells.map(({ paragraphs }) => paragraphs[0]!.align));
    expect(align).toEqual([
      ['center', undefined],
      ['center', undefined],
    ]);
  });
});
