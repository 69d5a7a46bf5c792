import { diffArrays } from 'diff';
import type { Segment } from './comparison';

const words = new Intl.Segmenter('zh-Hans', { granularity: 'word' });

/** Dates, numbers with their unit and runs of Latin letters change as a whole, never digit by digit. */
const whole =
  /\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?(?:年?底|末)?|\d[\d,.，]*(?:[%％‰]|个百分点|[万亿]?[\p{Script=Han}])?|[A-Za-z][A-Za-z-]*/gu;

const tokens = (text: string): string[] => {
  const found: string[] = [];
  const addWords = (stretch: string) => {
    for (const { segment } of words.segment(stretch)) found.push(segment);
  };
  let end = 0;
  for (const match of text.matchAll(whole)) {
    addWords(text.slice(end, match.index));
    found.push(match[0]);
    end = match.index + match[0].length;
  }
  addWords(text.slice(end));
  return found;
};

/** What leads from one text to the other, word by word; a replacement is `removed` followed by `added`. */
export const diffTexts = (before: string, after: string): readonly Segment[] => {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  return diffArrays(tokens(before), tokens(after)).map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }));
};
