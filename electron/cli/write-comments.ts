import { resolve } from 'node:path';
import { reviewRemarks } from '../../shared/checks/review/review-remarks';
import { type CheckOptions, runChecks } from '../../shared/checks/run-checks';
import type { GovDocument } from '../../shared/document/document';
import type { Pictures } from '../../shared/document/picture';
import { buildDocx } from '../../shared/export/docx/build-docx';
import { standardOptions } from '../../shared/export/export-options';
import { writeFileAtomically } from '../files/atomic-write';
import { planOutput } from './plan-output';

/** Writes copies of drafts with their findings as Word comments. @throws UsageError where they cannot all go there */
export const commentsWriter = async (files: readonly string[], output: string, options: CheckOptions) => {
  const outputOf = await planOutput({ files, output }, '--comments');
  return async (file: string, document: GovDocument, pictures: Pictures): Promise<void> => {
    const remarks = reviewRemarks(runChecks(document, options).findings, Date.now());
    const { bytes } = await buildDocx(document, standardOptions, { pictures, remarks });
    await writeFileAtomically(resolve(outputOf(file)), bytes);
  };
};
