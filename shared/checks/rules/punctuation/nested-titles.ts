import { patternCheck } from '../tools/finding';
import { sources } from '../tools/sources';

export const nestedTitles = patternCheck({
  id: 'form/nested-titles',
  severity: 'should',
  source: sources.punctuation,
  title: '书名号里再用书名号时，里面一层用单书名号〈〉',
  examples: {
    right: '执行《云川市实施〈标准化法〉办法》。',
    wrong: '执行《云川市实施《标准化法》办法》。',
  },
  pattern: /《([^《》]*《[^《》]*》[^《》]*)》/g,
  judge: ([all, inner = '']) => ({
    message: `“${all}”里面一层书名号应为〈〉。`,
    text: `《${inner.replace(/《/g, '〈').replace(/》/g, '〉')}》`,
  }),
});
