import type { Level } from '../../document/block';
import { fromChineseNumeral } from '../../numbering/chinese-numerals';

/** A number at the start of a paragraph: what it says and how many characters it takes. */
export type SourceNumber = Readonly<{
  level: Level;
  value: number;
  /** The standard's own form, 第X篇 above 第X章, 第X章 / 第X节, or another variant such as 1）. */
  form: 'standard' | 'volume' | 'chapter' | 'variant';
  length: number;
}>;

const chinese = '[一二三四五六七八九十百零〇廿]{1,6}';
const patterns: readonly (readonly [RegExp, Level, SourceNumber['form']])[] = [
  [new RegExp(`^(${chinese}) ?[、．.] *`), 1, 'standard'],
  [new RegExp(`^（ *(${chinese}) *）[、.]? *`), 2, 'standard'],
  [/^(\d{1,3}) ?[.、](?!\d) */, 3, 'standard'],
  // 1.2026年底前…: a number before a year, not a decimal
  [/^(\d{1,2})[.、](?=(?:19|20)\d{2}[年—\-~～])/, 3, 'standard'],
  // 1.5G网络…: a number before a name that begins with a digit
  [/^(\d{1,2})[.、](?=\dG)/, 3, 'standard'],
  [/^（ *(\d{1,3}) *）[、.]? */, 4, 'standard'],
  [/^(\d{1,2})） */, 4, 'variant'],
  [/^([㈠-㈩])[、.]? */, 2, 'variant'],
  [/^([⒈-⒛])[、.]? */, 3, 'variant'],
  [/^([⑴-⒇])[、.]? */, 4, 'variant'],
  [/^([①-⑳])[、.]? */, 4, 'variant'],
  [/^([Ⅰ-Ⅻ])[、.] */, 1, 'variant'],
  // A chapter's heading stands alone: 第二节说明了……。 is a sentence.
  [new RegExp(`^第(${chinese}|\\d{1,3})[编篇] *(?![^。；]*[。；])`), 1, 'volume'],
  [new RegExp(`^第(${chinese}|\\d{1,3})章 *(?![^。；]*[。；])`), 1, 'chapter'],
  [new RegExp(`^第(${chinese}|\\d{1,3})节 *(?![^。；]*[。；])`), 2, 'chapter'],
];

/** First characters of the runs of enclosed numerals: Ⅰ to Ⅻ, ① ⑴ ⒈ to 20, ㈠ to ㈩. */
const enclosedFrom = [0x2160, 0x2460, 0x2474, 0x2488, 0x3220] as const;

const readDigits = (digits: string): number | null => {
  if (/^\d/.test(digits)) return Number(digits);
  const code = digits.charCodeAt(0);
  const from = enclosedFrom.findLast((start) => code >= start && code < start + 20);
  return from === undefined ? fromChineseNumeral(digits) : code - from + 1;
};

/** Reads the number at the start of a folded text; null when there is none. */
export const readNumber = (folded: string): SourceNumber | null => {
  const first = folded.charCodeAt(0);
  // Digits, （, 第, a numeral or an enclosed one: everything else is out at once.
  if (!(first <= 0x39 || first === 0xff08 || /[第一二三四五六七八九十百廿①-⒛㈠-㈩Ⅰ-Ⅻ]/.test(folded.charAt(0))))
    return null;
  for (const [pattern, level, form] of patterns) {
    const match = pattern.exec(folded);
    if (!match) continue;
    const value = readDigits(match[1]!);
    if (value === null || value === 0) continue;
    return { level, value, form, length: match[0].length };
  }
  return null;
};

const decimal = /^(\d{1,2}(?:\.\d{1,2}){1,3})\.?(?: +|(?=[\u4e00-\u9fff“《]))|^(\d{1,2})\.? +(?=[\u4e00-\u9fff“《])/;
const measured = /^(?:万|亿|千|百|元|个|家|倍|吨|米|公里|年|月|日|％|%|以上|左右)/;

/** 1, 1.1 and 1.1.1 at the start of a folded text, as emergency plans and standards count; null when there is none. */
export const readDecimal = (folded: string): SourceNumber | null => {
  if (!/^\d/.test(folded)) return null;
  const match = decimal.exec(folded);
  if (!match || measured.test(folded.slice(match[0].length))) return null;
  const steps = (match[1] ?? match[2]!).split('.').map(Number);
  const value = steps.at(-1)!;
  return value === 0 ? null : { level: steps.length as Level, value, form: 'chapter', length: match[0].length };
};

/**
 * The highest level at which the texts of a part, in order, count by decimals: 1 for chapters 1, 2 … with 1.1, 1.2 …
 * below them, 2 for the latter below 一、 or 第一章; null where they do not.
 */
export const decimalLevel = (texts: readonly string[]): 1 | 2 | null => {
  let chapter = 0;
  let below = 0;
  let last = 0;
  let named = 0;
  for (const folded of texts) {
    if (folded.length > 60) continue;
    const number = readDecimal(folded) ?? readNumber(folded);
    if (!number) continue;
    if (number.level === 1 && number.value === chapter + 1) {
      chapter += 1;
      last = 0;
      if (!/^\d/.test(folded)) named += 1;
    } else if (number.level === 2 && Number.parseInt(folded, 10) === chapter && number.value === last + 1) {
      below += 1;
      last += 1;
    }
  }
  if (chapter < 2 || below < 2) return null;
  return named > 0 ? 2 : 1;
};

// A single hyphen before a digit is a minus.
const dash = /^(?:—{1,3}|-{2,3}) *(?=[^\s—-])|^- *(?=[^\s\d-])/;

/** Length of a leading dash with the space behind it; 0 when the text does not start with one. */
export const dashLength = (folded: string): number => (/^[—-]/.test(folded) ? (dash.exec(folded)?.[0].length ?? 0) : 0);

const boxTitle = new RegExp(`^专栏 ?(\\d{1,3}|${chinese})?(?:[ ：.、—-]+|(?=[^\\d，。、中为是的里内]))`);

/** 专栏 with its number at the start of a line: lengths of the number and of what precedes the title. */
export const readBoxTitle = (folded: string): Readonly<{ value: number | null; length: number }> | null => {
  const match = folded.startsWith('专栏') ? boxTitle.exec(folded) : null;
  if (!match || folded.length > 60 || folded.lastIndexOf('专栏') > 0 || /[。；]/.test(folded)) return null;
  const raw = match[1];
  if (raw === undefined && !/^专栏[ ：]/.test(folded)) return null;
  const value = raw === undefined ? null : /^\d/.test(raw) ? Number(raw) : fromChineseNumeral(raw);
  return { value, length: match[0].length };
};
