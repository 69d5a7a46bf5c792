import type { Superior, SuperiorItem } from '../../document/superior';
import type { Indicator } from '../indicators/indicator';
import { alikeNames, indicatorKey } from '../indicators/indicator-table';
import { splitPower } from '../indicators/quantity';
import { deadlineMonth } from '../tasks/deadline-month';
import type { Task } from '../tasks/task';
import { type ComparedText, compareTexts, type Likeness } from './similar';

/** How this document answers what is asked. `maybe`: something resembles it, and a person is to say. */
export type SuperiorStatus =
  | 'taken'
  | 'partly'
  | 'maybe'
  | 'missing'
  /** Of values: the same, less than asked, more than asked; an amount of the whole region is to be checked by hand. */
  | 'equal'
  | 'below'
  | 'above'
  | 'amount';

/** What in this document answers an item. */
export type Answer = Readonly<{ key: string; blockId: string; text: string; start: number; end: number }>;

export type SuperiorRow = Readonly<{
  superior: string;
  /** Place in the items of that document, from 0. */
  at: number;
  item: SuperiorItem;
  status: SuperiorStatus;
  /** The best first; a task that is spread over several here has up to three. */
  answers: readonly Answer[];
  /** The date here is after the one that is asked for. */
  later: boolean;
  /** A person has said so. */
  decided: boolean;
  /** Why it is taken for the answer: the words both share. */
  shared: readonly string[];
}>;

/** What this document has to answer with. */
export type Ours = Readonly<{
  indicators: readonly Indicator[];
  tasks: readonly Task[];
  texts: readonly ComparedText[];
}>;

/**
 * From `likely` on tasks are put beside each other, from `whole` on the task counts as taken over as a whole; what is at
 * least `possible` is asked about (half of those are right). Set with ten labelled pairs of plans; on thirteen 127 of 178
 * counterparts are found with 13 wrong ones.
 */
const likely = 0.12;
const whole = 0.22;
const possible = 0.07;
const mostAnswers = 6;

/** A value as a number with its bare unit: 1.2万个 → 12000 个. Of a range its lower end; null for none. */
const amountOf = (value: string, written: string): Readonly<{ number: number; unit: string }> | null => {
  const number = Number.parseFloat(value.replaceAll(/[,，]/g, ''));
  if (!Number.isFinite(number)) return null;
  const { factor, unit } = splitPower(written);
  return { number: number * factor, unit };
};

/** Whether a value can be held against that of a larger region: a share, a rate, a score, an amount a head. */
const isRate = (name: string, unit: string): boolean =>
  /[%‰]|百分点|^分$|^岁$|^年$|工作日|分钟|小时|\/|^倍$/.test(unit) ||
  /率|比重|占比|比例|人均|每[万千百]|强度|指数|满意度/.test(name);

const answerTo = (task: Task): Answer => ({
  key: task.blockId,
  blockId: task.blockId,
  text: task.text,
  start: 0,
  end: 0,
});
const answerOf = (one: Indicator): Answer => ({
  key: indicatorKey(one),
  blockId: one.blockId,
  text: `${one.name}${one.bound === 'at-most' ? '≤' : ''}${one.value}${one.unit}${one.year === null ? '' : `（${one.year}年）`}`,
  start: one.start,
  end: one.end,
});

type Asked<K extends SuperiorItem['kind']> = Extract<SuperiorItem, { kind: K }>;

const isLater = (item: Asked<'task'>, task: Task): boolean => {
  const [asked, own] = [deadlineMonth(item.deadline ?? ''), deadlineMonth(task.deadline ?? '')];
  return asked !== null && own !== null && own > asked;
};

const judgeValue = (item: Asked<'indicator'>, one: Indicator): SuperiorStatus => {
  const [asked, own] = [amountOf(item.value, item.unit), amountOf(one.value, one.unit)];
  if (!asked || !own || asked.unit !== own.unit) return 'maybe';
  if (asked.number === own.number) return 'equal';
  const better = item.less ? own.number < asked.number : own.number > asked.number;
  if (better) return 'above';
  return isRate(item.text, item.unit) ? 'below' : 'amount';
};

/** The value here that answers one asked for: of the same name, the same kind of change, the nearest year. */
const findValue = (item: Asked<'indicator'>, indicators: readonly Indicator[]): Indicator | null => {
  const named = indicators.filter(
    (one) =>
      alikeNames(one.name, item.text) &&
      one.change === (item.change ?? false) &&
      amountOf(one.value, one.unit)?.unit === amountOf(item.value, item.unit)?.unit,
  );
  const distance = ({ year }: Indicator): number =>
    year === null || item.year === null ? 0.5 : Math.abs(year - item.year);
  return named.toSorted((a, b) => distance(a) - distance(b))[0] ?? null;
};

/**
 * What superior documents ask for beside what this one says: one row an item, in their order. What a person has decided
 * holds for as long as its answer is there.
 * @param compare `compareTexts`, or the same with a memory
 */
export const compareWithSuperiors = (
  superiors: readonly Superior[],
  ours: Ours,
  compare: typeof compareTexts = compareTexts,
): readonly SuperiorRow[] =>
  superiors.flatMap((superior) => {
    const { id, items, decisions } = superior;
    const decided = new Map(decisions.map((decision) => [decision.item, decision] as const));
    const tasks = items.flatMap((item, at) => (item.kind === 'task' ? [{ item, at }] : []));
    const likenesses = compare(
      tasks.map(({ item: { text, words, chapter = '' } }) => ({ heading: text, words, chapter })),
      ours.texts,
    );
    const likenessesOf = new Map<number, Likeness[]>();
    for (const likeness of likenesses) {
      const { at } = tasks[likeness.one]!;
      likenessesOf.set(at, [...(likenessesOf.get(at) ?? []), likeness]);
    }
    return items.map((item, at): SuperiorRow => {
      const bare = { superior: id, at, item, later: false, decided: false, shared: [] as readonly string[] };
      const decision = decided.get(at);
      if (decision && decision.ours === null) return { ...bare, status: 'missing', answers: [], decided: true };
      if (item.kind === 'indicator') {
        const chosen = decision && ours.indicators.find((one) => indicatorKey(one) === decision.ours);
        const one = chosen ?? findValue(item, ours.indicators);
        if (!one) return { ...bare, status: 'missing', answers: [] };
        const later = one.year !== null && item.year !== null && one.year > item.year;
        return {
          ...bare,
          status: judgeValue(item, one),
          answers: [answerOf(one)],
          later,
          decided: chosen !== undefined,
        };
      }
      const chosen = decision && ours.tasks.find(({ blockId }) => blockId === decision.ours);
      if (chosen) {
        const status = decision.partly ? 'partly' : 'taken';
        return { ...bare, status, answers: [answerTo(chosen)], later: isLater(item, chosen), decided: true };
      }
      const found = likenessesOf.get(at) ?? [];
      const near = found.filter(({ score }) => score >= likely).slice(0, mostAnswers);
      const [best] = near.length > 0 ? near : found.filter(({ score }) => score >= possible);
      const task = best && ours.tasks[best.other];
      if (!best || !task) return { ...bare, status: 'missing', answers: [] };
      return {
        ...bare,
        status: best.score >= whole ? 'taken' : best.score >= likely ? 'partly' : 'maybe',
        answers: (near.length > 0 ? near : [best]).map(({ other }) => answerTo(ours.tasks[other]!)),
        later: isLater(item, task),
        shared: best.shared,
      };
    });
  });
