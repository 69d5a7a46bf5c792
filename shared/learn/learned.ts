import { z } from 'zod';
import { genreSchema } from '../document/document';
import { requirements } from '../templates/template';
import { sectionKinds } from './section-kinds';

const counted = z.strictObject({ text: z.string(), count: z.number().int().min(1) });

/** Characters of a section: the middle one of all documents, and what a quarter stays below and above. */
const lengthSchema = z.strictObject({ low: z.number(), middle: z.number(), high: z.number() });

const learnedSectionSchema = z.strictObject({
  /** Null: chapters on subjects of their own, which each document names otherwise. */
  kind: z.enum(sectionKinds).nullable(),
  level: z.literal([1, 2]),
  /** In how many documents it stands. */
  count: z.number().int().min(1),
  /** How many a document usually has of it. */
  times: z.number().int().min(1),
  length: lengthSchema,
  runIn: z.boolean(),
  /** Its usual headings, the most frequent first. */
  headings: z.array(counted),
  /** Proposed from how often it occurs; null: too seldom for a template. */
  requirement: z.enum(requirements).nullable(),
});
export type LearnedSection = Readonly<z.infer<typeof learnedSectionSchema>>;

/** What documents of the past have in common. */
export const learnedSchema = z.strictObject({
  documents: z.number().int().min(1),
  genre: genreSchema,
  /** How many have a text before the first chapter, and how long it is. */
  opening: z.strictObject({ count: z.number().int().min(0), length: lengthSchema }),
  length: lengthSchema,
  /** Chapters in their usual order, each with its sections of level 2 behind it. */
  sections: z.array(learnedSectionSchema),
  /** In how many documents the numbers of level 2 run on across chapters. */
  runsOn: z.number().int().min(0),
  /** Units in responsibility notes, by how many documents name them. */
  units: z.array(counted),
  /** Sentences that stand word for word in at least two documents and a third of all. */
  sentences: z.array(counted),
});
export type Learned = Readonly<z.infer<typeof learnedSchema>>;
