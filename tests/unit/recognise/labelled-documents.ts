import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { headingText } from '../../../shared/document/heading-text';
import { listHeadings } from '../../../shared/document/list-headings';
import { blockText } from '../../../shared/document/plain-text';
import { assessFunctions } from '../../../shared/functions/assess-functions';
import { computeLabels } from '../../../shared/numbering/compute-labels';
import { fold } from '../../../shared/recognise/lines/fold';
import { recogniseText } from '../../../shared/recognise/recognise';
import type { Recognition } from '../../../shared/recognise/types';

/** The shared folder beside the checkout, with real documents; absent in a clone elsewhere. */
export const sharedFolder = resolve(import.meta.dirname, '../../../../shared');
export const hasShared = existsSync(resolve(sharedFolder, 'corpus/LABELS.json'));
export const whySkipped = 'skipped: no ../shared with real documents beside this checkout';

export const readShared = (path: string): string => readFileSync(resolve(sharedFolder, path), 'utf8');

export type LabelledHeading = {
  line: number;
  level: number;
  number: string;
  text: string;
  run_in: boolean;
  part: number;
};
export type LabelledPlace = { line: number; heading: string };
export type LabelledDocument = {
  file: string;
  title: string | null;
  parts: { part: number; start_line: number; title: string | null }[];
  wenhao: string | null;
  zhusong: string | null;
  issuer_signature: string[] | null;
  chengwen_date: string | null;
  functions: Record<string, LabelledPlace[] | null>;
  headings: LabelledHeading[];
};

export const labelledDocuments = (): LabelledDocument[] =>
  (JSON.parse(readShared('corpus/LABELS.json')) as { documents: LabelledDocument[] }).documents;

const plain = (text: string): string => fold(text).replace(/\s/g, '');

/** What was recognised, in the words of the labels. */
export const describeAsLabels = (recognition: Recognition): LabelledDocument & { genre: string } => {
  const { document, lines, sourceNumbers } = recognition;
  const labels = computeLabels(document);
  const headings = listHeadings(document);
  const text = (part: number, type: string): string[] =>
    (document.parts[part]?.children ?? []).filter((block) => block.type === type).map(blockText);
  const all = (type: string): string[] => document.parts.flatMap((_, part) => text(part, type));
  const functions = assessFunctions(document);
  const places = (name: keyof typeof functions): LabelledPlace[] | null =>
    functions[name].places.length === 0
      ? null
      : functions[name].places.map((place) => ({
          line: lines.get(place.headingId ?? place.blockId) ?? 0,
          heading: place.headingId ?? 'null',
        }));
  return {
    file: '',
    genre: document.meta.genre,
    title: all('title')[0] ?? null,
    parts: document.parts.map((part, index) => ({
      part: index,
      start_line: lines.get((part.children.find((block) => block.type === 'title') ?? part.children[0]!).id) ?? 0,
      title: text(index, 'title')[0] ?? null,
    })),
    wenhao: document.meta.documentNumber ?? null,
    zhusong: all('salutation')[0]?.replace(/[：:]$/, '') ?? null,
    issuer_signature: all('signature').length > 0 ? all('signature') : null,
    chengwen_date: all('dateLine')[0] ?? null,
    functions: {
      guiding_ideology: places('guidingIdeology'),
      goals: places('goals'),
      tasks: places('tasks'),
      safeguards: places('safeguards'),
    },
    headings: document.parts.flatMap((part, index) =>
      part.children.flatMap((block) =>
        block.type === 'clause' && block.numbered !== false && headings.has(block.id)
          ? [
              {
                line: lines.get(block.id) ?? 0,
                level: block.level,
                number: sourceNumbers.get(block.id) ?? labels.get(block.id) ?? '',
                text: headingText(block),
                run_in: block.runIn === true,
                part: index,
              },
            ]
          : [],
      ),
    ),
  };
};

export type Figures = {
  headings: { right: number; found: number; labelled: number; f1: number };
  runIn: { right: number; of: number };
  parts: { right: number; of: number };
  fields: { right: number; of: number };
  functions: { right: number; of: number };
  mistakes: string[];
};

const same = (first: string | null, second: string | null): boolean => plain(first ?? '') === plain(second ?? '');

/** Compares recognition with the labels over all labelled documents. */
export const measure = (): Figures => {
  const figures: Figures = {
    headings: { right: 0, found: 0, labelled: 0, f1: 0 },
    runIn: { right: 0, of: 0 },
    parts: { right: 0, of: 0 },
    fields: { right: 0, of: 0 },
    functions: { right: 0, of: 0 },
    mistakes: [],
  };
  for (const label of labelledDocuments()) {
    const found = describeAsLabels(recogniseText(readShared(`corpus/${label.file}`)));
    const name = label.file.slice(5, -4);
    const id = (heading: LabelledHeading): string =>
      `${heading.line} L${heading.level} ${plain(heading.number)} ${plain(heading.text)}`;
    const wanted = new Map(label.headings.map((heading) => [id(heading), heading]));
    figures.headings.labelled += wanted.size;
    figures.headings.found += found.headings.length;
    for (const heading of found.headings) {
      const match = wanted.get(id(heading));
      if (!match) {
        figures.mistakes.push(`${name} extra heading ${id(heading)}`);
        continue;
      }
      wanted.delete(id(heading));
      figures.headings.right += 1;
      figures.runIn.of += 1;
      if (match.run_in === heading.run_in) figures.runIn.right += 1;
      else figures.mistakes.push(`${name} run-in ${id(heading)}`);
    }
    for (const missed of wanted.keys()) figures.mistakes.push(`${name} missed heading ${missed}`);
    const part = (value: LabelledDocument['parts'][number]): string =>
      `${value.start_line} ${plain(value.title ?? '')}`;
    figures.parts.of += 1;
    if (label.parts.map(part).join('|') === found.parts.map(part).join('|')) figures.parts.right += 1;
    else figures.mistakes.push(`${name} parts ${found.parts.map(part).join('|')}`);
    const fields: [string, string | null, string | null][] = [
      ['title', label.title, found.title],
      ['number', label.wenhao, found.wenhao],
      ['recipients', label.zhusong, found.zhusong],
      ['signature', label.issuer_signature?.join('|') ?? null, found.issuer_signature?.join('|') ?? null],
      ['date', label.chengwen_date, found.chengwen_date],
    ];
    for (const [field, want, got] of fields) {
      figures.fields.of += 1;
      if (same(want, got)) figures.fields.right += 1;
      else figures.mistakes.push(`${name} ${field}: ${got} (labelled ${want})`);
    }
    for (const [key, want] of Object.entries(label.functions)) {
      figures.functions.of += 1;
      const lines = (places: LabelledPlace[] | null | undefined): string =>
        places?.map((place) => place.line).join(',') ?? '';
      if (lines(want) === lines(found.functions[key])) figures.functions.right += 1;
      else figures.mistakes.push(`${name} ${key}: ${lines(found.functions[key])} (labelled ${lines(want)})`);
    }
  }
  const { right, found, labelled } = figures.headings;
  figures.headings.f1 = (2 * right) / (found + labelled);
  return figures;
};
