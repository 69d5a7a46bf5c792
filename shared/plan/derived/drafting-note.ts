import { contentKey, type DerivedPart, sentenceToFill } from './derived-part';
import type { PlanFacts } from './read-facts';
import { backgroundWords, basisWords, chapterWords, listed, overviewWords } from './write-sentences';

const headings = {
  background: '起草背景',
  basis: '起草依据',
  process: '起草过程',
  content: '主要内容',
  features: '主要特点',
} as const;

const processWords = ({ units }: PlanFacts): string =>
  [
    `调研起草。${sentenceToFill('起草单位，调研的时间、方式和对象')}`,
    `征求意见。${sentenceToFill('征求了哪些单位和公众的意见，收到几条，采纳几条，未采纳的理由')}`,
    `部门会签。${units.length > 0 ? `文中写到责任单位${units.length}个：${listed(units.map(({ unit }) => unit))}。` : ''}${sentenceToFill('会签情况')}`,
    `合法性审查。${sentenceToFill('审查机构、时间和意见')}`,
    `集体讨论。${sentenceToFill('会议名称、时间和结论')}`,
  ].join('\n');

/** What can be counted, each a sentence; what is new in the plan only its author knows. */
const featureWords = ({ indicators, tasks, units, chapters }: PlanFacts): string => {
  const based = indicators.filter((one) => one.based).length;
  const constrained = indicators.filter(({ kind }) => kind === 'constrained').length;
  const led = tasks.filter(({ lead }) => lead.length > 0).length;
  const dated = tasks.filter(({ deadline }) => deadline !== null).length;
  const leading = units.filter(({ lead }) => lead.length > 1).slice(0, 3);
  const safeguards = chapters.filter(({ serves }) => serves === 'safeguards').flatMap(({ items }) => items);
  const counts = (...words: readonly (string | false)[]): string => words.filter((one) => one !== false).join('，');
  return [
    indicators.length > 0 &&
      `${counts(
        `目标量化。提出指标${indicators.length}项`,
        constrained > 0 && `其中约束性指标${constrained}项`,
        based > 0 && `写明基期值的${based}项`,
      )}。`,
    led + dated > 0 &&
      `${counts(
        `任务分工。${tasks.length}项任务中`,
        led > 0 && `写明牵头单位的${led}项`,
        dated > 0 && `写明完成时限的${dated}项`,
      )}。`,
    units.length > 0 &&
      `${counts(
        `责任单位。涉及单位${units.length}个`,
        leading.length > 0 &&
          `牵头较多的有${leading.map(({ unit, lead }) => `${unit}（${lead.length}项）`).join('、')}`,
      )}。`,
    safeguards.length > 0 && `保障措施。提出${listed(safeguards.map(({ heading }) => heading))}。`,
    sentenceToFill('与以往政策相比的新举措和主要突破'),
  ]
    .filter((words) => words !== false)
    .join('\n');
};

/** The parts of a 起草说明: 背景, 依据, 过程, 主要内容 by chapter, 特点. */
export const draftingNote = (facts: PlanFacts): readonly DerivedPart[] => {
  const { name, short, chapters, bases, purposeAt } = facts;
  const part = (key: keyof typeof headings, text: string, blockId: string | null = null): DerivedPart => ({
    key,
    heading: headings[key],
    name: headings[key],
    text,
    blockId,
  });
  return [
    {
      key: 'opening',
      heading: null,
      name: '开头',
      text: `现将${name}${short === name ? '' : `（以下简称${short}）`}起草情况说明如下。`,
      blockId: null,
    },
    part('background', backgroundWords(facts, '面临的形势、存在的问题和起草的必要性'), purposeAt),
    part('basis', basisWords(facts), bases[0]?.blockId),
    part('process', processWords(facts)),
    part('content', overviewWords(facts)),
    ...chapters.map(
      (chapter): DerivedPart => ({
        key: contentKey(chapter.blockId),
        heading: headings.content,
        name: chapter.heading,
        text: chapterWords(facts, chapter),
        blockId: chapter.blockId,
      }),
    ),
    part('features', featureWords(facts)),
  ];
};
