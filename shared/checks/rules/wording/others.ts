import { patternCheck } from '../tools/finding';
import { sources } from '../tools/sources';

export const others = patternCheck({
  id: 'wording/others',
  severity: 'should',
  source: sources.wording,
  title: '用“其他”，不用“其它”',
  examples: { right: '其他单位按职责配合。', wrong: '其它单位按职责配合。' },
  // Inside a quoted title the word stays as it was published.
  pattern: /其它(?![^《]*》)/g,
  judge: () => ({ message: '“其它”应写作“其他”。', text: '其他' }),
});
