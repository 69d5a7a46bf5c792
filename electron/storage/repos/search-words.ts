import type { DocumentFunction } from '../../../shared/functions/types';

const fullWidth = /[\uFF01-\uFF5E]/g;
const runs = /[\p{L}\p{N}]+/gu;

/** Text as it is compared: small letters, digits and letters half-width. The length stays. */
export const foldText = (text: string): string =>
  text.replace(fullWidth, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).toLowerCase();

/**
 * What is indexed of a text: every character and every two that stand together, so that a word of one or two
 * characters is one look-up and a longer one a few.
 */
export const tokensOf = (text: string): string => {
  const tokens = new Set<string>();
  for (const [run] of foldText(text).matchAll(runs)) {
    const characters = [...run];
    for (const [at, character] of characters.entries()) {
      tokens.add(character);
      const next = characters[at + 1];
      if (next !== undefined) tokens.add(character + next);
    }
  }
  return [...tokens].join(' ');
};

/** The words of a query, as they are compared. */
export const wordsOf = (query: string): readonly string[] => foldText(query).split(/\s+/).filter(Boolean);

/** Stands in the index beside the text of a block that serves a function; no text holds it. */
export const functionToken = (name: DocumentFunction): string => `function0${name.toLowerCase()}`;

/**
 * The words as an FTS5 expression; null when they hold nothing that is indexed. What it finds is still to be read.
 * @param within only what serves this function
 */
export const matchExpression = (words: readonly string[], within?: DocumentFunction): string | null => {
  const tokens = new Set<string>();
  for (const word of words)
    for (const [run] of word.matchAll(runs)) {
      const characters = [...run];
      if (characters.length === 1) tokens.add(run);
      for (const [at, character] of characters.entries()) {
        const next = characters[at + 1];
        if (next !== undefined) tokens.add(character + next);
      }
    }
  if (tokens.size === 0) return null;
  if (within) tokens.add(functionToken(within));
  return [...tokens].map((token) => `"${token}"`).join(' ');
};
