import { patternCheck } from '../tools/finding';
import { sources } from '../tools/sources';

export const commaBeforeDeng = patternCheck({
  id: 'form/comma-before-deng',
  severity: 'should',
  source: sources.punctuation,
  title: '“等”前面不用顿号',
  examples: { right: '推广电机、茶叶、陶瓷等标准。', wrong: '推广电机、茶叶、陶瓷、等标准。' },
  pattern: /、等(?![级值待保额比离候到于同距效价])/g,
  judge: () => ({ message: '“等”前面的顿号应删去。', part: [0, 1], text: '' }),
});
