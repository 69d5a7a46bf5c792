import { patternCheck } from '../tools/finding';
import { sources } from '../tools/sources';

export const until = patternCheck({
  id: 'wording/until',
  severity: 'should',
  source: sources.wording,
  title: '表示“到某时为止”用“截至”，“截止”后面不直接跟时间',
  examples: { right: '截至2025年底，全市有效标准320项。', wrong: '截止2025年底，全市有效标准320项。' },
  pattern: /截止(?:到|至)?(?=\s*(?:(?:19|20)\d{2}(?!\d)|\d{1,2}月|目前|今年|去年|“十))/g,
  judge: ([word]) => ({ message: `“${word}”后面是时间，应写作“截至”。`, text: '截至' }),
});
