import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { blockText } from '../../../shared/document/plain-text';
import { computeLabels } from '../../../shared/numbering/compute-labels';
import { recogniseText } from '../../../shared/recognise/recognise';
import type { Recognition } from '../../../shared/recognise/types';

export const fixtureText = (name: string): string =>
  readFileSync(resolve(import.meta.dirname, '../../fixtures/recognise', name), 'utf8');

export const recogniseFixture = (name: string): Recognition => recogniseText(fixtureText(name));

/** Text of all blocks of one type, over all parts. */
export const textsOf = ({ document }: Recognition, type: string): string[] =>
  document.parts.flatMap((part) => part.children.filter((block) => block.type === type).map(blockText));

/** Clauses as `label text`, a run-in one with its lead only. */
export const clausesOf = (recognition: Recognition): string[] => {
  const labels = computeLabels(recognition.document);
  return recognition.document.parts.flatMap((part) =>
    part.children.flatMap((block) => {
      if (block.type !== 'clause') return [];
      const text = blockText(block);
      return [`${labels.get(block.id) ?? ''}${block.runIn ? text.slice(0, text.indexOf('。') + 1) : text}`];
    }),
  );
};
