import { type ReactElement, useState } from 'react';
import type { PlanFile } from '../../../shared/ipc/contract';
import type { Task } from '../../../shared/plan/tasks/task';
import type { TaskDifference } from '../../../shared/plan/tasks/task-table';
import { formatCount } from '../../app/ui/format';
import { DifferenceList } from './difference-list';
import { TaskExports } from './task-exports';
import { TaskList, type TaskOrder } from './task-list';
import './plan.css';

/** How the 任务分工表 in the document stands to the text. */
export type TaskTableState = Readonly<{
  differences: readonly TaskDifference[];
  /** What can be written back: tasks of which the table names other units or dates. */
  changed: number;
}>;

type TasksPanelProps = Readonly<{
  /** Null before the text was read. */
  tasks: readonly Task[] | null;
  /** Null without a table. */
  table: TaskTableState | null;
  placeOf(blockId: string): string;
  onJump(blockId: string): void;
  onPickUnits(task: Task): void;
  onInsertTable(): void;
  onUpdateTable(): void;
  onWriteBack(): void;
  onShowTable(): void;
  onExport(file: PlanFile): void;
  onSuperiors(): void;
  onCoverage(): void;
  onTimes(): void;
  onDrafts(): void;
}>;

/** How the tasks can be put in order. */
const orders = [
  { order: 'task', name: '按任务' },
  { order: 'unit', name: '按单位' },
  { order: 'deadline', name: '按时限' },
] as const satisfies readonly Readonly<{ order: TaskOrder; name: string }>[];

/** 分工: every task with its units and its date, what lacks one, and the table that follows from them. */
export const TasksPanel = (props: TasksPanelProps): ReactElement => {
  const { tasks, table } = props;
  const [order, setOrder] = useState<TaskOrder>('task');
  const [only, setOnly] = useState(false);
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  if (!tasks) return <p className="plan-none">正在读取任务…</p>;
  if (tasks.length === 0)
    return (
      <p className="plan-none">文中还没有读到任务。写好任务一章的各条，或在条后写上（责任单位：…），这里会逐条列出。</p>
    );
  const lacking = tasks.filter((task) => task.lead.length === 0 || task.deadline === null);
  const shown = only ? lacking : tasks;
  return (
    <div ref={setScroller} className="plan">
      <p className="plan-head">
        共 {formatCount(tasks.length)} 项任务，{countOf(tasks, (task) => task.lead.length === 0)} 项未写单位，
        {countOf(tasks, (task) => task.deadline === null)} 项未写时限。
      </p>
      <TableBar {...props} table={table} />
      <div className="plan-bar">
        <fieldset className="plan-orders" aria-label="排列">
          {orders.map(({ order: value, name }) => (
            <button key={value} type="button" aria-pressed={order === value} onClick={() => setOrder(value)}>
              {name}
            </button>
          ))}
        </fieldset>
        <label className="plan-only">
          <input type="checkbox" checked={only} onChange={(event) => setOnly(event.target.checked)} />
          只看缺项
        </label>
      </div>
      {shown.length === 0 && <p className="plan-head">每项任务都有单位和时限。</p>}
      <TaskList {...props} tasks={shown} order={order} scroller={scroller} />
      <TaskExports
        onExport={props.onExport}
        onSuperiors={props.onSuperiors}
        onCoverage={props.onCoverage}
        onTimes={props.onTimes}
        onDrafts={props.onDrafts}
      />
    </div>
  );
};

const countOf = (tasks: readonly Task[], matches: (task: Task) => boolean): string =>
  formatCount(tasks.filter(matches).length);

/** Whether there is a table, and what to do where it and the text disagree. */
const TableBar = ({ table, onInsertTable, onUpdateTable, onWriteBack, onShowTable }: TasksPanelProps) => {
  if (!table)
    return (
      <p className="plan-table">
        文中没有任务分工表。
        <button type="button" className="btn" onClick={onInsertTable}>
          加为附件
        </button>
      </p>
    );
  const { differences, changed } = table;
  return (
    <DifferenceList name="任务分工表" differences={differences.map(describe)} onShow={onShowTable}>
      <button type="button" className="btn" onClick={onUpdateTable}>
        按正文更新表
      </button>
      {changed > 0 && (
        <button type="button" className="btn" onClick={onWriteBack}>
          按表改正文
        </button>
      )}
    </DifferenceList>
  );
};

const describe = (one: TaskDifference): string => {
  if (one.kind === 'missing') return `“${short(one.task.text)}”表中没有`;
  if (one.kind === 'extra') return `“${short(one.row.text)}”只在表中`;
  const { task, row } = one;
  const said = [
    task.lead.join('、') !== row.lead.join('、') && `牵头：正文${listed(task.lead)}，表中${listed(row.lead)}`,
    task.support.join('、') !== row.support.join('、') &&
      `配合：正文${listed(task.support)}，表中${listed(row.support)}`,
    (task.deadline ?? '') !== (row.deadline ?? '') &&
      `时限：正文${task.deadline ?? '未写'}，表中${row.deadline ?? '未写'}`,
  ].filter((words) => words !== false);
  return `“${short(task.text)}”${said.join('；')}`;
};
const listed = (units: readonly string[]): string => (units.length > 0 ? units.join('、') : '未写');
const short = (text: string): string => (text.length > 16 ? `${text.slice(0, 15)}…` : text);
