import { patternCheck } from '../tools/finding';
import { sources } from '../tools/sources';

export const ordinalComma = patternCheck({
  id: 'form/ordinal-comma',
  severity: 'should',
  source: sources.punctuation,
  title: '“第一”“首先”一类词语后面用逗号',
  examples: { right: '首先，摸清标准底数。其次，编制体系表。', wrong: '首先、摸清标准底数。其次、编制体系表。' },
  pattern: /(?<=^|[。；：])(第[一二三四五六七八九十]|首先|其次|再次|最后)、(?![第一二三四五六七八九十])/g,
  judge: ([all, word = '']) => ({ message: `“${all}”应写作“${word}，”。`, text: `${word}，` }),
});
