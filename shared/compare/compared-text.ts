import type { Block } from '../document/block';
import { wholeText } from '../document/plain-text';

/** What a comparison shows of a block: its words; a picture as such, with its caption. */
export const comparedText = (block: Block): string => {
  const text = wholeText(block);
  return block.type === 'picture' ? `【图片】${text}` : text;
};
