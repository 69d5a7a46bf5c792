import type { Check } from '../types';
import { templateLockedWords } from './template/locked-words';
import { templatePartMissing } from './template/part-missing';

/** Checks of what its template asks for. */
export const templateChecks: readonly Check[] = [templatePartMissing, templateLockedWords];
