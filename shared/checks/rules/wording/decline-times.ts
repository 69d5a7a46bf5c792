import { patternCheck } from '../tools/finding';
import { sources } from '../tools/sources';

export const declineTimes = patternCheck({
  id: 'wording/decline-times',
  severity: 'should',
  source: sources.wording,
  title: '减少、下降不用“倍”',
  examples: { right: '办理时间减少三分之二。', wrong: '办理时间减少2倍。' },
  pattern: /(?:下降|减少|降低|缩小|缩短|缩减|压减|压缩)(?:了|至|到)?(?:[\d.]+|[一二三四五六七八九十两几]+)倍/g,
  judge: ([words]) => ({ message: `“${words}”：减少不用“倍”，请改用百分比或几分之几。` }),
});
