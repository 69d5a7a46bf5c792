import { resolve } from 'node:path';
import { hasShared, ownLabels, readLabels, whySkipped } from './labels';
import { describeFigures, measure } from './measure';
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
  if (folder === undefined) printNotes(json);
  return 0;
};
