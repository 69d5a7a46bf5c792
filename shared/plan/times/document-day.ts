import type { GovDocument } from '../../document/document';
import { blockText } from '../../document/plain-text';
import { fromChineseNumeral } from '../../numbering/chinese-numerals';

const digits = '〇一二三四五六七八九';

const yearOf = (text: string): number =>
  Number(
    [...text.replace(/[○零Ｏ]/g, '〇')].map((char) => (digits.includes(char) ? digits.indexOf(char) : char)).join(''),
  );

const numberOf = (text: string): number => Number(text) || (fromChineseNumeral(text) ?? 0);

/** A written date as 2026-03-05; null when it is not one. */
export const readDay = (text: string): string | null => {
  const match = /(.{4})年(.{1,3})月(.{1,3})日/.exec(text.replace(/\s/g, ''));
  if (!match) return null;
  const [year, month, day] = [yearOf(match[1]!), numberOf(match[2]!), numberOf(match[3]!)];
  if (!year || !month || !day) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
};

/** The day a document was made (成文日期), as 2026-03-05; null where it has none. */
export const documentDay = (document: Pick<GovDocument, 'parts'>): string | null => {
  for (const part of document.parts)
    for (const block of part.children) {
      const day = block.type === 'dateLine' ? readDay(blockText(block)) : null;
      if (day !== null) return day;
    }
  return null;
};
