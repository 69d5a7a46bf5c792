import type { Block } from './block';
import { leadEnd } from './heading-text';
import { isHeading } from './is-heading';

/**
 * Length in UTF-16 units of the lead (段首句) of a block: for a run-in clause the text up to and including
 * the first 。, for a clause that stands alone its whole text; 0 for a numbered sentence that is no heading and for
 * anything else. The lead is derived, never stored, so it cannot drift while somebody types at its edge.
 */
export const computeLead = (block: Block): number => (isHeading(block) ? leadEnd(block) : 0);
