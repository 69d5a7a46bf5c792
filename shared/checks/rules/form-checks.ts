import type { Check } from '../types';
import { documentNumber } from './form/document-number';
import { length } from './form/length';
import { metaForm } from './form/meta-form';
import { noteBrackets } from './form/note-brackets';
import { salutationColon } from './form/salutation-colon';

/** Checks of form fields, length and notes. */
export const formChecks: readonly Check[] = [documentNumber, length, ...metaForm, noteBrackets, salutationColon];
