import type { Check } from '../types';
import { adverbDe } from './wording/adverb-de';
import { burden } from './wording/burden';
import { declineTimes } from './wording/decline-times';
import { doubleNegation } from './wording/double-negation';
import { doubledWords } from './wording/doubled-words';
import { emptyPhrases } from './wording/empty-phrases';
import { formulaDiffers } from './wording/formula-differs';
import { formulaOrder } from './wording/formula-order';
import { formulaQuotes } from './wording/formula-quotes';
import { others } from './wording/others';
import { percentPoints } from './wording/percent-points';
import { pleonasm } from './wording/pleonasm';
import { relativeTime } from './wording/relative-time';
import { slipsCheck } from './wording/slips';
import { until } from './wording/until';
import { vagueDeadline } from './wording/vague-deadline';

/** Checks of words and set formulations. */
export const wordingChecks: readonly Check[] = [
  adverbDe,
  burden,
  declineTimes,
  doubleNegation,
  doubledWords,
  emptyPhrases,
  formulaDiffers,
  formulaOrder,
  formulaQuotes,
  others,
  percentPoints,
  pleonasm,
  relativeTime,
  slipsCheck,
  until,
  vagueDeadline,
];
