import { byBlock } from '../document/by-block';
import type { Part } from '../document/document';
import { blockText } from '../document/plain-text';

/** Characters and signs of Chinese text; its quotes, dashes, ellipses and · lie among the general signs of Unicode. */
const wide =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Bopomofo}' +
  '\\u00b7\\u2010-\\u2027\\u2030-\\u205e\\u2150-\\u218f\\u2460-\\u27bf\\u3001-\\u33ff\\ufe30-\\ufe4f\\uff01-\\uffef';
const counted = new RegExp(`[${wide}]|[^\\s${wide}]+`, 'gu');

const blockCharacters = byBlock((block) => blockText(block).match(counted)?.length ?? 0);

/**
 * 字数 as Word and WPS count them: each Chinese character and sign is one, so is each run of anything else without a
 * space (2030, 95.6%, GB/T). Numbers of clauses, which are computed, are not counted.
 */
export const countCharacters = (parts: readonly Part[]): number =>
  parts.reduce((sum, part) => part.children.reduce((count, block) => count + blockCharacters(block), sum), 0);
