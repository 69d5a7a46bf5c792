import { attachmentEmpty } from './rules/completeness/attachment-empty';
import { elementsMissing } from './rules/completeness/elements-missing';
import { emptyHeading } from './rules/completeness/empty-heading';
import { functionsMissing } from './rules/completeness/function-missing';
import { functionOrder } from './rules/completeness/function-order';
import { functionsThin } from './rules/completeness/function-thin';
import { genreUnknown } from './rules/completeness/genre-unknown';
import { placeholderLeft } from './rules/completeness/placeholder-left';
import { sealWord } from './rules/completeness/seal-word';
import { unfinishedText } from './rules/completeness/unfinished-text';
import { usualParts } from './rules/completeness/usual-parts';
import { leftover } from './rules/consistency/leftover';
import { parallelHeadings } from './rules/consistency/parallel-headings';
import { referenceBroken } from './rules/consistency/reference-broken';
import { siblingStops } from './rules/consistency/sibling-stops';
import { dateImpossible } from './rules/dates/date-impossible';
import { dateLine } from './rules/dates/date-line';
import { dayHao } from './rules/dates/day-hao';
import { dottedDate } from './rules/dates/dotted-date';
import { mixedDate } from './rules/dates/mixed-date';
import { paddedDate } from './rules/dates/padded-date';
import { shortYear } from './rules/dates/short-year';
import { yearRange } from './rules/dates/year-range';
import { goalBase } from './rules/depth/goal-base';
import { goalVague } from './rules/depth/goal-vague';
import { loneItem } from './rules/depth/lone-item';
import { longParagraph } from './rules/depth/long-paragraph';
import { lopsided } from './rules/depth/lopsided';
import { safeguardsHollow } from './rules/depth/safeguards-hollow';
import { singleSentence } from './rules/depth/single-sentence';
import { taskBare } from './rules/depth/task-bare';
import { taskDeadline } from './rules/depth/task-deadline';
import { taskUnit } from './rules/depth/task-unit';
import { taskObject, taskVerb } from './rules/depth/task-words';
import { announcedCount } from './rules/enumeration/announced-count';
import { bracketedNumbers } from './rules/enumeration/bracketed';
import { circledNumbers } from './rules/enumeration/circled';
import { diYi } from './rules/enumeration/di-yi';
import { gluedItem } from './rules/enumeration/glued-item';
import { numberTwice } from './rules/enumeration/number-twice';
import { sourceNumber } from './rules/enumeration/source-number';
import { yiShi } from './rules/enumeration/yi-shi';
import { deadlinePast } from './rules/figures/deadline-past';
import { goalUnit } from './rules/figures/goal-unit';
import { indicatorValues } from './rules/figures/indicator-values';
import { monthDay } from './rules/figures/month-day';
import { periodDeadlines } from './rules/figures/period-years';
import { stagesDescending } from './rules/figures/stages-descending';
import { tableBlank } from './rules/figures/table-blank';
import { tableGrowth } from './rules/figures/table-growth';
import { tableSerial } from './rules/figures/table-serial';
import { tableShare } from './rules/figures/table-share';
import { tableSum } from './rules/figures/table-sum';
import { weekday } from './rules/figures/weekday';
import { yearReversed } from './rules/figures/year-reversed';
import { documentNumber } from './rules/form/document-number';
import { length } from './rules/form/length';
import { metaForm } from './rules/form/meta-form';
import { noteBrackets } from './rules/form/note-brackets';
import { salutationColon } from './rules/form/salutation-colon';
import { abbreviationEarly } from './rules/names/abbreviation-early';
import { abbreviationTwice } from './rules/names/abbreviation-twice';
import { abbreviationUnused } from './rules/names/abbreviation-unused';
import { foreignPlace } from './rules/names/foreign-place';
import { fullNameAgain } from './rules/names/full-name-again';
import { noteLabels } from './rules/names/note-labels';
import { organRenamed } from './rules/names/organ-renamed';
import { ownLevel } from './rules/names/own-level';
import { unitMixed } from './rules/names/unit-mixed';
import { unitNear } from './rules/names/unit-near';
import { unitSpoken } from './rules/names/unit-spoken';
import { unitTwice } from './rules/names/unit-twice';
import { approximateDigits } from './rules/numbers/approximate-digits';
import { chinesePercent } from './rules/numbers/chinese-percent';
import { decimalZero } from './rules/numbers/decimal-zero';
import { doubleApproximation } from './rules/numbers/double-approximation';
import { fiveYearQuotes } from './rules/numbers/five-year-quotes';
import { fullWidthDigits } from './rules/numbers/full-width-digits';
import { magnitudeRange } from './rules/numbers/magnitude-range';
import { mixedMagnitude } from './rules/numbers/mixed-magnitude';
import { numberRange } from './rules/numbers/number-range';
import { percentRange } from './rules/numbers/percent-range';
import { thousands } from './rules/numbers/thousands';
import { unitSymbols } from './rules/numbers/unit-symbols';
import { commaBeforeDeng } from './rules/punctuation/comma-before-deng';
import { dashForm } from './rules/punctuation/dash-form';
import { ellipsis } from './rules/punctuation/ellipsis';
import { halfWidthPunctuation } from './rules/punctuation/half-width';
import { leadingMark } from './rules/punctuation/leading-mark';
import { listStops } from './rules/punctuation/list-stops';
import { missingStop } from './rules/punctuation/missing-stop';
import { nestedQuotes } from './rules/punctuation/nested-quotes';
import { nestedTitles } from './rules/punctuation/nested-titles';
import { ordinalComma } from './rules/punctuation/ordinal-comma';
import { quotesSeparator } from './rules/punctuation/quotes-separator';
import { repeatedPunctuation } from './rules/punctuation/repeated-punctuation';
import { spaces } from './rules/punctuation/spaces';
import { stopAroundQuote } from './rules/punctuation/stop-around-quote';
import { straightQuotes } from './rules/punctuation/straight-quotes';
import { unpairedMarks } from './rules/punctuation/unpaired-marks';
import { nearTitles } from './rules/quotations/near-titles';
import { numberBeforeTitle } from './rules/quotations/number-before-title';
import { numberBrackets } from './rules/quotations/number-brackets';
import { numberPadded } from './rules/quotations/number-padded';
import { numberWithoutHao } from './rules/quotations/number-without-hao';
import { quotedNumbers } from './rules/quotations/quoted-numbers';
import { quotedTitles } from './rules/quotations/quoted-titles';
import { supersededDocuments } from './rules/quotations/superseded';
import { attachmentList } from './rules/references/attachment-list';
import { attachmentName } from './rules/references/attachment-name';
import { attachmentNumber } from './rules/references/attachment-number';
import { attachmentTitle } from './rules/references/attachment-title-marks';
import { attachmentUnreferred } from './rules/references/attachment-unreferred';
import { boxNumber } from './rules/references/box-number';
import { headingTwice } from './rules/references/heading-twice';
import { paragraphTwice } from './rules/references/paragraph-twice';
import { pictureNumber } from './rules/references/picture-number';
import { tableNumber } from './rules/references/table-number';
import { tableOrder } from './rules/references/table-order';
import { boxUnreferred, pictureUnreferred, tableUnreferred } from './rules/references/unreferred';
import { templateLockedWords } from './rules/template/locked-words';
import { templatePartMissing } from './rules/template/part-missing';
import { draftMark } from './rules/titles/draft-mark';
import { genreInText } from './rules/titles/genre-in-text';
import { issuedTitle } from './rules/titles/issued-title';
import { issuerName } from './rules/titles/issuer-name';
import { noticeQuote } from './rules/titles/notice-quote';
import { titleAbout } from './rules/titles/title-about';
import { titleLength } from './rules/titles/title-length';
import { titleMarks } from './rules/titles/title-marks';
import { titleMissing } from './rules/titles/title-missing';
import { titleStop } from './rules/titles/title-stop';
import { titleYears } from './rules/titles/title-years';
import { adverbDe } from './rules/wording/adverb-de';
import { burden } from './rules/wording/burden';
import { declineTimes } from './rules/wording/decline-times';
import { doubleNegation } from './rules/wording/double-negation';
import { doubledWords } from './rules/wording/doubled-words';
import { emptyPhrases } from './rules/wording/empty-phrases';
import { formulaDiffers } from './rules/wording/formula-differs';
import { formulaOrder } from './rules/wording/formula-order';
import { formulaQuotes } from './rules/wording/formula-quotes';
import { others } from './rules/wording/others';
import { percentPoints } from './rules/wording/percent-points';
import { pleonasm } from './rules/wording/pleonasm';
import { relativeTime } from './rules/wording/relative-time';
import { slipsCheck } from './rules/wording/slips';
import { until } from './rules/wording/until';
import { vagueDeadline } from './rules/wording/vague-deadline';
import type { Check } from './types';

