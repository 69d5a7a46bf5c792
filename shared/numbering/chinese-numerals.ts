const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;
const digitOf = new Map<string, number>(digits.map((digit, value) => [digit, value] as const).filter(([, v]) => v > 0));

/** 1 → 一, 10 → 十, 21 → 二十一, 105 → 一百零五. Defined for 1–999. */
export const toChineseNumeral = (value: number): string => {
  if (!Number.isInteger(value) || value < 1 || value > 999) throw new RangeError(`no Chinese numeral for ${value}`);
  const hundreds = Math.floor(value / 100);
  const tens = Math.floor((value % 100) / 10);
  const ones = value % 10;
  if (hundreds === 0) return `${tens === 0 ? '' : `${tens === 1 ? '' : digits[tens]}十`}${digits[ones]}`;
  const rest = tens > 0 ? `${digits[tens]}十${digits[ones]}` : ones > 0 ? `零${digits[ones]}` : '';
  return `${digits[hundreds]}百${rest}`;
};

/** Reads what `toChineseNumeral` writes, and 廿, 卅, 〇 as published documents use them; null for anything else. */
export const fromChineseNumeral = (numeral: string): number | null => {
  const text = numeral.replace(/廿/g, '二十').replace(/卅/g, '三十').replace(/[〇○]/g, '零');
  const match = /^(?:([一二三四五六七八九])百)?(零)?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(
    text,
  );
  if (!match || text === '') return null;
  const [, hundred, , ten, hasTen, one] = match;
  const value =
    (hundred ? (digitOf.get(hundred) ?? 0) * 100 : 0) +
    (hasTen ? (ten ? (digitOf.get(ten) ?? 0) : 1) * 10 : 0) +
    (one ? (digitOf.get(one) ?? 0) : 0);
  return value > 0 ? value : null;
};
