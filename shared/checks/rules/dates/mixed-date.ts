import { fromChineseNumeral } from '../../../numbering/chinese-numerals';
import { patternCheck } from '../tools/finding';
import { sources } from '../tools/sources';

const digits = '〇一二三四五六七八九';
const readYear = (text: string): string =>
  [...text.replace(/[○零Ｏ]/g, '〇')].map((digit) => digits.indexOf(digit)).join('');

export const mixedDate = patternCheck({
  id: 'form/mixed-date',
  severity: 'should',
  source: sources.numbers,
  title: '一个日期里不混用汉字数字和阿拉伯数字',
  examples: { right: '2026年3月启动。', wrong: '二〇二六年3月启动。' },
  pattern: /([〇○零Ｏ一二三四五六七八九]{4})年(?=\d{1,2}月)|(?<!\d)(\d{4}年)([一二三四五六七八九十]{1,2})月/g,
  judge: ([text, chineseYear, year, month]) => {
    const fixed = chineseYear ? `${readYear(chineseYear)}年` : `${year}${fromChineseNumeral(month ?? '')}月`;
    return { message: `“${text}”应写作“${fixed}”。`, text: fixed };
  },
});
