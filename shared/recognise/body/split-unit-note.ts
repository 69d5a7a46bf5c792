import { type Stretch, sliceStretch } from '../lines/stretch';
import { isUnitNote } from '../parse-responsibility';

const ownNote =
  /^(?:主要)?(?:责任|牵头|主办|配合|协办|负责|参与|参加|支持|实施|落实)(?:单位|部门|处室)(?:和[^：]{2,8})?：|^(?:完成|整改)(?:时限|时间)：/;

/** 由市×局牵头，市×局配合。 as a paragraph. */
const ledBy = /^由[^。；：]{2,80}(?:牵头|负责|配合|落实)。?$/;

/** A paragraph that is nothing but a unit note. */
export const isOwnUnitNote = (folded: string): boolean => {
  if (ownNote.test(folded)) return folded.length <= 500;
  if (ledBy.test(folded)) return isUnitNote(folded.replace(/。$/, ''));
  return /^[（〔].*[）〕]。?$/.test(folded) && noteStart(folded) === 0;
};

/** Where the group that ends with the bracket at `end` begins; -1 when brackets do not match. */
const openingOf = (folded: string, end: number): number => {
  let depth = 0;
  for (let at = end; at >= 0; at -= 1) {
    const character = folded.charAt(at);
    if (character === '）' || character === '〕') depth += 1;
    else if (character === '（' || character === '〔') {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return -1;
};

/** Offset at which the unit note at the end of a paragraph begins; -1 when there is none. */
const noteStart = (folded: string): number => {
  let end = folded.length;
  let start = -1;
  for (;;) {
    const stop = /[。；]?\s*$/.exec(folded.slice(0, end))!;
    const close = end - stop[0].length - 1;
    if (close < 0 || !/[）〕]/.test(folded.charAt(close))) break;
    const open = openingOf(folded, close);
    if (open < 0 || !isUnitNote(folded.slice(open + 1, close))) break;
    // A bare list of units in brackets is a note only behind a full sentence.
    const before = folded.slice(0, open).trimEnd();
    if (!/[：]|负责|牵头|配合/.test(folded.slice(open, close)) && before !== '' && !/[。；！”）〕]$/.test(before))
      break;
    start = open;
    end = open;
  }
  if (start >= 0) return start;
  const labelled = /[。；）] ?((?:主要)?(?:责任|牵头|主办)(?:单位|部门)：[^。]{2,300}。?)$/.exec(folded);
  if (labelled) return labelled.index + labelled[0].indexOf(labelled[1]!);
  // A bracket lost in copying: the label still shows where the note begins.
  const unclosed = /[（〔](?:责任|牵头|主办)(?:单位|部门)：[^。（]{2,200}$/.exec(folded);
  return unclosed ? unclosed.index : -1;
};

/** Takes the unit note off the end of a paragraph: text before it and the note itself, or null. */
export const splitUnitNote = (stretch: Stretch): Readonly<{ body: Stretch; note: Stretch }> | null => {
  const start = noteStart(stretch.folded);
  if (start <= 0) return null;
  return { body: sliceStretch(stretch, 0, start), note: sliceStretch(stretch, start) };
};
