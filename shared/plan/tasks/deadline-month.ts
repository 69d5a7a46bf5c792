const seasons: Readonly<Record<string, number>> = { 一: 3, 二: 6, 三: 9, 四: 12, '1': 3, '2': 6, '3': 9, '4': 12 };

/**
 * The last month that a deadline allows, counted from year 0 (2026年6月底前 → 2026 × 12 + 6); a year alone is its
 * December. Null where the words name no year.
 */
export const deadlineMonth = (words: string): number | null => {
  const found = [...words.matchAll(/((?:19|20)\d{2})年(?:(\d{1,2})月|(?:第)?([一二三四1-4])季度|(上半年))?/g)].at(-1);
  if (!found) return null;
  const [, year, month, season, half] = found;
  const last = month ? Number(month) : season ? seasons[season]! : half ? 6 : 12;
  return Number(year) * 12 + last;
};
