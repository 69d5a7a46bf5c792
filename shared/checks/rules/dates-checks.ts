import type { Check } from '../types';
import { dateImpossible } from './dates/date-impossible';
import { dateLine } from './dates/date-line';
import { dayHao } from './dates/day-hao';
import { dottedDate } from './dates/dotted-date';
import { mixedDate } from './dates/mixed-date';
import { paddedDate } from './dates/padded-date';
import { shortYear } from './dates/short-year';
import { yearRange } from './dates/year-range';

/** Checks of dates. */
export const datesChecks: readonly Check[] = [
  dateImpossible,
  dateLine,
  dayHao,
  dottedDate,
  mixedDate,
  paddedDate,
  shortYear,
  yearRange,
];
