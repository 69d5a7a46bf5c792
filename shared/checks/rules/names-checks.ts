import type { Check } from '../types';
import { abbreviationEarly } from './names/abbreviation-early';
import { abbreviationTwice } from './names/abbreviation-twice';
import { abbreviationUnused } from './names/abbreviation-unused';
import { foreignPlace } from './names/foreign-place';
import { fullNameAgain } from './names/full-name-again';
import { noteLabels } from './names/note-labels';
import { organRenamed } from './names/organ-renamed';
import { ownLevel } from './names/own-level';
import { unitMixed } from './names/unit-mixed';
import { unitNear } from './names/unit-near';
import { unitSpoken } from './names/unit-spoken';
import { unitTwice } from './names/unit-twice';

/** Checks of units, places and abbreviations. */
export const namesChecks: readonly Check[] = [
  abbreviationEarly,
  abbreviationTwice,
  abbreviationUnused,
  foreignPlace,
  fullNameAgain,
  noteLabels,
  organRenamed,
  ownLevel,
  unitMixed,
  unitNear,
  unitSpoken,
  unitTwice,
];
