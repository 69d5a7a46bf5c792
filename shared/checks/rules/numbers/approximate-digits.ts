import { toChineseNumeral } from '../../../numbering/chinese-numerals';
import { patternCheck } from '../tools/finding';
import { sources } from '../tools/sources';

export const approximateDigits = patternCheck({
  id: 'form/approximate-digits',
  severity: 'should',
  source: sources.numbers,
  title: '相邻两个数表示概数时用汉字，中间不用顿号',
  examples: { right: '培育三五家标准化机构。', wrong: '培育3、5家标准化机构。' },
  pattern: /(?<![\d第表图件、.条款项至和及章节组类级号])([1-8])、([2-9])(?=[个家名人天次种位年](?![级以内\d]))/g,
  judge: ([text, one = '', other = '']) => {
    const gap = Number(other) - Number(one);
    if (gap < 1 || gap > 2) return null;
    const words = `${toChineseNumeral(Number(one))}${toChineseNumeral(Number(other))}`;
    return { message: `“${text}”如表示概数，应写作“${words}”。`, text: words };
  },
});
