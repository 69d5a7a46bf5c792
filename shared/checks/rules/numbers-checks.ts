import type { Check } from '../types';
import { approximateDigits } from './numbers/approximate-digits';
import { chinesePercent } from './numbers/chinese-percent';
import { decimalZero } from './numbers/decimal-zero';
import { doubleApproximation } from './numbers/double-approximation';
import { fiveYearQuotes } from './numbers/five-year-quotes';
import { fullWidthDigits } from './numbers/full-width-digits';
import { magnitudeRange } from './numbers/magnitude-range';
import { mixedMagnitude } from './numbers/mixed-magnitude';
import { numberRange } from './numbers/number-range';
import { percentRange } from './numbers/percent-range';
import { thousands } from './numbers/thousands';
import { unitSymbols } from './numbers/unit-symbols';

/** Checks of numbers in text (GB/T 15835). */
export const numbersChecks: readonly Check[] = [
  approximateDigits,
  chinesePercent,
  decimalZero,
  doubleApproximation,
  fiveYearQuotes,
  fullWidthDigits,
  magnitudeRange,
  mixedMagnitude,
  numberRange,
  percentRange,
  thousands,
  unitSymbols,
];
