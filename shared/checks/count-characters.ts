import type { Part } from '../document/document';
import { blockText } from '../document/plain-text';

/** Characters of the text without spaces; numbers of clauses, which are computed, are not counted. */
export const countCharacters = (parts: readonly Part[]): number =>
  parts.reduce(
    (sum, part) => sum + part.children.reduce((count, block) => count + blockText(block).replace(/\s/g, '').length, 0),
    0,
  );
