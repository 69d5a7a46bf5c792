import { z } from 'zod';
import { genreSchema } from './document';

const stateSchema = z.enum(['present', 'thin', 'missing', 'not-required']);

/** What the library shows of a document without opening it; derived, never edited. */
export const documentSummarySchema = z.strictObject({
  title: z.string(),
  genre: genreSchema,
  /** 署名, or the issuing organ; empty when neither is known. */
  issuer: z.string(),
  /** 字数, all parts. */
  characters: z.number().int().min(0),
  functions: z.strictObject({
    guidingIdeology: stateSchema,
    goals: stateSchema,
    tasks: stateSchema,
    safeguards: stateSchema,
  }),
  counts: z.strictObject({
    must: z.number().int().min(0),
    should: z.number().int().min(0),
    hint: z.number().int().min(0),
  }),
});
export type DocumentSummary = Readonly<z.infer<typeof documentSummarySchema>>;
