import type { Check } from '../types';
import { nearTitles } from './quotations/near-titles';
import { numberBeforeTitle } from './quotations/number-before-title';
import { numberBrackets } from './quotations/number-brackets';
import { numberPadded } from './quotations/number-padded';
import { numberWithoutHao } from './quotations/number-without-hao';
import { quotedNumbers } from './quotations/quoted-numbers';
import { quotedTitles } from './quotations/quoted-titles';
import { supersededDocuments } from './quotations/superseded';

/** Checks of quoted documents and their numbers. */
export const quotationsChecks: readonly Check[] = [
  nearTitles,
  numberBeforeTitle,
  numberBrackets,
  numberPadded,
  numberWithoutHao,
  quotedNumbers,
  quotedTitles,
  supersededDocuments,
];
