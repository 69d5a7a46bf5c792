import { z } from 'zod';

/** Texts that accompany a plan and follow from it: 起草说明, 政策解读. */
export const draftKinds = ['drafting-note', 'interpretation'] as const;
export type DraftKind = (typeof draftKinds)[number];

/** Most characters of one part. */
export const longestPart = 20_000;
/** Most edited parts that are kept with a document. */
export const mostEditedParts = 400;

/** A part of 起草说明 or 政策解读 that the person has edited: it no longer follows the text of the plan. */
export const editedPartSchema = z.strictObject({
  draft: z.enum(draftKinds),
  /** Which part: 依据 `basis`, or `content:` and the block of a chapter. */
  key: z.string().min(1).max(60),
  text: z.string().max(longestPart),
  /** What the plan gave when it was edited, so that one sees when that has changed. */
  from: z.string().max(longestPart),
});
export type EditedPart = Readonly<z.infer<typeof editedPartSchema>>;
