import { fromChineseNumeral } from '../../../numbering/chinese-numerals';

/** What a number counts: 三、 → 3, （12） → 12; null where it holds none. */
export const ordinalOf = (label: string): number | null => {
  const numeral = label.replace(/[^\d０-９一二三四五六七八九十百零〇]/g, '').normalize('NFKC');
  return /^\d+$/.test(numeral) ? Number(numeral) : fromChineseNumeral(numeral);
};
