import { z } from 'zod';
import { blockIdSchema } from './block';
import { pictureTurnSchema } from './picture';

/**
 * What is left to be looked at in a document that was read from a file: a guess of recognition, a comment, or a change
 * that its author tracked (the text stands as if it were accepted).
 */
export const reviewKinds = ['guess', 'comment', 'added', 'removed'] as const;
export type ReviewKind = (typeof reviewKinds)[number];

export const reviewItemSchema = z.strictObject({
  kind: z.enum(reviewKinds),
  /** Line or paragraph of the source, from 1. */
  line: z.number().int().min(1),
  /** The block that was made of it; null when it is about none. */
  blockId: blockIdSchema.nullable(),
  /** What was not sure, the words of the comment, or the words that were added or removed. */
  text: z.string().max(2000),
  /** Who wrote the comment or the change; empty where the file does not say. */
  by: z.string().max(60).optional(),
  /** The line as the source has it. */
  source: z.string().max(400),
  /** The number as the source wrote it. */
  number: z.string().max(20).optional(),
  /** For a change: the characters before it, and how many they are from the start of the block. */
  behind: z.strictObject({ text: z.string().max(20), at: z.number().int().min(0) }).optional(),
  /** A removal that took a whole paragraph away: whether that stood before its block or behind it. */
  paragraph: z.enum(['before', 'behind']).optional(),
  /** Its picture stands as it lies in the file, which shows it turned so. */
  turn: pictureTurnSchema.optional(),
  /** The block of a paragraph that was taken away and is back. */
  restored: blockIdSchema.optional(),
  /** The person has dealt with it. */
  done: z.literal(true).optional(),
});
export type ReviewItem = Readonly<z.infer<typeof reviewItemSchema>>;

/** Most items that are kept with a document. */
export const mostReviewItems = 1000;
