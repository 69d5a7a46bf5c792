import { blockText } from '../../../document/plain-text';
import { fromChineseNumeral } from '../../../numbering/chinese-numerals';
import type { BlockCheck } from '../../types';
import { findBlock, replacement } from '../tools/finding';
import { sources } from '../tools/sources';

const rule = {
  id: 'form/date-line',
  severity: 'should',
  source: sources.date,
  title: '成文日期用阿拉伯数字，年份全称，月、日不编虚位，如2026年3月5日',
  examples: {
    right:
      '云川市人民政府关于推进标准化工作的意见\n各县（市、区）人民政府：\n现提出如下意见。\n一、制定标准\n制定电机标准。\n云川市人民政府\n2026年3月5日',
    wrong:
      '云川市人民政府关于推进标准化工作的意见\n各县（市、区）人民政府：\n现提出如下意见。\n一、制定标准\n制定电机标准。\n云川市人民政府\n二〇二六年三月五日',
  },
} as const;

const digits = '〇一二三四五六七八九';

const readYear = (text: string): number =>
  Number(
    [...text.replace(/[○零Ｏ]/g, '〇')].map((char) => (digits.includes(char) ? digits.indexOf(char) : char)).join(''),
  );

/** The date as the standard writes it; null when the line is not understood. */
const standardForm = (line: string): string | null => {
  const match = /^(.{4})年(.{1,3})月(.{1,3})日$/.exec(line) ?? /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/.exec(line);
  if (!match) return null;
  const [year, month, day] = [
    readYear(match[1]!),
    ...[match[2]!, match[3]!].map((part) => Number(part) || fromChineseNumeral(part)),
  ];
  return year && month && day ? `${year}年${month}月${day}日` : null;
};

/** Until July 2012 dates were written in Chinese numerals by rule. */
const wasRightThen = (date: string): boolean => {
  const [year = 0, month = 0] = date.split(/[年月]/).map(Number);
  return year < 2012 || (year === 2012 && month < 7);
};

export const dateLine: BlockCheck = {
  ...rule,
  reads: 'block',
  run: (block) => {
    if (block.type !== 'dateLine' || block.children.some((leaf) => leaf.placeholder)) return [];
    const text = blockText(block);
    // In brackets under the title it is the date of adoption (题注).
    const line = text.replace(/\s|^[（(]|[）)]$/g, '');
    const standard = standardForm(line);
    if (line === '' || standard === line) return [];
    if (standard === null) return [findBlock(rule, block, `成文日期“${line}”应写全年、月、日，如2026年3月5日。`)];
    if (/[一二三四五六七八九]/.test(line) && wasRightThen(standard)) return [];
    const range = { start: 0, end: text.length };
    return [findBlock(rule, block, `成文日期应写作“${standard}”。`, range, replacement(block, range, standard))];
  },
};
