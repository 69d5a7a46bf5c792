import type { Check } from '../types';
import { attachmentList } from './references/attachment-list';
import { attachmentName } from './references/attachment-name';
import { attachmentNumber } from './references/attachment-number';
import { attachmentTitle } from './references/attachment-title-marks';
import { attachmentUnreferred } from './references/attachment-unreferred';
import { boxNumber } from './references/box-number';
import { headingTwice } from './references/heading-twice';
import { paragraphTwice } from './references/paragraph-twice';
import { pictureNumber } from './references/picture-number';
import { tableNumber } from './references/table-number';
import { tableOrder } from './references/table-order';
import { boxUnreferred, pictureUnreferred, tableUnreferred } from './references/unreferred';

/** Checks of attachments, boxes, tables and pictures, and what refers to them. */
export const referencesChecks: readonly Check[] = [
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
];
