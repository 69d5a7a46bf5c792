import type { Block } from './block';
import { blockText } from './plain-text';

/** Where the first sentence of a run-in clause ends, its 。 included, or the end of any other clause; 0 for other blocks. */
export const leadEnd = (block: Block): number => {
  if (block.type !== 'clause') return 0;
  const text = blockText(block);
  if (!block.runIn) return text.length;
  const stop = text.indexOf('。');
  return stop < 0 ? text.length : stop + 1;
};

/** First words of a clause, as the outline shows them: up to `leadEnd`, without the closing 。. Empty for other blocks. */
export const headingText = (block: Block): string =>
  block.type === 'clause' ? blockText(block).slice(0, leadEnd(block)).replace(/。$/, '') : '';
