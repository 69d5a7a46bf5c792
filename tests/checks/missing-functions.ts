import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { assessFunctions } from '../../shared/functions/assess-functions';
import { type DocumentFunction, documentFunctions } from '../../shared/functions/types';
import type { CorpusDocument } from './corpus';

/**
 * Whether each function is there, as a person reads the document; null: disputed, counted neither way. Read again since
 * the first labels, because prose counts as present: the opening paragraph of pk-ssfa-1626128, pk-ssfa-1648213 and
 * pk-xdjh-1553169 and the closing one of sh-xdjh-109ba6 serve; those of sh-ssyj-ca5a55 (guiding ideology), sh-xdjh-1f7cf4
 * and gov-yj-02 (safeguards) are disputed.
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
