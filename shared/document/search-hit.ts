import { z } from 'zod';
import { blockIdSchema } from './block';

/** A place in a document's text that holds the words searched for. */
export const searchHitSchema = z.strictObject({
  /** The document. */
  id: blockIdSchema,
  blockId: blockIdSchema,
  /** The words in their sentence, shortened. */
  text: z.string(),
  /** Where the words stand in `text`, UTF-16 units, in order. */
  marks: z.array(z.strictObject({ start: z.number().int(), end: z.number().int() })),
});
export type SearchHit = Readonly<z.infer<typeof searchHitSchema>>;
