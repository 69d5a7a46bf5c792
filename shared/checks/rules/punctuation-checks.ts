import type { Check } from '../types';
import { commaBeforeDeng } from './punctuation/comma-before-deng';
import { dashForm } from './punctuation/dash-form';
import { ellipsis } from './punctuation/ellipsis';
import { halfWidthPunctuation } from './punctuation/half-width';
import { leadingMark } from './punctuation/leading-mark';
import { listStops } from './punctuation/list-stops';
import { missingStop } from './punctuation/missing-stop';
import { nestedQuotes } from './punctuation/nested-quotes';
import { nestedTitles } from './punctuation/nested-titles';
import { ordinalComma } from './punctuation/ordinal-comma';
import { quotesSeparator } from './punctuation/quotes-separator';
import { repeatedPunctuation } from './punctuation/repeated-punctuation';
import { spaces } from './punctuation/spaces';
import { stopAroundQuote } from './punctuation/stop-around-quote';
import { straightQuotes } from './punctuation/straight-quotes';
import { unpairedMarks } from './punctuation/unpaired-marks';

/** Checks of punctuation (GB/T 15834). */
export const punctuationChecks: readonly Check[] = [
  commaBeforeDeng,
  dashForm,
  ellipsis,
  halfWidthPunctuation,
  leadingMark,
  listStops,
  missingStop,
  nestedQuotes,
  nestedTitles,
  ordinalComma,
  quotesSeparator,
  repeatedPunctuation,
  spaces,
  stopAroundQuote,
  straightQuotes,
  unpairedMarks,
];
