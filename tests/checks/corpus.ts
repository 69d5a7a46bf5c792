import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { identifyPicture } from '../../electron/files/picture-files';
import { readDocx } from '../../shared/recognise/read-docx';
import { recogniseText } from '../../shared/recognise/recognise';
import { recogniseDocx } from '../../shared/recognise/recognise-docx';
import type { Recognition } from '../../shared/recognise/types';

const sharedFolder = resolve(import.meta.dirname, '../../../shared');
export const hasCorpus = existsSync(resolve(sharedFolder, 'corpus/INDEX.tsv'));

export type CorpusDocument = Readonly<{ file: string; text: string; recognition: Recognition }>;

/** `target`: of a genre the product is for · `other`: of another genre · `stub`: without its plan · `docx`: a Word file */
type Kind = 'target' | 'other' | 'stub' | 'docx';

const readOne = (file: string): CorpusDocument => {
  const bytes = readFileSync(resolve(sharedFolder, 'corpus', file));
  if (!file.endsWith('.docx')) {
    const text = bytes.toString('utf8');
    return { file, text, recognition: recogniseText(text) };
  }
  const { recognition, paragraphs } = recogniseDocx(readDocx(bytes, 'accepted', identifyPicture));
  return { file, text: paragraphs.map(({ text }) => text).join('\n'), recognition };
};

/** Documents of the corpus beside the checkout, of the kinds asked for. */
export const readCorpus = (...kinds: readonly Kind[]): CorpusDocument[] =>
  readFileSync(resolve(sharedFolder, 'corpus/INDEX.tsv'), 'utf8')
    .split('\n')
    .slice(1)
    .map((row) => row.split('\t'))
    .filter((row) => kinds.some((kind) => row[6]?.trim() === kind))
    .map((row) => readOne(row[0]!));
