import type { Check } from '../types';
import { leftover } from './consistency/leftover';
import { parallelHeadings } from './consistency/parallel-headings';
import { referenceBroken } from './consistency/reference-broken';
import { siblingStops } from './consistency/sibling-stops';

/** Checks of headings of one level, references and leftovers. */
export const consistencyChecks: readonly Check[] = [referenceBroken, siblingStops, parallelHeadings, leftover];
