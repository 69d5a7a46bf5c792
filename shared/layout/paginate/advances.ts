import type { FontRole } from '../gb9704';
import type { Look } from './set-paragraph';

/** Advances of Times New Roman from U+0020 to U+007E, thousandths of the type size (Adobe's published metrics). */
const times = [
  250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500,
  500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889,
  722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500,
  444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480,
  200, 480, 541,
] as const;

/** Digits, Latin letters and the half-width punctuation: set in the Latin face. */
export const isLatin = (code: number): boolean => code >= 0x20 && code <= 0x7e;

/** Advance of a character, thousandths of the type size: Chinese faces are square and half as wide for ASCII. */
const advance = (code: number, role: FontRole): number => {
  if (isLatin(code)) return role === 'song' ? 500 : times[code - 0x20]!;
  // Half-width forms; marks that join the character before, joiners and variation selectors take no room.
  if (code >= 0xff61 && code <= 0xff9f) return 500;
  if ((code >= 0x300 && code <= 0x36f) || code === 0x200d || (code >= 0xfe00 && code <= 0xfe0f)) return 0;
  return 1000;
};

/**
 * Advance in twips of every UTF-16 unit of a paragraph's text, the style's spacing included.
 * @param look index into `looks` for every unit
 */
export type Advances = (text: string, looks: readonly Look[], look: Uint16Array, spacing: number) => Float64Array;

/** As Word and WPS set it: digits and Latin letters in Times New Roman, every other character square. */
export const officialAdvances: Advances = (text, looks, look, spacing) => {
  const widths = new Float64Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    // The second half of a surrogate pair takes no room; a line feed none either.
    if (code === 10 || (code >= 0xdc00 && code <= 0xdfff)) continue;
    const { role, size, scale } = looks[look[at]!]!;
    const width = advance(code, role);
    if (width > 0) widths[at] = (width * size * scale) / 5000 + spacing;
  }
  return widths;
};
