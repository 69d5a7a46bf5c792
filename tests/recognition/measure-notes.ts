import { join } from 'node:path';
import type { OutlineAnswer } from '../../shared/cli/answers';
import { isLabelled, labelledNotes, sharedFolder } from './labels';
import { readAnswer } from './measure';

/** How many of the labelled units were found in their role, over all labelled notes. */
export type NoteFigures = {
  notes: number;
  right: number;
  found: number;
  labelled: number;
  f1: number;
  mistakes: string[];
};

/** Takes found units that are labelled out of both lists. */
const match = (found: readonly string[], labelled: readonly string[]): { extra: string[]; missed: string[] } => {
  const missed = [...labelled];
  const extra = found.filter((name) => {
    const at = missed.findIndex((label) => isLabelled(name, label));
    if (at >= 0) missed.splice(at, 1);
    return at < 0;
  });
  return { extra, missed };
};

/** Compares the unit notes that `nigao outline` answers with the labelled ones: the last note on each labelled line. */
export const measureNotes = (): NoteFigures => {
  const figures: NoteFigures = { notes: 0, right: 0, found: 0, labelled: 0, f1: 0, mistakes: [] };
  const answers = new Map<string, OutlineAnswer>();
  for (const label of labelledNotes()) {
    const answer = answers.get(label.file) ?? readAnswer(join(sharedFolder, label.file));
    answers.set(label.file, answer);
    const note = answer.responsibilities.findLast(({ line }) => line === label.line);
    figures.notes += 1;
    for (const role of ['lead', 'support'] as const) {
      const found = note?.[role] ?? [];
      const { extra, missed } = match(found, label[role]);
      figures.found += found.length;
      figures.labelled += label[role].length;
      figures.right += found.length - extra.length;
      if (extra.length + missed.length > 0)
        figures.mistakes.push(
          `${label.file}:${label.line} ${role} extra ${extra.join('、')} missed ${missed.join('、')}`,
        );
    }
  }
  figures.f1 = (2 * figures.right) / Math.max(1, figures.found + figures.labelled);
  return figures;
};
