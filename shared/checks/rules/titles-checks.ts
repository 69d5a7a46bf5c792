import type { Check } from '../types';
import { draftMark } from './titles/draft-mark';
import { genreInText } from './titles/genre-in-text';
import { issuedTitle } from './titles/issued-title';
import { issuerName } from './titles/issuer-name';
import { noticeQuote } from './titles/notice-quote';
import { titleAbout } from './titles/title-about';
import { titleLength } from './titles/title-length';
import { titleMarks } from './titles/title-marks';
import { titleMissing } from './titles/title-missing';
import { titleStop } from './titles/title-stop';
import { titleYears } from './titles/title-years';

/** Checks of titles and what they say of each other. */
export const titlesChecks: readonly Check[] = [
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
];
