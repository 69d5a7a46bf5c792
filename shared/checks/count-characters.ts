import { byBlock } from '../document/by-block';
import type { Part } from '../document/document';
import { blockText } from '../document/plain-text';

const blockCharacters = byBlock((block) => blockText(block).replace(/\s/g, '').length);

/** Characters of the text without spaces; numbers of clauses, which are computed, are not counted. */
export const countCharacters = (parts: readonly Part[]): number =>
  parts.reduce((sum, part) => part.children.reduce((count, block) => count + blockCharacters(block), sum), 0);
