import { type Advances, isLatin, officialAdvances } from './advances';

const isWeak = (code: number): boolean => code === 0x20 || (code >= 0x2018 && code <= 0x201d);

/** Room is put beside letters and digits, not beside punctuation. */
const isSpaced = (character: string): boolean => /[\p{L}\p{N}]/u.test(character);

/**
 * Widths as LibreOffice sets an exported file, where it departs from Word: it ignores `autoSpaceDE`/`autoSpaceDN` and
 * puts a fifth of the size between Chinese and Latin text, does not add the run spacing behind the last character of a
 * stretch of one script or look, and takes quotation marks at the head of a paragraph for Latin ones.
 */
export const libreOfficeAdvances: Advances = (text, looks, look, spacing) => {
  const widths = officialAdvances(text, looks, look, spacing);
  const script = (at: number): boolean => isLatin(text.charCodeAt(at)) && text[at] !== ' ';
  for (let at = 0; isWeak(text.charCodeAt(at)); at += 1) widths[at] = 0.444 * looks[look[at]!]!.size * 20 + spacing;
  for (let at = 0; at + 1 < text.length; at += 1) {
    if (widths[at] === 0) continue;
    const changes = script(at) !== script(at + 1);
    if (changes || look[at] !== look[at + 1]) widths[at]! -= spacing;
    // The room goes with the Chinese character: it is gone where the line ends between the two.
    if (changes && isSpaced(text[at]!) && isSpaced(text[at + 1]!))
      widths[script(at) ? at + 1 : at]! += (looks[look[at]!]!.size * 20) / 5;
  }
  return widths;
};
