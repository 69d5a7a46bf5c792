import { useMemo, useState } from 'react';
import type { Task } from '../../../shared/plan/tasks/task';
import { byUnit } from '../../../shared/plan/tasks/task-table';
import { LongList } from './long-list';

export type TaskOrder = 'task' | 'unit' | 'deadline';

/** 2026年6月底前 before 2026年底前; what has no year comes last. */
const deadlineOrder = (words: string): number => {
  const year = Number(/(\d{4})年/.exec(words)?.[1] ?? 9999);
  const month = Number(/年?(\d{1,2})月/.exec(words)?.[1] ?? (/上半年/.test(words) ? 6 : 12));
  return year * 12 + month;
};

/** Tasks under one heading; a task can stand under several. */
type Group = Readonly<{
  name: string;
  count: string;
  load: number | null;
  isOpenAtFirst: boolean;
  own: readonly Task[];
}>;

const groupByUnit = (tasks: readonly Task[]): readonly Group[] => {
  const none = tasks.filter(({ lead, support }) => lead.length + support.length === 0);
  return [
    ...byUnit(tasks).map(({ unit, lead, support }) => ({
      name: unit,
      count: `牵头 ${lead.length} · 配合 ${support.length}`,
      load: lead.length + support.length,
      isOpenAtFirst: false,
      own: [...lead, ...support],
    })),
    { name: '未写单位', count: `${none.length} 项`, load: null, isOpenAtFirst: true, own: none },
  ].filter(({ own }) => own.length > 0);
};

const groupByDeadline = (tasks: readonly Task[]): readonly Group[] => {
  const dates = [...new Set(tasks.flatMap(({ deadline }) => deadline ?? []))].sort(
    (a, b) => deadlineOrder(a) - deadlineOrder(b),
  );
  return [...dates, null]
    .map((date) => ({ date, own: tasks.filter(({ deadline }) => deadline === date) }))
    .filter(({ own }) => own.length > 0)
    .map(({ date, own }) => ({
      name: date ?? '未写时限',
      count: `${own.length} 项`,
      load: null,
      isOpenAtFirst: true,
      own,
    }));
};

/** A row of the list: a heading, or a task, which may stand under one. */
type Item =
  | Readonly<{ key: string; group: Group; isOpen: boolean }>
  | Readonly<{ key: string; group?: never; task: Task; isWithin: boolean }>;

/** A paragraph with several notes has several tasks: they are told apart by their order. */
const taskItems = (tasks: readonly Task[], under: string): readonly Item[] => {
  const counts = new Map<string, number>();
  return tasks.map((task) => {
    const at = counts.get(task.blockId) ?? 0;
    counts.set(task.blockId, at + 1);
    return { key: `${under} ${task.blockId} ${at}`, task, isWithin: under !== '' };
  });
};

/** Heights in px of a heading and of a task. */
const headingHeight = 33;
const taskHeight = 62;

type TaskListProps = Readonly<{
  tasks: readonly Task[];
  order: TaskOrder;
  /** What scrolls it. */
  scroller: HTMLElement | null;
  placeOf(blockId: string): string;
  onJump(blockId: string): void;
  onPickUnits(task: Task): void;
}>;

/** The tasks, each by itself or under its units or its date. */
export const TaskList = ({ tasks, order, scroller, placeOf, onJump, onPickUnits }: TaskListProps) => {
  /** Headings that the person has opened or closed. */
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const items = useMemo((): readonly Item[] => {
    if (order === 'task') return taskItems(tasks, '');
    return (order === 'unit' ? groupByUnit : groupByDeadline)(tasks).flatMap((group) => {
      const key = `${order} ${group.name}`;
      const isOpen = group.isOpenAtFirst !== turned.has(key);
      return [{ key, group, isOpen }, ...(isOpen ? taskItems(group.own, key) : [])];
    });
  }, [tasks, order, turned]);
  const most = Math.max(1, ...items.map(({ group }) => group?.load ?? 0));
  const turn = (key: string) =>
    setTurned((before) => new Set(before.has(key) ? [...before].filter((one) => one !== key) : [...before, key]));
  return (
    <LongList
      items={items}
      keyOf={({ key }) => key}
      usualHeight={({ group }) => (group ? headingHeight : taskHeight)}
      scroller={scroller}
    >
      {(item) =>
        item.group ? (
          <button type="button" className="plan-heading" aria-expanded={item.isOpen} onClick={() => turn(item.key)}>
            <b>{item.group.name}</b>
            <small>{item.group.count}</small>
            {item.group.load !== null && (
              <meter aria-label={`${item.group.name}的任务数`} min={0} max={most} value={item.group.load} />
            )}
          </button>
        ) : (
          <div className={item.isWithin ? 'plan-within' : undefined}>
            <TaskRow task={item.task} place={placeOf(item.task.blockId)} onJump={onJump} onPickUnits={onPickUnits} />
          </div>
        )
      }
    </LongList>
  );
};

type TaskRowProps = Pick<TaskListProps, 'onJump' | 'onPickUnits'> & Readonly<{ task: Task; place: string }>;

const TaskRow = ({ task, place, onJump, onPickUnits }: TaskRowProps) => (
  <>
    <button type="button" className="plan-row" onClick={() => onJump(task.blockId)}>
      <small>{place}</small>
      <span>{task.text}</span>
    </button>
    <p className="plan-facts">
      {task.lead.length > 0 ? task.lead.join('、') : ''}
      {task.support.length > 0 && <span>配合：{task.support.join('、')}</span>}
      {task.deadline !== null && <span>{task.deadline}</span>}
      {task.outcome !== null && <span>成果：{task.outcome}</span>}
      {task.unitsFrom?.how === 'inherited' && <span className="plan-mark">单位随上级</span>}
      {task.lead.length === 0 && (
        <button
          type="button"
          className="plan-lack"
          aria-label={`未写单位：${task.text}`}
          onClick={() => onPickUnits(task)}
        >
          未写单位
        </button>
      )}
      {task.deadline === null && <span className="plan-mark">未写时限</span>}
    </p>
  </>
);
