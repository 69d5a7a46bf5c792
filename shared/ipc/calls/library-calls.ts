import { z } from 'zod';
import { blockIdSchema } from '../../document/block';
import { filingSchema } from '../../document/filing';
import { searchHitSchema } from '../../document/search-hit';
import { documentSummarySchema } from '../../document/summary';
import { documentFunctions } from '../../functions/types';
import { byId, done, nothing } from './parts';

/** One row of the library. */
export const libraryRowSchema = z.strictObject({
  id: blockIdSchema,
  /** Name given in the library; null while the document's own title is shown. */
  name: z.string().nullable(),
  summary: documentSummarySchema,
  /** Whether the summary is of the text and the rules as they are now; an older one is made again. */
  summaryOf: z.enum(['now', 'earlier-text', 'earlier-rules']),
  /** Milliseconds since 1970, UTC. */
  updatedAt: z.number().int(),
  trashedAt: z.number().int().nullable(),
  filing: filingSchema,
  /** The year the document belongs to. */
  year: z.number().int(),
});
export type LibraryRow = Readonly<z.infer<typeof libraryRowSchema>>;

/** Calls about the library: its rows, search and backups. */
export const libraryCalls = {
  /** So many documents from a place on, the last changed first, those in the 回收站 among them. */
  'library:list': {
    input: z.strictObject({ from: z.number().int().min(0), most: z.number().int().min(1).max(2000) }),
    output: z.array(libraryRowSchema),
  },
  /** These documents, as far as they are there. */
  'library:rows': {
    input: z.strictObject({ ids: z.array(blockIdSchema).max(20_000) }),
    output: z.array(libraryRowSchema),
  },
  /** Files documents: folder, tags, status; all or none. */
  'library:file': {
    input: z.strictObject({
      filings: z
        .array(filingSchema.extend({ id: blockIdSchema }))
        .min(1)
        .max(20_000),
    }),
    output: done,
  },
  'library:rename': { input: byId.extend({ name: z.string().max(200).nullable() }), output: done },
  'library:duplicate': { input: byId, output: byId },
  /** Into the 回收站; undone by `library:restore`. */
  'library:trash': { input: byId, output: done },
  'library:restore': { input: byId, output: done },
  /** Deletes for good what lies in the 回收站. */
  'library:purge': { input: byId, output: done },

  /**
   * Texts that hold every word, `within` only where a function is served; `complete` is false while documents are
   * still being indexed.
   */
  'library:search': {
    input: z.strictObject({ query: z.string().max(200), within: z.enum(documentFunctions).nullable() }),
    output: z.strictObject({ hits: z.array(searchHitSchema), complete: z.boolean() }),
  },

  /** Backups of the whole library in the app's own folder, the newest first; times in milliseconds since 1970, UTC. */
  'backups:list': {
    input: nothing,
    output: z.array(z.strictObject({ name: z.string(), time: z.number().int(), bytes: z.number().int() })),
  },
  /** Backs up now; `elsewhere` asks for the folder. The file's path; null when the person cancels. */
  'backups:make': {
    input: z.strictObject({ elsewhere: z.boolean() }),
    output: z.strictObject({ path: z.string().nullable() }),
  },
  /**
   * Puts a backup in the library's place: one of the list, or (null) a file the person is asked for. What the library
   * was is backed up first; one that cannot be opened is moved into the folder `aside`. `restored` is false when the
   * person cancels. @throws 'conflict' while a document is open
   */
  'backups:restore': {
    input: z.strictObject({ name: z.string().max(80).nullable() }),
    output: z.strictObject({ restored: z.boolean(), aside: z.string().nullable() }),
  },
} as const;
