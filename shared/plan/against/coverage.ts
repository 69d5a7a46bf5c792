import type { Block, TextBlock } from '../../document/block';
import type { GovDocument, PlanLink } from '../../document/document';
import { headingText } from '../../document/heading-text';
import { isHeading } from '../../document/is-heading';
import { blockText } from '../../document/plain-text';
import type { DocumentFunction } from '../../functions/types';
import type { Indicator } from '../indicators/indicator';
import { alikeNames, indicatorKey } from '../indicators/indicator-table';
import type { Task } from '../tasks/task';
import { taskTexts } from '../tasks/task-words';
import { type ComparedText, compareTexts } from './similar';

/** A goal, a task or a safeguard, as one line of the matrix. */
export type CoverageItem = Readonly<{ key: string; blockId: string; text: string; start: number; end: number }>;

/** Why two of them belong together: a person says so, they name one indicator, or their words are alike. */
export type LinkReason = 'said' | 'indicator' | 'words';
/** `from` a goal or a safeguard `to` a task, by keys. */
export type CoverageLink = Readonly<{ from: string; to: string; reason: LinkReason; shared: readonly string[] }>;

export type Coverage = Readonly<{
  goals: readonly CoverageItem[];
  tasks: readonly CoverageItem[];
  safeguards: readonly CoverageItem[];
  links: readonly CoverageLink[];
  /** Safeguards that hold for all tasks alike: leadership, assessment, publicity. */
  general: ReadonlySet<string>;
}>;

/**
 * From this likeness on a link is proposed; goals are short, so it is lower for them. On four labelled plans: 86 of 102
 * links of goals with 19 wrong ones.
 */
const likelyGoal = 0.05;
const likelySafeguard = 0.12;
const mostProposed = 6;
/** A value is brought about by few tasks: those nearly as alike as the best one. */
const nearBest = 0.6;
const generalWords = /组织|领导|统筹|协调|考核|督[查导促]|评估|监督|宣传|氛围|舆论|责任|落实|机制/;

const isText = (block: Block): block is TextBlock =>
  block.type === 'clause' || block.type === 'paragraph' || block.type === 'dash';
/** The sentence of a value without the clauses of its other values. */
const wordsOf = (text: string, own: Indicator, all: readonly Indicator[]): string => {
  const from = Math.max(...[...'。；'].map((sign) => text.lastIndexOf(sign, own.start - 1))) + 1;
  const stop = /[。；]/.exec(text.slice(own.end))?.index;
  const others = all.filter(({ start }) => start !== own.start);
  return [...text.slice(from, stop === undefined ? undefined : own.end + stop).matchAll(/[^，]+/g)]
    .filter(({ index, 0: { length } }) => {
      const [start, end] = [from + index, from + index + length];
      const holds = (one: Indicator): boolean => one.start < end && one.end > start;
      return holds(own) || !others.some(holds);
    })
    .map(([clause]) => clause)
    .join('，');
};

const itemOf = (block: TextBlock): CoverageItem => ({
  key: block.id,
  blockId: block.id,
  text: (headingText(block) || (/^[^。；]*/.exec(blockText(block))?.[0] ?? '')).slice(0, 80),
  start: 0,
  end: 0,
});

/** Blocks of a function that say something themselves, a heading that only opens others left out; each with its words. */
const itemsOf = (
  { parts }: Pick<GovDocument, 'parts'>,
  functions: ReadonlyMap<string, DocumentFunction>,
  fn: DocumentFunction,
): readonly Readonly<{ block: TextBlock; words: string }>[] =>
  parts.flatMap(({ children }) => {
    const own = children.filter((block): block is TextBlock => isText(block) && functions.get(block.id) === fn);
    const heads = own.filter((block) => block.type === 'clause' && isHeading(block));
    // The innermost headings with what stands under them; without headings every paragraph.
    if (heads.length === 0) return own.map((block) => ({ block, words: blockText(block) }));
    return heads.flatMap((block) => {
      const from = own.indexOf(block) + 1;
      const to = own.findIndex((one, at) => at >= from && heads.includes(one));
      const under = own.slice(from, to < 0 ? undefined : to);
      const next = own[from];
      const opens =
        next?.type === 'clause' && block.type === 'clause' && heads.includes(next) && next.level > block.level;
      return opens ? [] : [{ block, words: [block, ...under].map(blockText).join('\n') }];
    });
  });

/** `name`: that of its indicator, where it has a value; `chapter`: what it is said under. */
type Goal = Readonly<{ item: CoverageItem; words: string; chapter: string; name: string | null }>;

/** What the sentences of an item are about: its own heading, or for one without the heading above. */
const leadOf = (block: TextBlock, above: string): string => {
  if (isHeading(block)) return headingText(block);
  const first = /^[^。；：\d]{2,20}(?=[。：])/.exec(blockText(block))?.[0];
  return first ?? above;
};

