import { patternCheck } from '../tools/finding';
import { sources } from '../tools/sources';

export const leadingMark = patternCheck({
  id: 'form/leading-mark',
  severity: 'should',
  source: sources.punctuation,
  title: '段落开头和编号后面不用标点',
  examples: { right: '编制标准体系表。', wrong: '，编制标准体系表。' },
  pattern: /^[，。；：、）》”.．](?=[\u4e00-\u9fff])/g,
  prose: true,
  judge: ([mark]) => ({ message: `开头的“${mark}”应删去。`, text: '' }),
});
