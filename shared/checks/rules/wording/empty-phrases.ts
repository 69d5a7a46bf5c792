import { patternCheck } from '../tools/finding';
import { sources } from '../tools/sources';

const words = /进一步|切实|不断|大力|全面|积极|深入|着力|努力|扎实|持续|充分|有力|高度重视|狠抓/g;

export const emptyPhrases = patternCheck({
  id: 'wording/empty-phrases',
  severity: 'hint',
  source: sources.burden,
  title: '一句话里不堆砌“进一步”“切实”“不断”',
  examples: {
    right: '编制电机标准体系表，发布团体标准12项。',
    wrong: '进一步切实加强领导，不断大力推进，全面积极落实标准化工作。',
  },
  pattern: /(?<=^|[。；])[^。；]{1,80}[。；]/g,
  prose: true,
  when: /进一步|切实|不断|大力|全面|深入|着力/,
  judge: ([sentence]) => {
    const found = sentence.match(words) ?? [];
    return found.length >= 4 && !/\d/.test(sentence)
      ? { message: `这句话用了 ${found.length} 个“${[...new Set(found)].join('”“')}”一类的词，没有写具体做法。` }
      : null;
  },
});
