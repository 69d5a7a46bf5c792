import { attachmentEmpty } from './rules/completeness/attachment-empty';
import { elementsMissing } from './rules/completeness/elements-missing';
import { emptyHeading } from './rules/completeness/empty-heading';
import { functionsMissing } from './rules/completeness/function-missing';
import { functionsThin } from './rules/completeness/function-thin';
import { genreUnknown } from './rules/completeness/genre-unknown';
import { placeholderLeft } from './rules/completeness/placeholder-left';
import { titleMissing } from './rules/completeness/title-missing';
import { unfinishedText } from './rules/completeness/unfinished-text';
import { issuedTitle } from './rules/consistency/issued-title';
import { issuerName } from './rules/consistency/issuer-name';
import { numberWithoutHao } from './rules/consistency/number-without-hao';
import { quotedNumbers } from './rules/consistency/quoted-numbers';
import { referenceBroken } from './rules/consistency/reference-broken';
import { siblingStops } from './rules/consistency/sibling-stops';
import { sourceNumber } from './rules/consistency/source-number';
import { dateImpossible } from './rules/form/date-impossible';
import { dateLine } from './rules/form/date-line';
import { documentNumber } from './rules/form/document-number';
import { halfWidthPunctuation } from './rules/form/half-width';
import { length } from './rules/form/length';
import { repeatedPunctuation } from './rules/form/repeated-punctuation';
import { straightQuotes } from './rules/form/straight-quotes';
import { titleStop } from './rules/form/title-stop';
import { unpairedMarks } from './rules/form/unpaired-marks';
import { yearRange } from './rules/form/year-range';
import { others } from './rules/wording/others';
import { until } from './rules/wording/until';
import type { Check } from './types';

/** Every check of the product, in the order in which findings about the whole document are listed. */
export const allChecks: readonly Check[] = [
  ...functionsMissing,
  ...functionsThin,
  genreUnknown,
  titleMissing,
  elementsMissing,
  attachmentEmpty,
  emptyHeading,
  placeholderLeft,
  unfinishedText,
  documentNumber,
  dateLine,
  dateImpossible,
  sourceNumber,
  referenceBroken,
  siblingStops,
  issuedTitle,
  issuerName,
  quotedNumbers,
  numberWithoutHao,
  titleStop,
  unpairedMarks,
  yearRange,
  repeatedPunctuation,
  halfWidthPunctuation,
  straightQuotes,
  until,
  others,
  length,
];
