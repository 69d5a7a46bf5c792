/** Blocks of circled numbers in Unicode: the number of the first, its code, how many there are. */
const circled = [
  [1, 0x2460, 20],
  [21, 0x3251, 15],
  [36, 0x32b1, 15],
] as const;

/** The sign of a footnote as it is printed: ① to ㊿, beyond them （51）. */
export const footnoteMark = (number: number): string => {
  const block = circled.find(([first, , count]) => number >= first && number < first + count);
  return block ? String.fromCharCode(block[1] + number - block[0]) : `（${number}）`;
};
