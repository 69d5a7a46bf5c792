import { z } from 'zod';
import { blockIdSchema } from './block';

/** What a superior document asks for: a task, or a value to be reached. */
export const superiorItemSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('task'),
    /** Its heading, or its first sentence. */
    text: z.string().max(300),
    /** What stands under it, as far as it is compared. */
    words: z.string().max(1500),
    /** The heading it stands under. */
    chapter: z.string().max(100).optional(),
    /** In the words of that text: 2026年底前. */
    deadline: z.string().max(60).optional(),
  }),
  z.strictObject({
    kind: z.literal('indicator'),
    text: z.string().max(100),
    value: z.string().max(40),
    unit: z.string().max(40),
    year: z.number().int().nullable(),
    /** The value is a ceiling, or how much the quantity falls: less is better. */
    less: z.literal(true).optional(),
    /** The value is how much the quantity changes. */
    change: z.literal(true).optional(),
  }),
]);
export type SuperiorItem = Readonly<z.infer<typeof superiorItemSchema>>;

/** What a person has said of an item: what in this document answers it, or that nothing does. */
const decisionSchema = z.strictObject({
  /** Which item, from 0. */
  item: z.number().int().min(0),
  /** Block of the task or key of the indicator here; null: it is not taken over. */
  ours: z.string().max(300).nullable(),
  /** It answers only a part of what is asked. */
  partly: z.literal(true).optional(),
});
export type SuperiorDecision = Readonly<z.infer<typeof decisionSchema>>;

/** Most items of one superior document that are compared. */
export const mostSuperiorItems = 400;

/** 上级文件: what it asks for, kept with the document so that it need not be read again, and what was decided of it. */
export const superiorSchema = z.strictObject({
  id: blockIdSchema,
  title: z.string().max(300),
  items: z.array(superiorItemSchema).max(mostSuperiorItems),
  decisions: z.array(decisionSchema).max(mostSuperiorItems),
});
export type Superior = Readonly<z.infer<typeof superiorSchema>>;
/** Most superior documents beside one. */
export const mostSuperiors = 8;
