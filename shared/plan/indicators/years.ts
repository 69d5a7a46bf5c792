export type Year = Readonly<{ year: number; start: number; end: number }>;

const words =
  /(?:到|至|截至|截止|力争)?(?:(?:19|20)\d{2}年?(?:～|~|—|-|至|到))?(?<year>(?:19|20)\d{2})年(?:\d{1,2}月)?(?:底|末|前|之前|以前)*/g;

/** Years of a text (20xx年); of a period the last one. */
export const readYears = (text: string): readonly Year[] =>
  [...text.matchAll(words)].map((match) => ({
    year: Number(match.groups!.year),
    start: match.index,
    end: match.index + match[0].length,
  }));

export const lastYear = (text: string): number | null => readYears(text).at(-1)?.year ?? null;

/** The words behind the last year. */
export const stripYears = (text: string): string => text.slice(readYears(text).at(-1)?.end ?? 0);
