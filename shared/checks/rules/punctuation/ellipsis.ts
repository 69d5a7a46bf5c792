import { patternCheck } from '../tools/finding';
import { sources } from '../tools/sources';

export const ellipsis = patternCheck({
  id: 'form/ellipsis',
  severity: 'should',
  source: sources.punctuation,
  title: '省略号用六个点，写作“……”',
  examples: { right: '电机、茶叶、陶瓷……各有标准。', wrong: '电机、茶叶、陶瓷...各有标准。' },
  pattern: /(?<=[\u4e00-\u9fff，、；。”）])(?:\.{3,}|…)(?![.…]|\s*\d+$)/g,
  prose: true,
  judge: ([mark]) => ({ message: `省略号“${mark}”应写作“……”。`, text: '……' }),
});
