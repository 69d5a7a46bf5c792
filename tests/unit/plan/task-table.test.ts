import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Table } from '../../../shared/document/block';
import { blockText } from '../../../shared/document/plain-text';
import { writeXlsx } from '../../../shared/export/xlsx/write-xlsx';
import type { Task } from '../../../shared/plan/tasks/task';
import { countersignSheet, taskSheet } from '../../../shared/plan/tasks/task-documents';
import {
  byUnit,
  compareTaskTable,
  findTaskTable,
  readTaskTable,
  taskTable,
  updatedTaskTable,
} from '../../../shared/plan/tasks/task-table';
import { editing } from '../editor/notation';

const task = (text: string, lead: string[], support: string[] = [], deadline: string | null = null): Task => ({
  blockId: `block-${text}`,
  text,
  lead,
  support,
  deadline,
  deadlineAt: null,
  outcome: null,
  endBlockId: `block-${text}`,
  unitsFrom: null,
});
const tasks = [
  task('完善设施网络', ['市民政局'], ['市财政局', '市自然资源局'], '2027年6月底前'),
  task('发展助餐服务', ['市民政局']),
  task('培育护理队伍', ['市人力资源社会保障局'], ['市民政局']),
];
const withCell = (table: Table, row: number, cell: number, text: string): Table => ({
  ...table,
  children: table.children.map((line, at) =>
    at === row
      ? {
          ...line,
          children: line.children.map((one, column) => (column === cell ? { ...one, children: [{ text }] } : one)),
        }
      : line,
  ),
});

describe('任务分工表', () => {
  it('is read back as it was written', () => {
    const rows = readTaskTable(taskTable(tasks))!;
    expect(rows.map(({ text, lead, support, deadline }) => [text, lead, support, deadline])).toEqual(
      tasks.map(({ text, lead, support, deadline }) => [text, lead, support, deadline]),
    );
    expect(compareTaskTable(rows, tasks)).toEqual([]);
  });

  it('finds what table and text say differently, whatever the order of the rows', () => {
    const table = withCell(taskTable([tasks[2]!, tasks[0]!, task('旧任务', ['市教育局'])]), 2, 4, '2028年底前');
    const found = compareTaskTable(readTaskTable(table)!, tasks);
    expect(found.map((one) => `${one.kind} ${'task' in one ? one.task.text : one.row.text}`)).toEqual([
      'changed 完善设施网络',
      'missing 发展助餐服务',
      'extra 旧任务',
    ]);
  });

  it('made anew from the text keeps what only the table knew', () => {
    const updated = updatedTaskTable(withCell(taskTable(tasks), 1, 5, '站点布局图'), tasks.slice(0, 2));
    expect(blockText(updated).split('\n').slice(1)).toEqual([
      '1\t完善设施网络\t市民政局\t市财政局、市自然资源局\t2027年6月底前\t站点布局图',
      '2\t发展助餐服务\t市民政局\t\t\t',
    ]);
  });

  it('is found in the attachment that is called so', () => {
    const { session } = editing('T 标题', 'P 正文|');
    session.run({ type: 'insertAttachment', title: '任务分工表', blocks: [taskTable(tasks)] });
    const document = session.getDocument();
    expect(document.parts.map(({ kind }) => kind)).toEqual(['main', 'attachment']);
    expect(readTaskTable(findTaskTable(document)!)).toHaveLength(3);
    session.run({ type: 'undo' });
    expect(findTaskTable(session.getDocument())).toBeNull();
  });

  it('is no table without columns for tasks and units', () => {
    expect(readTaskTable({ ...taskTable(tasks), children: taskTable(tasks).children.slice(1) })).toBeNull();
  });
});

describe('tasks by unit', () => {
  it('count what a unit leads and supports, the busiest first', () => {
    expect(byUnit(tasks).map(({ unit, lead, support }) => `${unit} ${lead.length}/${support.length}`)).toEqual([
      '市民政局 2/1',
      '市财政局 0/1',
      '市自然资源局 0/1',
      '市人力资源社会保障局 1/0',
    ]);
  });

  it('become a 会签单 that names what concerns each unit and where', () => {
    const sheet = countersignSheet('云川市养老服务方案', tasks, (id) => `第${id.length}段`);
    const texts = sheet.parts[0]!.children.map(blockText);
    expect(texts[0]).toBe('云川市养老服务方案会签单');
    expect(texts).toContain('涉及市民政局的任务共3项，其中牵头2项、配合1项。请会签。');
    expect(texts.filter((text) => text.startsWith('会签意见'))).toHaveLength(4);
  });
});

describe('the workbook', () => {
  it('holds the table as texts, so that nothing in it is a formula', () => {
    const files = unzipSync(writeXlsx(taskSheet([task('=1+1', ['市民政局'])])));
    const sheet = strFromU8(files['xl/worksheets/sheet1.xml']!);
    expect(sheet).toContain('<c r="B2" s="2" t="inlineStr"><is><t xml:space="preserve">=1+1</t></is></c>');
    expect(sheet.match(/<row /g)).toHaveLength(2);
  });
});
