import { toChineseNumeral } from '../../numbering/chinese-numerals';

const chineseDigits = '〇一二三四五六七八九';
const legalDigits = '零壹贰叁肆伍陆柒捌玖';
const legalUnits = ['', '拾', '佰', '仟'];
const stems = '甲乙丙丁戊己庚辛壬癸';
const branches = '子丑寅卯辰巳午未申酉戌亥';

const letters = (value: number): string => String.fromCharCode(0x61 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));

const romanParts: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

const roman = (value: number): string => {
  let rest = value;
  let written = '';
  for (const [part, sign] of romanParts)
    while (rest >= part) {
      written += sign;
      rest -= part;
    }
  return written;
};

const legal = (value: number): string => {
  const digits = [...String(value)];
  return digits
    .map((digit, at) =>
      digit === '0' ? '零' : `${legalDigits.charAt(Number(digit))}${legalUnits[digits.length - 1 - at] ?? ''}`,
    )
    .join('')
    .replace(/零+/g, '零')
    .replace(/零$/, '');
};

const eachDigit = (value: number, digits: string): string =>
  [...String(value)].map((digit) => digits.charAt(Number(digit))).join('');

const counted = (value: number): string =>
  value >= 1 && value <= 999 ? toChineseNumeral(value) : eachDigit(value, chineseDigits);

/** A sign of a run of enclosed numerals (① …); beyond the run plain digits, as Word writes them. */
const enclosed =
  (first: number, most: number) =>
  (value: number): string =>
    value >= 1 && value <= most ? String.fromCharCode(first + value - 1) : String(value);

const formats: Readonly<Record<string, (value: number) => string>> = {
  decimal: String,
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalHalfWidth: String,
  decimalFullWidth: (value) => eachDigit(value, '０１２３４５６７８９'),
  decimalFullWidth2: (value) => eachDigit(value, '０１２３４５６７８９'),
  decimalEnclosedCircle: enclosed(0x2460, 20),
  decimalEnclosedCircleChinese: enclosed(0x2460, 20),
  decimalEnclosedFullstop: enclosed(0x2488, 20),
  decimalEnclosedParen: enclosed(0x2474, 20),
  ideographEnclosedCircle: enclosed(0x3280, 10),
  chineseCounting: counted,
  chineseCountingThousand: counted,
  taiwaneseCounting: counted,
  taiwaneseCountingThousand: counted,
  japaneseCounting: counted,
  japaneseDigitalTenThousand: (value) => eachDigit(value, chineseDigits),
  ideographDigital: (value) => eachDigit(value, chineseDigits),
  taiwaneseDigital: (value) => eachDigit(value, chineseDigits),
  chineseLegalSimplified: legal,
  ideographLegalTraditional: legal,
  ideographTraditional: (value) => stems.charAt((value - 1) % 10),
  ideographZodiac: (value) => branches.charAt((value - 1) % 12),
  lowerLetter: letters,
  upperLetter: (value) => letters(value).toUpperCase(),
  lowerRoman: roman,
  upperRoman: (value) => roman(value).toUpperCase(),
  numberInDash: (value) => `- ${value} -`,
  none: () => '',
};

/** A number in one of Word's formats (`w:numFmt`, ISO/IEC 29500-1 17.18.59); unknown ones as digits. */
export const formatWordNumber = (format: string, value: number): string =>
  value < 1 || value > 9999 ? String(value) : (formats[format] ?? String)(value);
