import { z } from 'zod';
import { comparisonSchema } from '../../compare/comparison';
import { documentChangesSchema } from '../../document/changes';
import { documentSchema } from '../../document/document';
import { pictureFileSchema } from '../../document/picture';
import { versionSchema } from '../../document/version';
import { longestPassword, shortestPassword } from '../../file/limits';
import { byId, done, nothing } from './parts';

const versionNameSchema = z.string().trim().min(1).max(60);

const aVersion = byId.extend({ version: z.number().int() });

/** What lies between two states, and the state that is not the stored one, to take blocks from. */
export const comparedSchema = z.strictObject({ comparison: comparisonSchema, other: documentSchema });

/** Calls about a document: its text, pictures and versions, and what lies between two states. */
export const documentCalls = {
  /** Adds a new document to the library. */
  'document:create': { input: z.strictObject({ document: documentSchema }), output: byId },
  /** A document to be read, not written in. */
  'document:read': { input: byId, output: z.strictObject({ document: documentSchema }) },
  /** Puts it on this window's desk. `conflict` while another window has it. `name`: as in the library's row. */
  'document:open': {
    input: byId,
    output: z.strictObject({ document: documentSchema, revision: z.number().int(), name: z.string().nullable() }),
  },
  /** The window has left its document. */
  'document:close': { input: nothing, output: done },
  /** Writes what changed; answers when it is on disk. `conflict` when `revision` is not the stored one. */
  'document:save': {
    input: byId.extend({ revision: z.number().int(), changes: documentChangesSchema }),
    output: z.strictObject({ revision: z.number().int(), savedAt: z.number().int() }),
  },
  /**
   * Asks where, and writes a .nigao file with so many versions, under a password if one is given; null: cancelled.
   * `left`: so many older versions had no room; `damaged`: what can no longer be read, and was left out.
   */
  'document:save-as': {
    input: byId.extend({ password: z.string().min(shortestPassword).max(longestPassword).nullable().default(null) }),
    output: z.strictObject({
      path: z.string().nullable(),
      versions: z.number().int(),
      left: z.number().int(),
      damaged: z.strictObject({ versions: z.number().int(), pictures: z.number().int() }),
    }),
  },
  /**
   * Asks where, and writes a .nigao file of a document that could not be saved, as the window has it; null: cancelled.
   * `missing`: so many pictures could not be read.
   */
  'document:save-elsewhere': {
    input: z.strictObject({ document: documentSchema }),
    output: z.strictObject({ path: z.string().nullable(), missing: z.number().int().min(0) }),
  },

  /** Keeps a picture for a document, from its bytes. @throws 'file' with why it is not one */
  'pictures:add': { input: byId.extend({ bytes: z.instanceof(Uint8Array) }), output: pictureFileSchema },
  /** Asks for a picture file, and reads it; null when the person cancels. */
  'pictures:choose': { input: nothing, output: z.strictObject({ bytes: z.instanceof(Uint8Array).nullable() }) },

  'versions:list': { input: byId, output: z.array(versionSchema) },
  /** Keeps the stored state: under a name, or (null) as the one before another is put in its place. */
  'versions:keep': { input: byId.extend({ name: versionNameSchema.nullable() }), output: done },
  /** Gives a version a name, or another one. */
  'versions:rename': { input: aVersion.extend({ name: versionNameSchema }), output: done },
  'versions:open': { input: aVersion, output: z.strictObject({ document: documentSchema }) },
  /** From one version to another, or (null) to the stored state; `other` is the one it starts from. */
  'compare:versions': {
    input: byId.extend({ from: z.number().int(), to: z.number().int().nullable() }),
    output: comparedSchema,
  },
  /** From the stored state to a file the person is asked for; null when they cancel. Nothing enters the library. */
  'compare:file': { input: byId, output: comparedSchema.extend({ file: z.string() }).nullable() },
  /** Asks where, and writes the 对照表 of a comparison as an official Word file. */
  'compare:export': {
    input: z.strictObject({
      title: z.string().max(200),
      // Names of versions and files.
      before: z.string().max(300),
      after: z.string().max(300),
      comparison: comparisonSchema,
    }),
    output: z.strictObject({ path: z.string().nullable() }),
  },
} as const;
