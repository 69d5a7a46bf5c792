import type { Finding } from '../../shared/checks/types';
import type { Indicator } from '../../shared/plan/indicators/indicator';
import type { Plan } from '../../shared/plan/read-plan';
import type { Task } from '../../shared/plan/tasks/task';
import type { CheckReport } from './check-messages';

/** How a list differs from the one told before: what stands between its unchanged beginning and end. */
export type ListChange<Item> = Readonly<{ at: number; removed: number; added: readonly Item[] }>;

type PlanChanges = Partial<Omit<Plan, 'indicators' | 'tasks'>> &
  Readonly<{ indicators?: ListChange<Indicator>; tasks?: ListChange<Task> }>;

/** What a report says otherwise than the one before it; long lists are not told again for one item. */
export type ReportChanges = Partial<Omit<CheckReport, 'findings' | 'plan'>> &
  Readonly<{ findings?: ListChange<Finding>; plan?: PlanChanges | null }>;

/** Whether two pieces of reports say the same. What was not read anew is the same object, so most is at a glance. */
export const isSame = (one: unknown, other: unknown): boolean => {
  if (one === other) return true;
  if (one instanceof Map && other instanceof Map)
    return one.size === other.size && [...one].every(([key, value]) => other.get(key) === value);
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, at) => isSame(item, other[at]));
  return JSON.stringify(one) === JSON.stringify(other);
};

/** Null where nothing differs. */
const diffList = <Item>(before: readonly Item[], after: readonly Item[]): ListChange<Item> | null => {
  const shorter = Math.min(before.length, after.length);
  let at = 0;
  while (at < shorter && isSame(before[at], after[at])) at += 1;
  let behind = 0;
  while (behind < shorter - at && isSame(before.at(-1 - behind), after.at(-1 - behind))) behind += 1;
  const removed = before.length - behind - at;
  return removed === 0 && after.length === before.length
    ? null
    : { at, removed, added: after.slice(at, after.length - behind) };
};

/** What comes back unchanged stays the object it was, so that nothing is drawn again for it. */
const applyList = <Item>(known: readonly Item[], { at, removed, added }: ListChange<Item>): readonly Item[] => {
  const gone = new Map(known.slice(at, at + removed).map((item) => [JSON.stringify(item), item]));
  return [
    ...known.slice(0, at),
    ...added.map((item) => gone.get(JSON.stringify(item)) ?? item),
    ...known.slice(at + removed),
  ];
};

const differing = <Fields extends object>(before: Fields, after: Fields): Partial<Fields> =>
  Object.fromEntries(
    Object.entries(after).filter(([field, value]) => !isSame(value, before[field as keyof Fields])),
  ) as Partial<Fields>;

const emptyPlan: Plan = { indicators: [], tasks: [], indicatorTables: [], taskTable: null };

/** Undefined where nothing differs. */
const diffPlan = (before: Plan | null, after: Plan | null): PlanChanges | null | undefined => {
  if (after === null) return before === null ? undefined : null;
  const { indicators: indicatorsBefore, tasks: tasksBefore, ...restBefore } = before ?? emptyPlan;
  const { indicators: indicatorsAfter, tasks: tasksAfter, ...restAfter } = after;
  const indicators = diffList(indicatorsBefore, indicatorsAfter);
  const tasks = diffList(tasksBefore, tasksAfter);
  const changes = {
    ...differing(restBefore, restAfter),
    ...(indicators && { indicators }),
    ...(tasks && { tasks }),
  };
  return before !== null && Object.keys(changes).length === 0 ? undefined : changes;
};

const applyPlan = (known: Plan | null, changes: PlanChanges): Plan => {
  const before = known ?? emptyPlan;
  const { indicators, tasks, ...rest } = changes;
  return {
    ...before,
    ...rest,
    indicators: indicators ? applyList(before.indicators, indicators) : before.indicators,
    tasks: tasks ? applyList(before.tasks, tasks) : before.tasks,
  };
};

/** Remembers what was told last and gives only what differs from it; everything at first. */
export const createReportFilter = (): ((report: CheckReport) => ReportChanges) => {
  let told: CheckReport | null = null;
  return (report) => {
    const before = told;
    told = report;
    const { findings: findingsBefore = [], plan: planBefore = null, ...restBefore } = before ?? {};
    const { findings: findingsAfter, plan: planAfter, ...restAfter } = report;
    const findings = diffList(findingsBefore, findingsAfter);
    const plan = diffPlan(planBefore, planAfter);
    return {
      ...differing<Partial<CheckReport>>(restBefore, restAfter),
      ...(findings && { findings }),
      ...(plan !== undefined && { plan }),
    } as ReportChanges;
  };
};

/** The report that `changes` make of the one before; the first changes make the first report. */
export const applyReport = (before: CheckReport | null, changes: ReportChanges): CheckReport => {
  const { findings, plan, ...rest } = changes;
  const known = { findings: [], plan: null, ...before };
  return {
    ...known,
    ...rest,
    findings: findings ? applyList(known.findings, findings) : known.findings,
    plan: plan ? applyPlan(known.plan, plan) : plan === null ? null : known.plan,
  } as CheckReport;
};
