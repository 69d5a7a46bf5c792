import { sentenceToFill, spokenCount } from './derived-part';
import type { Chapter } from './read-chapters';
import type { PlanFacts } from './read-facts';

/** So many items are counted out in a sentence (一是…；二是…); more are only named. */
const mostCounted = 10;
const mostNamed = 12;
const ordinals = '一二三四五六七八九十';

/** Names, shortened behind so many; those with a comma of their own apart by ；. */
export const listed = (names: readonly string[], most = mostNamed): string =>
  `${names.slice(0, most).join(names.some((name) => /[，,、]/.test(name)) ? '；' : '、')}${names.length > most ? '等' : ''}`;

/** 一是甲；二是乙。 */
const counted = (items: readonly string[]): string =>
  items.length > mostCounted
    ? `${items.join('；')}。`
    : `${items.map((item, at) => `${ordinals[at]}是${item}`).join('；')}。`;

/** The goals of these blocks with their values, by year: 提出到2028年的指标2项：…. Empty without any. */
export const indicatorSentence = ({ indicators }: PlanFacts, ids: ReadonlySet<string>): string => {
  // Two values in one phrase (甲和乙均达到98%) are read as two.
  const own = new Map(
    indicators.filter(({ blockId }) => ids.has(blockId)).map((one) => [`${one.words}|${one.year}`, one] as const),
  );
  const named = [...own.values()].slice(0, mostNamed);
  const years = [...new Set(named.map(({ year }) => year))];
  const byYear = years.map((year) => {
    const words = named.filter((one) => one.year === year).map((one) => one.words);
    return `${year === null || years.length === 1 ? '' : `到${year}年，`}${words.join('；')}`;
  });
  const only = years.length === 1 && years[0] !== null ? `到${years[0]}年的` : '';
  return own.size === 0
    ? ''
    : `提出${only}指标${own.size}项：${byYear.join('；')}${own.size > mostNamed ? '等' : ''}。`;
};

/** Whether the first sentences under some headings make a line each: not where most of them are long. */
const canCountOut = (items: Chapter['items']): boolean =>
  items.length > 1 &&
  items.length <= mostCounted &&
  items.filter(({ sentence }) => sentence !== '').length * 2 >= items.length;

/** What a chapter says, behind its heading. `full`: with the first sentence under each of its headings, a line each. */
const chapterSentences = (facts: PlanFacts, chapter: Chapter, full: boolean): string => {
  const { items, sentences, sentence, serves, blockIds } = chapter;
  const isWork = serves === 'tasks' || serves === 'safeguards';
  if (full && canCountOut(items))
    return [
      `共${spokenCount(items.length)}个方面。`,
      ...items.map(
        (item, at) => `${ordinals[at]}是${item.heading}。${item.sentence === '' ? '' : `${item.sentence}。`}`,
      ),
    ].join('\n');
  // Where answers are given one by one, the goals have an answer of their own.
  const goals = full ? '' : indicatorSentence(facts, new Set([...blockIds].filter((id) => facts.goalIds.has(id))));
  const headings = items.map(({ heading }) => heading);
  if (items.length > 1)
    return `${isWork ? `从${spokenCount(items.length)}个方面作出部署：${counted(headings)}` : `包括${listed(headings)}。`}${goals}`;
  if (goals !== '') return goals;
  if (items.length === 1) return `包括${headings[0]}。`;
  if (sentences > 0) return `共${sentences}条。${sentenceToFill('概括各条内容')}`;
  return sentence === '' ? sentenceToFill('概括这一部分的内容') : `${sentence}。`;
};

/** A chapter of the plan as one part: its heading as the first sentence, then what it says. */
export const chapterWords = (facts: PlanFacts, chapter: Chapter, full = false): string =>
  `${chapter.heading}。${chapterSentences(facts, chapter, full)}`;

/** Between two titles no 、 stands (GB/T 15834-2011, 4.5.3.5); behind a number it does. */
const listedTitles = (titles: readonly string[]): string => titles.join('、').replaceAll('》、《', '》《');

/** 《…》主要依据《甲》（…）、《乙》《丙》制定。 */
export const basisWords = ({ short, bases }: PlanFacts): string =>
  bases.length === 0
    ? sentenceToFill('制定依据的文件名称和文号')
    : `${short}主要依据${listedTitles(bases.map(({ words }) => words))}制定。`;

export const backgroundWords = ({ short, purpose }: PlanFacts, prompt: string): string =>
  `${purpose === '' ? '' : `制定${short}，是为了${purpose}。`}${sentenceToFill(prompt)}`;

/** How the plan is built: its chapters, indicators, tasks and attachments, in counts. */
export const overviewWords = ({ short, chapters, indicators, tasks, attachments }: PlanFacts): string => {
  const counts = [
    indicators.length > 0 && `指标${indicators.length}项`,
    tasks.length > 0 && `任务${tasks.length}项`,
    attachments.length > 0 && `附件${attachments.length}个`,
  ].filter((words) => words !== false);
  if (chapters.length === 0) return sentenceToFill('概括主要内容');
  return `${short}共分${spokenCount(chapters.length)}个部分${counts.length > 0 ? `，包括${counts.join('、')}` : ''}。`;
};

/** 甲牵头3项、配合1项，乙…: the units with most to do. */
export const unitShares = ({ units }: PlanFacts, most: number): string => {
  const shares = units.slice(0, most).map(({ unit, lead, support }) => {
    const share = [lead.length > 0 && `牵头${lead.length}项`, support.length > 0 && `配合${support.length}项`];
    return `${unit}${share.filter((words) => words !== false).join('、')}`;
  });
  return `${shares.join('，')}${units.length > most ? '等' : ''}`;
};
