import { footnoteSign } from '../../document/text';

/**
 * 避头尾: what may not begin and what may not end a line. The sets of Word for zh-CN, and of the line breaking rules
 * (UAX #14) where Word has none: both break the same texts in the same places.
 */
const neverFirst = new Set(
  `${footnoteSign}!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠`,
);
const neverLast = new Set('$([{£¥‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥');

const isSpace = (character: string): boolean => character === ' ' || character === '\u3000';
/** Letters and digits of scripts that keep words whole. */
const isWord = (character: string): boolean => character < '\u2000' && character > ' ';
const isDigit = (character: string): boolean => character >= '0' && character <= '9';

/** Whether a line may end between two neighbours of a text (no line feeds; surrogate pairs are never parted). */
export const mayBreak = (before: string, after: string): boolean => {
  if (after === ' ') return false;
  if (after >= '\udc00' && after <= '\udfff') return false;
  if (after === '\u200d' || before === '\u200d' || (after >= '\ufe00' && after <= '\ufe0f')) return false;
  if (neverFirst.has(after) || neverLast.has(before)) return false;
  if (isSpace(before)) return true;
  if (before === '—' && after === '—') return false;
  if (!isWord(before) || !isWord(after)) return true;
  // Inside words and numbers only behind a hyphen or a stroke that no digit follows.
  return (before === '-' || before === '/') && !isDigit(after);
};
