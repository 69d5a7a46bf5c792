import { patternCheck } from '../tools/finding';
import { sources } from '../tools/sources';

export const goalUnit = patternCheck({
  id: 'depth/number-without-unit',
  severity: 'should',
  source: sources.functions,
  title: '指标的数值写明单位',
  examples: { right: '标准实施率达到90%，平台用户达到8000家。', wrong: '标准实施率达到90，平台用户达到8000。' },
  folded: true,
  prose: true,
  pattern:
    /(?:达到|提高到|提升到|增加到|增长到|降低到|下降到|控制在|稳定在)(?!(?:19|20)\d{2}[，。；、])\d+(?:\.\d+)?(?:以上|以下|以内|左右)?(?=[，。；])/g,
  // Indices and marks have none.
  judge: ({ 0: text, index, input }) =>
    /指[数數]|满意度|滿意度|竞争力|幸福感|安全感|得分|分数|分值|系数|排名|位次|评分|积分|评价值|比为/.test(
      input.slice(Math.max(0, index - 24), index),
    )
      ? null
      : { message: `“${text}”没有写单位。` },
});
