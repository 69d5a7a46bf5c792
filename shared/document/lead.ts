import type { Block } from './block';
import { blockText } from './plain-text';

/**
 * Length in UTF-16 units of the lead (段首句) of a block: for a run-in clause the text up to and including
 * the first 。, for a clause that stands alone its whole text, for anything else 0.
 * The lead is derived, never stored, so it cannot drift while somebody types at its edge.
 */
export const computeLead = (block: Block): number => {
  if (block.type !== 'clause') return 0;
  const text = blockText(block);
  if (!block.runIn) return text.length;
  const stop = text.indexOf('。');
  return stop < 0 ? text.length : stop + 1;
};

/** Heading words of a clause: its lead without the closing 。. Empty for other blocks. */
export const headingText = (block: Block): string =>
  block.type === 'clause' ? blockText(block).slice(0, computeLead(block)).replace(/。$/, '') : '';
