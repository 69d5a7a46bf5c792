import type { Table } from '../../document/block';
import { derivedTable } from '../../document/derived-document';
import type { GovDocument } from '../../document/document';
import { blockText, leavesText } from '../../document/plain-text';
import type { Task } from './task';

export const taskTableTitle = '任务分工表';
/** Head of the table. */
export const taskTableHead = ['序号', '重点任务', '牵头单位', '配合单位', '完成时限', '成果形式'] as const;

/** What one line of a 任务分工表 says. */
export type TaskRow = Readonly<{
  text: string;
  lead: readonly string[];
  support: readonly string[];
  deadline: string | null;
  outcome: string | null;
}>;

/** One line of the table, from 1 on. */
export const taskCells = ({ text, lead, support, deadline, outcome }: TaskRow, at: number): string[] => [
  String(at + 1),
  text,
  lead.join('、'),
  support.join('、'),
  deadline ?? '',
  outcome ?? '',
];

/** The 任务分工表 (序号 重点任务 牵头单位 配合单位 完成时限 成果形式) of the tasks. */
export const taskTable = (tasks: readonly TaskRow[]): Table => derivedTable(taskTableHead, tasks.map(taskCells));

const columnNames: Readonly<Record<'text' | 'lead' | 'support' | 'deadline' | 'outcome', RegExp>> = {
  text: /任务|事项|举措|内容/,
  lead: /牵头|责任单位|主办/,
  support: /配合|协办|参与/,
  deadline: /时限|时间|期限/,
  outcome: /成果|形式/,
};

const list = (cell: string): string[] => cell.split(/[、，；\s]+/).filter((name) => name !== '');

/** The rows of a 任务分工表, by the names of its columns; null when the table is none. */
export const readTaskTable = (table: Table): readonly TaskRow[] | null => {
  const rows = table.children.map(({ children }) => children.map((cell) => leavesText(cell.children).trim()));
  const [names = [], ...lines] = rows;
  const column = (name: keyof typeof columnNames): number => names.findIndex((cell) => columnNames[name].test(cell));
  if (column('text') < 0 || column('lead') < 0) return null;
  return lines.map((cells) => {
    const cell = (name: keyof typeof columnNames): string => cells[column(name)] ?? '';
    return {
      text: cell('text'),
      lead: list(cell('lead')),
      support: list(cell('support')),
      deadline: cell('deadline') || null,
      outcome: cell('outcome') || null,
    };
  });
};

/** The 任务分工表 of a document: the first table of an attachment called so; null when there is none. */
export const findTaskTable = ({ parts }: Pick<GovDocument, 'parts'>): Table | null => {
  const part = parts.find(
    ({ kind, children }) =>
      kind === 'attachment' &&
      children.some((block) => block.type === 'title' && /任务分工|分工方案/.test(blockText(block))),
  );
  return (
    part?.children.find((block): block is Table => block.type === 'table' && readTaskTable(block) !== null) ?? null
  );
};

/** Where table and text say different things of a task. */
export type TaskDifference =
  | Readonly<{ kind: 'changed'; task: Task; row: TaskRow }>
  /** Only the text has it. */
  | Readonly<{ kind: 'missing'; task: Task }>
  /** Only the table has it. */
  | Readonly<{ kind: 'extra'; row: TaskRow }>;

const same = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((name) => other.includes(name));
const plain = (text: string): string => text.replace(/[\s。]/g, '');

/** Table and text side by side, tasks by their words. What is to come of a task (成果形式) may be said in the table alone. */
export const compareTaskTable = (rows: readonly TaskRow[], tasks: readonly Task[]): readonly TaskDifference[] => {
  const open = [...rows];
  const differences = tasks.flatMap((task): TaskDifference[] => {
    const at = open.findIndex((row) => plain(row.text) === plain(task.text));
    if (at < 0) return [{ kind: 'missing', task }];
    const [row] = open.splice(at, 1) as [TaskRow];
    const equal =
      same(row.lead, task.lead) && same(row.support, task.support) && (row.deadline ?? '') === (task.deadline ?? '');
    return equal ? [] : [{ kind: 'changed', task, row }];
  });
  return [...differences, ...open.map((row): TaskDifference => ({ kind: 'extra', row }))];
};

/** The table made anew from the tasks; what only the table knew of a task (成果形式) is kept. */
export const updatedTaskTable = (table: Table, tasks: readonly Task[]): Table => {
  const known = new Map((readTaskTable(table) ?? []).map((row) => [plain(row.text), row] as const));
  const rows = tasks.map((task) => ({ ...task, outcome: known.get(plain(task.text))?.outcome ?? task.outcome }));
  return { ...taskTable(rows), id: table.id, ...(table.caption !== undefined && { caption: table.caption }) };
};

/** Tasks by unit, the units with most of them first; each task once for its lead, once for each supporting unit. */
export const byUnit = (
  tasks: readonly Task[],
): readonly Readonly<{ unit: string; lead: readonly Task[]; support: readonly Task[] }>[] => {
  const units = new Map<string, { lead: Task[]; support: Task[] }>();
  const of = (unit: string) => {
    const known = units.get(unit) ?? { lead: [], support: [] };
    units.set(unit, known);
    return known;
  };
  for (const task of tasks) {
    for (const unit of task.lead) of(unit).lead.push(task);
    for (const unit of task.support) of(unit).support.push(task);
  }
  return [...units]
    .map(([unit, { lead, support }]) => ({ unit, lead, support }))
    .sort((a, b) => b.lead.length + b.support.length - a.lead.length - a.support.length);
};
