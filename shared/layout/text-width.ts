/** ASCII, half-width forms: half a character wide. Times New Roman's digits are exactly half their size. */
const narrow = /[\u0020-\u007e\uff61-\uff9f]/;

/** Width of a text in characters: full-width 1, digits and Latin letters ½ (GB/T 9704-2012, 3.1). */
export const textWidth = (text: string): number => {
  let width = 0;
  for (const character of text) width += narrow.test(character) ? 0.5 : 1;
  return width;
};
