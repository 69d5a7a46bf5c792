import type { SourceParagraph } from './types';

/** 图1　组织架构: a number and a few words without a stop. */
const captionPattern = /^图\s*(\d{1,3})[\s\u3000:：.．、]+(\S.{0,60})$/;

const readCaption = ({ text, table, picture, notes }: SourceParagraph): RegExpExecArray | null =>
  table || picture || notes || /[。；，：]$/.test(text.trim()) ? null : captionPattern.exec(text.trim());

/** Index of the caption below a picture, blank paragraphs between them passed over; -1 when there is none. */
const captionBelow = (paragraphs: readonly SourceParagraph[], at: number): number => {
  let below = at + 1;
  while (below < paragraphs.length && !paragraphs[below]!.table && !paragraphs[below]!.picture) {
    if (paragraphs[below]!.text.trim() !== '') return readCaption(paragraphs[below]!) ? below : -1;
    below += 1;
  }
  return -1;
};

/**
 * The paragraphs of a Word file with the lines 图1 … below pictures as captions of these pictures. Only where the
 * numbers run from one through the whole file, so that the computed ones are those of the source; else the lines stay.
 */
export const takePictureCaptions = (paragraphs: readonly SourceParagraph[]): readonly SourceParagraph[] => {
  const captions = new Map<number, string>();
  const taken = new Set<number>();
  let count = 0;
  for (const [at, { picture }] of paragraphs.entries()) {
    const below = picture && 'file' in picture ? captionBelow(paragraphs, at) : -1;
    const [, number, words = ''] = below < 0 ? [] : readCaption(paragraphs[below]!)!;
    if (number === undefined) continue;
    count += 1;
    if (Number(number) !== count) return paragraphs;
    captions.set(at, words);
    taken.add(below);
  }
  return paragraphs.flatMap((paragraph, at) => {
    if (taken.has(at)) return [];
    const caption = captions.get(at);
    const { picture } = paragraph;
    return caption === undefined || !picture ? [paragraph] : [{ ...paragraph, picture: { ...picture, caption } }];
  });
};