/** Every check of the product, in the order in which findings about the whole document are listed. */
export const allChecks: readonly Check[] = [
  // completeness
  attachmentEmpty,
  elementsMissing,
  emptyHeading,
  ...functionsMissing,
  functionOrder,
  ...functionsThin,
  templatePartMissing,
  templateLockedWords,
  genreUnknown,
  placeholderLeft,
  sealWord,
  unfinishedText,
  ...usualParts,
  // depth
  goalBase,
  goalVague,
  loneItem,
  longParagraph,
  lopsided,
  ...safeguardsHollow,
  singleSentence,
  taskBare,
  taskDeadline,
  taskUnit,
  taskObject,
  taskVerb,
  // enumeration
  announcedCount,
  bracketedNumbers,
  circledNumbers,
  diYi,
  gluedItem,
  numberTwice,
  sourceNumber,
  yiShi,
  // consistency
  referenceBroken,
  siblingStops,
  parallelHeadings,
  leftover,
  // titles
  draftMark,
  genreInText,
  issuedTitle,
  issuerName,
  noticeQuote,
  titleAbout,
  titleLength,
  titleMarks,
  titleMissing,
  titleStop,
  titleYears,
  // references
  attachmentNumber,
  attachmentName,
  attachmentList,
  attachmentTitle,
  attachmentUnreferred,
  boxNumber,
  tableUnreferred,
  pictureUnreferred,
  boxUnreferred,
  headingTwice,
  paragraphTwice,
  tableOrder,
  tableNumber,
  pictureNumber,
  // quotations
  nearTitles,
  numberBeforeTitle,
  numberBrackets,
  numberPadded,
  numberWithoutHao,
  quotedNumbers,
  quotedTitles,
  supersededDocuments,
  // names
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
  // figures
  deadlinePast,
  goalUnit,
  indicatorValues,
  monthDay,
  periodDeadlines,
  stagesDescending,
  tableBlank,
  tableGrowth,
  tableSerial,
  tableShare,
  tableSum,
  weekday,
  yearReversed,
  // form
  documentNumber,
  length,
  ...metaForm,
  noteBrackets,
  salutationColon,
  // punctuation
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
  // numbers
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
  // dates
  dateImpossible,
  dateLine,
  dayHao,
  dottedDate,
  mixedDate,
  paddedDate,
  shortYear,
  yearRange,
  // wording
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
