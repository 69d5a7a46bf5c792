import type { Check } from '../types';
import { attachmentEmpty } from './completeness/attachment-empty';
import { elementsMissing } from './completeness/elements-missing';
import { emptyHeading } from './completeness/empty-heading';
import { functionsMissing } from './completeness/function-missing';
import { functionOrder } from './completeness/function-order';
import { functionsThin } from './completeness/function-thin';
import { genreUnknown } from './completeness/genre-unknown';
import { lostCharacters } from './completeness/lost-characters';
import { placeholderLeft } from './completeness/placeholder-left';
import { sealWord } from './completeness/seal-word';
import { unfinishedText } from './completeness/unfinished-text';
import { usualParts } from './completeness/usual-parts';

/** Checks of what a document must have. */
export const completenessChecks: readonly Check[] = [
  attachmentEmpty,
  elementsMissing,
  emptyHeading,
  ...functionsMissing,
  functionOrder,
  ...functionsThin,
  genreUnknown,
  placeholderLeft,
  lostCharacters,
  sealWord,
  unfinishedText,
  ...usualParts,
];
