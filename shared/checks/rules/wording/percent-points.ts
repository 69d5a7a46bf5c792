import { patternCheck } from '../tools/finding';
import { sources } from '../tools/sources';

export const percentPoints = patternCheck({
  id: 'wording/percent-points',
  severity: 'hint',
  source: sources.wording,
  title: '两个百分数相差用“百分点”',
  examples: { right: '标准实施率提高9个百分点。', wrong: '标准实施率提高9%。' },
  pattern:
    /(?<=[\u4e00-\u9fff])(?:率|占比|比重|比例)(?:年均|平均|分别|每年|同比)?(?:提高|提升|上升|增加|下降|降低)了?\d+(?:\.\d+)?[%％]/g,
  judge: ([words]) => ({ message: `“${words}”：比率之差如指百分点，应写“个百分点”。` }),
});
