import type { Genre } from '../document/document';
import { fold } from './lines/fold';

const endings: readonly (readonly [RegExp, Genre])[] = [
  [/实施意见$/, 'implementation-opinion'],
  [/意见$/, 'opinion'],
  [/(?:规划|规划纲要|发展纲要)$/, 'plan'],
  [/行动(?:计划|方案|纲要)$|(?:年|年度|攻坚|推进|工作|提升|发展)计划$/, 'action-plan'],
  [/方案$/, 'implementation-scheme'],
  [/(?:措施|若干政策|政策措施|若干规定|若干举措|举措)$/, 'measures'],
  [/通知$/, 'notice'],
];

const selfNames: readonly (readonly [RegExp, Genre])[] = [
  [/本实施意见|如下实施意见/, 'implementation-opinion'],
  [/本规划/, 'plan'],
  [/本行动(?:计划|方案)/, 'action-plan'],
  [/本(?:实施|工作)?方案/, 'implementation-scheme'],
  [/(?:本|如下)(?:若干)?措施/, 'measures'],
  [/本意见|如下(?:若干)?意见/, 'opinion'],
];

/** Without what follows the genre word: （2026—2028年）, （试行）, the quotation mark. */
const bareTitle = (title: string): string =>
  fold(title)
    .replace(/\s/g, '')
    .replace(/計畫|计畫|計划/g, '计划')
    .replace(/(?:[（〔][^（）〔〕]*[）〕])+$/, '')
    .replace(/[》”〉]+$/, '')
    .replace(/(?:[（〔][^（）〔〕]*[）〕])+$/, '');

/**
 * Genre of a document from the title of its main part, else from how its first paragraphs call it.
 * A notice that itself holds measures (关于…若干措施的通知) has their genre, one that only issues them does not.
 */
export const recogniseGenre = (title: string, opening: string): Genre => {
  const bare = bareTitle(title);
  const inner =
    /^(?!.*(?:印发|转发|下发|报送|批转)).*关于(.*(?:若干措施|政策措施|实施方案|行动计划|实施意见))的?通知$/.exec(bare);
  const name = inner ? bareTitle(inner[1]!) : bare;
  for (const [pattern, genre] of endings) if (pattern.test(name)) return genre;
  if (name !== '') return 'other';
  const text = fold(opening);
  for (const [pattern, genre] of selfNames) if (pattern.test(text)) return genre;
  return 'other';
};
