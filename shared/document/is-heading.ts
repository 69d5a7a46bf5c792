import type { Block } from './block';
import { headingText } from './heading-text';

/** Headings are at most this long: the longest of 275 labelled ones has 21 characters, seeds reach 33. */
const longestHeading = 45;

/**
 * Whether a clause's lead is a heading. A clause can also be a numbered sentence (1. 2026年底前，……；): its first
 * sentence is long, ends with a semicolon, or gives a date.
 */
export const isHeading = (block: Block): boolean => {
  if (block.type !== 'clause') return false;
  const lead = headingText(block);
  if (lead === '' || lead.length > longestHeading || /(?:；|(?<!&quot);)$/.test(lead)) return false;
  return !/^(?:到|至)?(?:19|20)\d{2}年/.test(lead);
};
