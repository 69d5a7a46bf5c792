import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { decodeText } from '../../electron/files/decode-text';
import type { Genre, GovDocument } from '../../shared/document/document';
import { learnFromDocuments } from '../../shared/learn/learn-from-documents';
import { kindsOf, outlineOf } from '../../shared/learn/outline-of';
import { type SectionKind, sectionKinds } from '../../shared/learn/section-kinds';
import { recogniseText } from '../../shared/recognise/recognise';
import { sharedFolder } from './labels';

/** Documents of one genre that are enough to be halved. */
const fewest = 6;
/** What the template asks for is expected in the others. */
const expected: ReadonlySet<string | null> = new Set(['required', 'recommended']);

export type LearningFigures = Readonly<{
  documents: number;
  /** Of the kinds a document has, how many were expected; of those it has not, how many were not; their mean. */
  sensitivity: number;
  specificity: number;
  balanced: number;
  /** Pairs of kinds in one document that stand in the expected order. */
  order: number;
  /** The same held against what a person has seen in the headings (KINDS.json), and how many documents that are. */
  byHand: Readonly<{ documents: number; sensitivity: number; specificity: number; balanced: number }>;
}>;

const handSchema = z.strictObject({
  schema: z.string(),
  documents: z.record(z.string(), z.array(z.enum(sectionKinds))),
});

type Tally = { has: number; expectedAndHas: number; hasNot: number; neither: number; documents: number };
const emptyTally = (): Tally => ({ has: 0, expectedAndHas: 0, hasNot: 0, neither: 0, documents: 0 });
const rates = ({ has, expectedAndHas, hasNot, neither, documents }: Tally) => {
  const sensitivity = expectedAndHas / has;
  const specificity = neither / hasNot;
  return { documents, sensitivity, specificity, balanced: (sensitivity + specificity) / 2 };
};
const count = (tally: Tally, kinds: readonly SectionKind[], predicted: ReadonlySet<SectionKind | null>): void => {
  tally.documents += 1;
  for (const kind of sectionKinds)
    if (kinds.includes(kind)) {
      tally.has += 1;
      if (predicted.has(kind)) tally.expectedAndHas += 1;
    } else {
      tally.hasNot += 1;
      if (!predicted.has(kind)) tally.neither += 1;
    }
};

/** The same halves in every run. */
const halve = <Item>(items: readonly Item[]): readonly [Item[], Item[]] => [
  items.filter((_, at) => at % 2 === 0),
  items.filter((_, at) => at % 2 === 1),
];

/**
 * How well the sections of one half of a genre's published documents tell those of the other half, both ways round.
 * Always expecting all twelve kinds has a balanced accuracy of 0.5.
 */
export const measureLearning = (): LearningFigures => {
  const folder = resolve(sharedFolder, 'corpus', 'text');
  const { documents: hand } = handSchema.parse(
    JSON.parse(readFileSync(resolve(import.meta.dirname, 'KINDS.json'), 'utf8')),
  );
  const names = new Map<GovDocument, string>();
  const byGenre = new Map<Genre, GovDocument[]>();
  for (const name of readdirSync(folder).sort()) {
    const { document } = recogniseText(decodeText(readFileSync(resolve(folder, name))) ?? '');
    names.set(document, name);
    byGenre.set(document.meta.genre, [...(byGenre.get(document.meta.genre) ?? []), document]);
  }
  const counts = { ...emptyTally(), pairs: 0, ordered: 0 };
  const handCounts = emptyTally();
  for (const documents of byGenre.values()) {
    if (documents.length < fewest) continue;
    const [first, second] = halve(documents);
    for (const [known, unknown] of [
      [first, second],
      [second, first],
    ] as const) {
      const learned = learnFromDocuments(known);
      const proposed = learned.sections.filter(({ requirement }) => expected.has(requirement));
      const predicted = new Set(proposed.map(({ kind }) => kind));
      const order = new Map<SectionKind, number>();
      for (const [at, { kind }] of learned.sections.entries()) if (kind && !order.has(kind)) order.set(kind, at);
      for (const document of unknown) {
        const kinds = kindsOf(outlineOf(document));
        count(counts, kinds, predicted);
        const seen = hand[names.get(document) ?? ''];
        if (seen) count(handCounts, seen, predicted);
        const placed = kinds.filter((kind) => order.has(kind));
        for (const [at, kind] of placed.entries())
          for (const later of placed.slice(at + 1)) {
            counts.pairs += 1;
            if (order.get(kind)! < order.get(later)!) counts.ordered += 1;
          }
      }
    }
  }
  return { ...rates(counts), order: counts.ordered / counts.pairs, byHand: rates(handCounts) };
};
