import { resolve } from 'node:path';
import { hasShared, ownLabels, readLabels, whySkipped } from './labels';
import { describeFigures, measure } from './measure';
import { measureLearning } from './measure-learning';
import { measureNotes } from './measure-notes';

const printNotes = (json: boolean): void => {
  const figures = measureNotes();
  if (json) console.log(JSON.stringify({ name: 'recognition.notes', ...figures }));
  else {
    for (const mistake of figures.mistakes) console.log(`  ${mistake}`);
    const { notes, right, found, labelled } = figures;
    console.log(
      `${notes} unit notes, F1 ${figures.f1.toFixed(4)} (${right} right, ${found} found, ${labelled} labelled)`,
    );
  }
};

const printLearning = (json: boolean): void => {
  const figures = measureLearning();
  if (json) console.log(JSON.stringify({ name: 'recognition.learning', ...figures }));
  else
    console.log(
      `templates learned from half of a genre: balanced accuracy ${figures.balanced.toFixed(3)} for twelve kinds of section in the other half (${figures.documents} documents, 0.5 for always all; ${figures.sensitivity.toFixed(3)} of those there, ${figures.specificity.toFixed(3)} of those not), ${figures.order.toFixed(3)} of their pairs in order`,
    );
  if (!json) {
    const { documents, balanced, sensitivity, specificity } = figures.byHand;
    console.log(
      `the same held against ${documents} documents labelled by hand: balanced accuracy ${balanced.toFixed(3)} (${sensitivity.toFixed(3)} of those there, ${specificity.toFixed(3)} of those not)`,
    );
  }
};

/** `npm run recognition [-- FOLDER] [--json]`: figures over a folder with LABELS.json, or over our own two sets. */
export const runRecognition = (args: readonly string[]): number => {
  const json = args.includes('--json');
  const [folder] = args.filter((arg) => !arg.startsWith('--'));
  if (folder === undefined && !hasShared) {
    console.error(whySkipped);
    return 0;
  }
  const sets = folder === undefined ? ownLabels() : [readLabels(resolve(process.env.INIT_CWD ?? '.', folder))];
  for (const set of sets) {
    const figures = measure(set);
    if (json)
      console.log(JSON.stringify({ name: 'recognition', set: set.name, documents: set.documents.length, ...figures }));
    else {
      for (const mistake of figures.mistakes) console.log(`  ${mistake}`);
      console.log(`${set.name}: ${set.documents.length} documents, ${describeFigures(figures)}`);
    }
  }
  if (folder === undefined) {
    printNotes(json);
    printLearning(json);
  }
  return 0;
};
