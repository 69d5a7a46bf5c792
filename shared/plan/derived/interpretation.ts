import { contentKey, type DerivedPart, sentenceToFill, toFill } from './derived-part';
import type { Chapter } from './read-chapters';
import type { PlanFacts } from './read-facts';
import { backgroundWords, basisWords, chapterWords, indicatorSentence, unitShares } from './write-sentences';

const openingWords = ({ name, short, issuer, number }: PlanFacts): string => {
  const remarks = [number, short === name ? '' : `以下简称${short}`].filter((words) => words !== '');
  const called = `${name}${remarks.length > 0 ? `（${remarks.join('，')}）` : ''}`;
  return issuer !== '' && number !== '' ? `${issuer}印发了${called}，现解读如下。` : `现对${called}解读如下。`;
};

const dutyWords = (facts: PlanFacts): string => {
  const { tasks, units } = facts;
  const dated = tasks.filter(({ deadline }) => deadline !== null).length;
  if (units.length === 0) return sentenceToFill('负责实施的单位和完成时间');
  return `涉及责任单位${units.length}个：${unitShares(facts, 8)}。${dated > 0 ? `${tasks.length}项任务中，写明完成时限的${dated}项。` : ''}`;
};

/** The parts of a 政策解读: the same plan as answers to what people ask. */
export const interpretation = (facts: PlanFacts): readonly DerivedPart[] => {
  const { short, chapters, bases, purposeAt, goalIds, effect, effectAt } = facts;
  const headings = {
    background: `为什么出台${short}？`,
    basis: '制定依据是什么？',
    general: '总体要求是什么？',
    goals: '主要目标是什么？',
    tasks: '主要任务有哪些？',
    duties: '由哪些单位负责？',
    safeguards: '有哪些保障措施？',
    others: '还有哪些规定？',
    effect: '从什么时候起施行？',
  } as const;
  const part = (key: keyof typeof headings, text: string, blockId: string | null = null): DerivedPart => ({
    key,
    heading: headings[key],
    name: headings[key],
    text,
    blockId,
  });
  const serving = (...wanted: readonly Chapter['serves'][]): readonly Chapter[] =>
    chapters.filter(({ serves }) => wanted.includes(serves));
  const told = (key: keyof typeof headings, some: readonly Chapter[]): readonly DerivedPart[] =>
    some.map((chapter) => ({
      key: contentKey(chapter.blockId),
      heading: headings[key],
      name: chapter.heading,
      text: chapterWords(facts, chapter, true),
      blockId: chapter.blockId,
    }));
  // Chapters that serve nothing: what stands before the first that does is how things were, what follows how it is done.
  const first = chapters.findIndex(({ serves }) => serves !== null);
  const isBefore = (chapter: Chapter): boolean => chapters.indexOf(chapter) < first;
  const others = serving(null);
  const [safeguards, tasks] = [serving('safeguards'), serving('tasks')];
  const goals =
    indicatorSentence(facts, goalIds) ||
    serving('goals')
      .map((one) => chapterWords(facts, one))
      .join('\n');
  const goalBlock = chapters.find(({ blockIds }) => [...blockIds].some((id) => goalIds.has(id)))?.blockId;
  return [
    { key: 'opening', heading: null, name: '开头', text: openingWords(facts), blockId: null },
    part('background', backgroundWords(facts, '群众和企业关心的问题，出台的必要性'), purposeAt),
    ...told('background', others.filter(isBefore)),
    part('basis', basisWords(facts), bases[0]?.blockId),
    ...told('general', serving('guidingIdeology')),
    part('goals', goals === '' ? sentenceToFill('主要目标') : goals, goalBlock),
    ...(tasks.length > 0 ? told('tasks', tasks) : [part('tasks', sentenceToFill('主要任务'))]),
    part('duties', dutyWords(facts)),
    ...(safeguards.length > 0 ? told('safeguards', safeguards) : [part('safeguards', sentenceToFill('保障措施'))]),
    ...told(
      'others',
      others.filter((chapter) => !isBefore(chapter)),
    ),
    part('effect', effect === '' ? sentenceToFill('施行日期和有效期') : `${effect}。`, effectAt),
    {
      key: 'contact',
      heading: '向谁咨询？',
      name: '向谁咨询？',
      text: `解读单位：${toFill('单位名称')}；联系人：${toFill('姓名')}；联系电话：${sentenceToFill('电话')}`,
      blockId: null,
    },
  ];
};
