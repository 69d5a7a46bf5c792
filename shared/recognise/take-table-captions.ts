import type { SourceParagraph } from './types';

/** 表1　主要指标: a number and a few words without a stop. */
const captionPattern = /^表\s*(\d{1,3})[\s\u3000:：.．、]+(\S.{0,60})$/;

const readCaption = ({ text, table, notes }: SourceParagraph): RegExpExecArray | null =>
  table || notes || /[。；，：]$/.test(text.trim()) ? null : captionPattern.exec(text.trim());

/** Index of the caption above a table, blank paragraphs between them passed over; -1 when there is none. */
const captionAbove = (paragraphs: readonly SourceParagraph[], table: number): number => {
  let at = table - 1;
  while (at >= 0 && !paragraphs[at]!.table && paragraphs[at]!.text.trim() === '') at -= 1;
  return at >= 0 && readCaption(paragraphs[at]!) ? at : -1;
};

/**
 * The paragraphs of a Word file with the lines 表1 … above tables as captions of these tables. Only where the numbers
 * run from one through the whole file, so that the computed ones are those of the source; else the lines stay.
 */
export const takeTableCaptions = (paragraphs: readonly SourceParagraph[]): readonly SourceParagraph[] => {
  const captions = new Map<number, string>();
  const taken = new Set<number>();
  let count = 0;
  for (const [at, { table }] of paragraphs.entries()) {
    const above = table ? captionAbove(paragraphs, at) : -1;
    const [, number, words = ''] = above < 0 ? [] : readCaption(paragraphs[above]!)!;
    if (number === undefined) continue;
    count += 1;
    if (Number(number) !== count) return paragraphs;
    captions.set(at, words);
    taken.add(above);
  }
  return paragraphs.flatMap((paragraph, at) => {
    if (taken.has(at)) return [];
    const caption = captions.get(at);
    const { table } = paragraph;
    return caption === undefined || !table ? [paragraph] : [{ ...paragraph, table: { ...table, caption } }];
  });
};
