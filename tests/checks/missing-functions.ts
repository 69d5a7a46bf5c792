import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { assessFunctions } from '../../shared/functions/assess-functions';
import { type DocumentFunction, documentFunctions } from '../../shared/functions/types';
import type { CorpusDocument } from './corpus';

/**
 * Whether each function is there, as a person reads the document; null: disputed, counted neither way. Read as missing
 * at first and disputed since: safeguards of gov-yj-02, whose closing paragraph asks for organisation and supervision
 * without a heading.
 */
type Labels = Readonly<Record<string, Readonly<Record<DocumentFunction, boolean | null>>>>;

const readMissingLabels = (): Labels =>
  JSON.parse(readFileSync(resolve(import.meta.dirname, 'labels/functions.json'), 'utf8')) as Labels;

/** Functions that a genre asks for and that a person finds missing, against those the checker calls missing. */
export const measureMissing = (documents: readonly CorpusDocument[]) => {
  const labels = readMissingLabels();
  const counts = { documents: 0, missing: 0, called: 0, both: 0 };
  const wrong: string[] = [];
  for (const { file, recognition } of documents) {
    const label = labels[file];
    if (!label) continue;
    counts.documents += 1;
    const assessed = assessFunctions(recognition.document);
    for (const name of documentFunctions) {
      const { requirement, state } = assessed[name];
      const there = label[name];
      if (requirement === 'not-asked' || there === null) continue;
      const called = state === 'missing';
      if (!there) counts.missing += 1;
      if (called) counts.called += 1;
      if (called && !there) counts.both += 1;
      if (called === there)
        wrong.push(`${file} ${name}: ${called ? 'called missing, is there' : 'is missing, not seen'}`);
    }
  }
  return { ...counts, wrong };
};
