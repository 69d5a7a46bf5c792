import mammoth from 'mammoth';
import { run as runZhlint } from 'zhlint';
import { readSource } from '../../electron/files/read-source';
import type { GovDocument } from '../../shared/document/document';
import { blockText } from '../../shared/document/plain-text';
import { buildDocx } from '../../shared/export/docx/build-docx';
import { standardOptions } from '../../shared/export/export-options';
import { layOut } from '../../shared/layout/lay-out';
import { paginate } from '../../shared/layout/paginate/paginate';
import { computeLabels } from '../../shared/numbering/compute-labels';
import { recogniseText } from '../../shared/recognise/recognise';
import { benchDocument } from './bench-document';
import { measurePair } from './measure-pair';

/** Opening what others wrote, beside readers that do less with it. */
export const readingFigures = {
  'reading.docx.vs-mammoth': { unit: 'ms', peerName: 'mammoth convertToHtml', goal: 1, state: 'warm' },
  'reading.text.vs-zhlint': { unit: 'ms', peerName: 'zhlint', goal: 1, state: 'warm' },
} as const;
export type ReadingFigure = keyof typeof readingFigures;

const pages = 200;
const textBytes = 1_000_000;

const cut = (document: GovDocument, blocks: number): GovDocument => ({
  ...document,
  parts: document.parts.map((part) => ({ ...part, children: part.children.slice(0, blocks) })),
});

/** The bench document as a Word file of 200 pages. */
const wordFile = async (): Promise<Uint8Array> => {
  const whole = benchDocument();
  const count = (document: GovDocument): number => paginate(layOut(document, standardOptions), standardOptions).length;
  let blocks = Math.round((whole.parts[0]!.children.length * pages) / count(whole));
  while (count(cut(whole, blocks)) < pages) blocks += 1;
  return (await buildDocx(cut(whole, blocks), standardOptions)).bytes;
};

/** The bench document as it would be typed, over and over until it is long enough. */
const plainText = (): string => {
  const document = benchDocument();
  const labels = computeLabels(document);
  const once = document.parts.flatMap(({ children }) =>
    children.map((block) => (labels.get(block.id) ?? '') + blockText(block)),
  );
  const text = once.join('\n');
  const times = Math.ceil(textBytes / Buffer.byteLength(text));
  return Buffer.from(`${text}\n`.repeat(times)).subarray(0, textBytes).toString();
};

const measures: Readonly<Record<ReadingFigure, () => Promise<{ ours: number; peer: number }>>> = {
  'reading.docx.vs-mammoth': async () => {
    const file = Buffer.from(await wordFile());
    return measurePair(
      () => readSource('plan.docx', file),
      () => mammoth.convertToHtml({ buffer: file }),
    );
  },
  'reading.text.vs-zhlint': async () => {
    const text = plainText();
    return measurePair(
      () => recogniseText(text),
      () => runZhlint(text, { rules: { preset: 'default' } }),
    );
  },
};

export const measureReading = (name: ReadingFigure): Promise<{ ours: number; peer: number }> => measures[name]();