/** The values of the goals, one each, and the goals that are said without a value. */
const readGoals = (
  document: Pick<GovDocument, 'parts'>,
  functions: ReadonlyMap<string, DocumentFunction>,
  indicators: readonly Indicator[],
): readonly Goal[] => {
  const blocks = document.parts
    .flatMap(({ children }) => children.filter(isText))
    .filter(({ id }) => functions.get(id) === 'goals');
  let above = '';
  return blocks.flatMap((block): readonly Goal[] => {
    const chapter = leadOf(block, above);
    if (isHeading(block)) above = headingText(block);
    const own = indicators.filter(({ blockId }) => blockId === block.id);
    const text = blockText(block);
    if (own.length > 0)
      return own.map((one) => ({
        item: {
          key: indicatorKey(one),
          blockId: one.blockId,
          text: `${one.name}${one.value}${one.unit}${one.year === null ? '' : `（${one.year}年）`}`,
          start: one.start,
          end: one.end,
        },
        words: wordsOf(text, one, own),
        chapter,
        name: one.name,
      }));
    const bare = isHeading(block) && text.replace(/。$/, '') === headingText(block);
    return bare || text.length < 12 ? [] : [{ item: itemOf(block), words: text, chapter: above, name: null }];
  });
};

const propose = (
  from: readonly CoverageItem[],
  fromTexts: readonly ComparedText[],
  tasks: readonly CoverageItem[],
  texts: readonly ComparedText[],
  least: number,
  isNarrow: (from: number) => boolean = () => false,
): readonly CoverageLink[] => {
  const counts = new Map<number, number>();
  const bests = new Map<number, number>();
  return compareTexts(fromTexts, texts).flatMap(({ one, other, score, shared }): CoverageLink[] => {
    const sofar = counts.get(one) ?? 0;
    const best = bests.get(one) ?? score;
    bests.set(one, best);
    if (score < least || sofar >= mostProposed || (isNarrow(one) && score < nearBest * best)) return [];
    counts.set(one, sofar + 1);
    return [{ from: from[one]!.key, to: tasks[other]!.key, reason: 'words', shared }];
  });
};

/**
 * Goals × tasks × safeguards: what serves what. Links are proposed from shared words and shared indicators; what the
 * person has said of a pair stands above them.
 */
export const readCoverage = (
  document: Pick<GovDocument, 'parts'>,
  functions: ReadonlyMap<string, DocumentFunction>,
  { indicators, tasks: all }: Readonly<{ indicators: readonly Indicator[]; tasks: readonly Task[] }>,
  said: readonly PlanLink[] = [],
): Coverage => {
  const own = all.filter(
    ({ blockId }, at) => functions.get(blockId) === 'tasks' && all.findIndex((one) => one.blockId === blockId) === at,
  );
  const texts = taskTexts(document, own);
  const tasks = own.map(
    ({ blockId, text }): CoverageItem => ({ key: blockId, blockId, text: text.slice(0, 80), start: 0, end: 0 }),
  );
  const goals = readGoals(document, functions, indicators);
  const measures = itemsOf(document, functions, 'safeguards');
  const safeguards = measures.map(({ block }) => itemOf(block));
  const general = new Set(safeguards.filter(({ text }) => generalWords.test(text)).map(({ key }) => key));
  const named = goals.flatMap(({ item, name }) =>
    name === null
      ? []
      : own.flatMap((task, at): CoverageLink[] =>
          indicators.some((one) => alikeNames(one.name, name) && isWithin(document, task, one.blockId))
            ? [{ from: item.key, to: tasks[at]!.key, reason: 'indicator', shared: [name] }]
            : [],
        ),
  );
  const proposed = [
    ...named,
    ...propose(
      goals.map(({ item }) => item),
      goals.map(({ item, words, chapter }) => ({ heading: item.text, words, chapter })),
      tasks,
      texts,
      likelyGoal,
      (at) => goals[at]!.name !== null,
    ),
    // What holds for all tasks alike needs no link to one.
    ...propose(
      safeguards,
      measures.map(({ words }, at) => ({ heading: safeguards[at]!.text, words })),
      tasks,
      texts,
      likelySafeguard,
    ).filter(({ from }) => !general.has(from)),
  ];
  const links = new Map<string, CoverageLink>();
  for (const link of proposed) {
    const key = `${link.from}\n${link.to}`;
    if (!links.has(key)) links.set(key, link);
  }
  for (const { from, to, not } of said) {
    if (not) links.delete(`${from}\n${to}`);
    else links.set(`${from}\n${to}`, { from, to, reason: 'said', shared: links.get(`${from}\n${to}`)?.shared ?? [] });
  }
  return {
    goals: goals.map(({ item }) => item),
    tasks,
    safeguards,
    links: [...links.values()],
    general,
  };
};

const isWithin = ({ parts }: Pick<GovDocument, 'parts'>, task: Task, blockId: string): boolean => {
  if (task.blockId === blockId) return true;
  for (const { children } of parts) {
    const from = children.findIndex(({ id }) => id === task.blockId);
    if (from < 0) continue;
    const to = children.findIndex(({ id }) => id === task.endBlockId);
    const at = children.findIndex(({ id }) => id === blockId);
    return at >= from && at <= to;
  }
  return false;
};

/** What serves nothing: goals without a task, tasks for no goal, safeguards for no task. */
export const orphans = ({
  goals,
  tasks,
  safeguards,
  links,
  general,
}: Coverage): Readonly<Record<'goals' | 'tasks' | 'safeguards', readonly CoverageItem[]>> => {
  const goalKeys = new Set(goals.map(({ key }) => key));
  const from = new Set(links.map((link) => link.from));
  const served = new Set(links.filter((link) => goalKeys.has(link.from)).map(({ to }) => to));
  return {
    goals: goals.filter(({ key }) => !from.has(key)),
    tasks: tasks.filter(({ key }) => !served.has(key)),
    safeguards: safeguards.filter(({ key }) => !from.has(key) && !general.has(key)),
  };
};
