import type { Check } from '../types';
import { announcedCount } from './enumeration/announced-count';
import { bracketedNumbers } from './enumeration/bracketed';
import { circledNumbers } from './enumeration/circled';
import { diYi } from './enumeration/di-yi';
import { gluedItem } from './enumeration/glued-item';
import { numberTwice } from './enumeration/number-twice';
import { sourceNumber } from './enumeration/source-number';
import { yiShi } from './enumeration/yi-shi';

/** Checks of numbers of headings and of enumerations in the text. */
export const enumerationChecks: readonly Check[] = [
  announcedCount,
  bracketedNumbers,
  circledNumbers,
  diYi,
  gluedItem,
  numberTwice,
  sourceNumber,
  yiShi,
];
