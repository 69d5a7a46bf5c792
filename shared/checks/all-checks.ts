import { completenessChecks } from './rules/completeness-checks';
import { consistencyChecks } from './rules/consistency-checks';
import { datesChecks } from './rules/dates-checks';
import { depthChecks } from './rules/depth-checks';
import { enumerationChecks } from './rules/enumeration-checks';
import { figuresChecks } from './rules/figures-checks';
import { formChecks } from './rules/form-checks';
import { namesChecks } from './rules/names-checks';
import { numbersChecks } from './rules/numbers-checks';
import { punctuationChecks } from './rules/punctuation-checks';
import { quotationsChecks } from './rules/quotations-checks';
import { referencesChecks } from './rules/references-checks';
import { templateChecks } from './rules/template-checks';
import { titlesChecks } from './rules/titles-checks';
import { wordingChecks } from './rules/wording-checks';
import type { Check } from './types';

/** Every check of the product, in the order in which findings about the whole document are listed. */
export const allChecks: readonly Check[] = [
  ...completenessChecks,
  ...templateChecks,
  ...depthChecks,
  ...enumerationChecks,
  ...consistencyChecks,
  ...titlesChecks,
  ...referencesChecks,
  ...quotationsChecks,
  ...namesChecks,
  ...figuresChecks,
  ...formChecks,
  ...punctuationChecks,
  ...numbersChecks,
  ...datesChecks,
  ...wordingChecks,
];
