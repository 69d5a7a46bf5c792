import { z } from 'zod';
import { blockIdSchema } from '../../document/block';
import { documentSchema } from '../../document/document';
import { longestPassword } from '../../file/limits';
import { comparedSchema } from './document-calls';
import { byId, done, nothing } from './parts';

/** A file that waits for its password, and the key by which the machine knows it. */
export const lockedFileSchema = z.strictObject({ key: z.uuid(), file: z.string() });
export type LockedFile = Readonly<z.infer<typeof lockedFileSchema>>;

export const importedSchema = z.strictObject({
  imported: z.array(z.strictObject({ id: blockIdSchema, title: z.string(), doubts: z.number().int().min(0) })),
  failed: z.array(z.strictObject({ file: z.string(), message: z.string() })),
  /** Those that a password opens. */
  locked: z.array(lockedFileSchema),
});
export type Imported = Readonly<z.infer<typeof importedSchema>>;

/** What came of reading a whole folder. */
const importedFolderSchema = importedSchema.omit({ locked: true }).extend({
  /** Files that were read before and not again: the library has their documents. */
  known: z.array(z.strictObject({ id: blockIdSchema, file: z.string() })),
  /** Folders below that could not be looked into. */
  unread: z.array(z.string()),
  /** Whether the person ended it before the last file. */
  cancelled: z.boolean(),
});
export type ImportedFolder = Readonly<z.infer<typeof importedFolderSchema>>;

/** Calls about files that are read, and what is asked about them. */
export const fileCalls = {
  /** Asks for files and reads them into the library. */
  'files:open': { input: nothing, output: importedSchema },
  /** Asks for a folder and reads every document in it and below; null when the person cancels at the question. */
  'files:open-folder': { input: nothing, output: importedFolderSchema.nullable() },
  /** Ends the reading of files at once, of a folder after the file in hand; what was read stays. */
  'files:cancel': { input: nothing, output: done },
  /** Reads a file that was dragged into the window. */
  'files:import': {
    input: z.strictObject({ name: z.string().max(255), bytes: z.instanceof(Uint8Array) }),
    output: importedSchema,
  },

  /** Reads a file that waits for its password. @throws 'password' when it is another one; the file waits on */
  'files:unlock': {
    input: z.strictObject({ key: lockedFileSchema.shape.key, password: z.string().min(1).max(longestPassword) }),
    output: importedSchema,
  },
  /** The person does without a file that waits for its password. */
  'files:leave-locked': { input: lockedFileSchema.pick({ key: true }), output: done },

  /** What is to be asked about a document that was just read from a file; null when nothing. */
  'arrival:ask': {
    input: byId,
    output: z
      .discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('changes'), count: z.number().int().min(1) }),
        z.strictObject({ kind: z.literal('returned'), file: z.string() }),
      ])
      .nullable(),
  },
  /** It was asked about. */
  'arrival:forget': { input: byId, output: done },
  /** The file again with its tracked changes read otherwise; nothing is stored. */
  'arrival:read-again': {
    input: byId.extend({ revisions: z.enum(['rejected', 'review']) }),
    output: z.strictObject({ document: documentSchema }),
  },
  /** From the stored state to the file that came back. */
  'arrival:compare': { input: byId, output: comparedSchema.extend({ file: z.string() }) },
  /** Adds the file that came back as a document of its own. */
  'arrival:keep-apart': { input: byId, output: byId },
} as const;
