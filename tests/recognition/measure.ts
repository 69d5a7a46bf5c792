import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeText } from '../../electron/files/decode-text';
import { answerOutline } from '../../shared/cli/answer-outline';
import type { OutlineAnswer } from '../../shared/cli/answers';
import { documentFunctions } from '../../shared/functions/types';
import { readDocx } from '../../shared/recognise/read-docx';
import { recogniseParagraphs, recogniseText } from '../../shared/recognise/recognise';
import { isLabelled, type LabelledDocument, type LabelSet } from './labels';

export type Share = { right: number; of: number };
const shareNames = ['runIn', 'parts', 'title', 'number', 'recipients', 'signature', 'date', 'functions'] as const;
export type ShareName = (typeof shareNames)[number];

/** What recognition got right over a set of labelled documents; every mistake in one line. */
export type Figures = Record<ShareName, Share> & {
  headings: { right: number; found: number; labelled: number; f1: number };
  mistakes: string[];
};

const labelKeys = {
  guidingIdeology: 'guiding_ideology',
  goals: 'goals',
  tasks: 'tasks',
  safeguards: 'safeguards',
} as const;

/** What `nigao outline` answers for one file. */
export const readAnswer = (path: string): OutlineAnswer => {
  const bytes = readFileSync(path);
  return path.endsWith('.docx')
    ? answerOutline(path, recogniseParagraphs(readDocx(bytes).paragraphs))
    : answerOutline(path, recogniseText(decodeText(bytes) ?? ''));
};

const linesOf = (places: readonly { line: number }[]): string =>
  [...new Set(places.map(({ line }) => line))].sort((first, second) => first - second).join(',');

const count = (share: Share, right: boolean): boolean => {
  share.of += 1;
  if (right) share.right += 1;
  return right;
};

const compareHeadings = (figures: Figures, name: string, label: LabelledDocument, answer: OutlineAnswer): void => {
  const open = [...label.headings];
  figures.headings.labelled += open.length;
  figures.headings.found += answer.headings.length;
  for (const heading of answer.headings) {
    const at = open.findIndex(
      (wanted) =>
        wanted.line === heading.line &&
        wanted.level === heading.level &&
        isLabelled(heading.number, wanted.number) &&
        isLabelled(heading.text, wanted.text),
    );
    const shown = `${heading.line} L${heading.level} ${heading.number}${heading.text}`;
    if (at < 0) {
      figures.mistakes.push(`${name} extra heading ${shown}`);
      continue;
    }
    figures.headings.right += 1;
    const [wanted] = open.splice(at, 1);
    if (!count(figures.runIn, wanted!.run_in === heading.runIn)) figures.mistakes.push(`${name} run-in ${shown}`);
  }
  for (const missed of open)
    figures.mistakes.push(`${name} missed heading ${missed.line} L${missed.level} ${missed.number}${missed.text}`);
};

const compareFields = (figures: Figures, name: string, label: LabelledDocument, answer: OutlineAnswer): void => {
  const parts =
    label.parts.length === answer.parts.length &&
    label.parts.every(
      (part, at) => part.start_line === answer.parts[at]?.line && isLabelled(answer.parts[at].title, part.title),
    );
  if (!count(figures.parts, parts))
    figures.mistakes.push(
      `${name} parts ${answer.parts.map((part) => `${part.line} ${part.title}`).join(' | ')} (labelled ${linesOf(label.parts.map((part) => ({ line: part.start_line })))})`,
    );
  const wanted = label.issuer_signature ?? [];
  const signed =
    wanted.length === answer.signatures.length &&
    wanted.every((signature, at) => isLabelled(answer.signatures[at] ?? null, signature));
  if (!count(figures.signature, signed))
    figures.mistakes.push(`${name} signature ${answer.signatures.join('|')} (labelled ${wanted.join('|')})`);
  const fields = [
    ['title', label.title, answer.title],
    ['number', label.wenhao, answer.documentNumber],
    ['recipients', label.zhusong, answer.recipients],
    ['date', label.chengwen_date, answer.date],
  ] as const;
  for (const [field, want, found] of fields)
    if (!count(figures[field], isLabelled(found, want)))
      figures.mistakes.push(`${name} ${field} ${found} (labelled ${want})`);
};

const compareFunctions = (figures: Figures, name: string, label: LabelledDocument, answer: OutlineAnswer): void => {
  for (const own of documentFunctions) {
    const places = label.functions[labelKeys[own]];
    if (places === undefined) continue;
    // Prose that no heading covers: rightly no heading.
    const found = linesOf(answer.functions[own].filter((place) => place.heading !== null));
    const want = linesOf(places ?? []);
    if (!count(figures.functions, found === want))
      figures.mistakes.push(`${name} ${own} ${found || 'none'} (labelled ${want || 'none'})`);
  }
};

/** Compares what `nigao outline` answers with the labels of a set of documents. */
export const measure = ({ folder, documents }: LabelSet): Figures => {
  const figures: Figures = {
    headings: { right: 0, found: 0, labelled: 0, f1: 0 },
    ...(Object.fromEntries(shareNames.map((name) => [name, { right: 0, of: 0 }])) as Record<ShareName, Share>),
    mistakes: [],
  };
  for (const label of documents) {
    const answer = readAnswer(join(folder, label.file));
    const name = label.file.replace(/^.*\/|\.txt$/g, '');
    compareHeadings(figures, name, label, answer);
    compareFields(figures, name, label, answer);
    compareFunctions(figures, name, label, answer);
  }
  const { right, found, labelled } = figures.headings;
  figures.headings.f1 = found + labelled === 0 ? 1 : (2 * right) / (found + labelled);
  return figures;
};

export const shareOf = ({ right, of }: Share): number => (of === 0 ? 1 : right / of);

/** The figures in one line, e.g. `headings F1 0.9970 (…), runIn 1.000 (269 of 269), …`. */
export const describeFigures = (figures: Figures): string =>
  [
    `headings F1 ${figures.headings.f1.toFixed(4)} (${figures.headings.right} right, ${figures.headings.found} found, ${figures.headings.labelled} labelled)`,
    ...shareNames.map((name) => {
      const share = figures[name];
      return `${name} ${shareOf(share).toFixed(3)} (${share.right} of ${share.of})`;
    }),
  ].join(', ');
