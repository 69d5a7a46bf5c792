import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { recogniseText } from '../../shared/recognise/recognise';
import type { Recognition } from '../../shared/recognise/types';

const sharedFolder = resolve(import.meta.dirname, '../../../shared');
export const hasCorpus = existsSync(resolve(sharedFolder, 'corpus/INDEX.tsv'));

export type CorpusDocument = Readonly<{ file: string; text: string; recognition: Recognition }>;

/**
 * The text documents of the corpus beside the checkout.
 * @param kinds `target`: of a genre the product is for · `other`: of another genre
 */
export const readCorpus = (...kinds: readonly ('target' | 'other')[]): CorpusDocument[] =>
  readFileSync(resolve(sharedFolder, 'corpus/INDEX.tsv'), 'utf8')
    .split('\n')
    .slice(1)
    .map((row) => row.split('\t'))
    .filter((row) => kinds.some((kind) => row[6]?.trim() === kind) && row[0]?.startsWith('text/'))
    .map((row) => {
      const text = readFileSync(resolve(sharedFolder, 'corpus', row[0]!), 'utf8');
      return { file: row[0]!, text, recognition: recogniseText(text) };
    });
