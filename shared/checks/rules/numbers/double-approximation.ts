import { patternCheck } from '../tools/finding';
import { sources } from '../tools/sources';

const amount =
  '[\\d一二三四五六七八九十百千万亿.]{1,8}(?:[%％]|个百分点|[个项家名人次天年吨亩户元册辆台套座所处场批件株头条期班]|人次|万元|亿元|公里|平方米|公顷)?';

export const doubleApproximation = patternCheck({
  id: 'form/double-approximation',
  severity: 'should',
  source: sources.wording,
  title: '表示约数、界限的词语不重复',
  examples: { right: '制定标准约10项。', wrong: '制定标准约10项左右。' },
  pattern: new RegExp(
    `(?:(?:大约|约为?|将近|接近)${amount}(?:左右|上下|以上|多[个项家名人万亿])|(?:超过|至少|不少于|不低于|多于|高于)${amount}(?:以上|左右)|(?:不超过|最多|不高于|不多于|低于)${amount}(?:以下|以内|左右))`,
    'g',
  ),
  judge: ([text]) => ({ message: `“${text}”前后两个约数或界限词语重复，留一个。` }),
});
