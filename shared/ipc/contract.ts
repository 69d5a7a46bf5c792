import { z } from 'zod';
import { blockIdSchema } from '../document/block';
import { bureauCalls } from './calls/bureau-calls';
import { documentCalls } from './calls/document-calls';
import { exportCalls } from './calls/export-calls';
import { fileCalls, lockedFileSchema } from './calls/file-calls';
import { libraryCalls } from './calls/library-calls';
import { machineCalls } from './calls/machine-calls';
import { byId, nothing } from './calls/parts';

export type { ListedTemplate } from './calls/bureau-calls';
export type { PlanFile, ReviewKind } from './calls/export-calls';
export type { Imported, ImportedFolder, LockedFile } from './calls/file-calls';
export type { LibraryRow } from './calls/library-calls';
export type { ChosenFolder } from './calls/machine-calls';

/**
 * Every call through the door between window and machine: what goes in, what comes out.
 * `register` parses the input of each call; a channel without a handler does not compile.
 */
export const contract = {
  ...machineCalls,
  ...libraryCalls,
  ...bureauCalls,
  ...documentCalls,
  ...fileCalls,
  ...exportCalls,
} as const;

export type Channel = keyof typeof contract;
export type Input<C extends Channel> = z.input<(typeof contract)[C]['input']>;
export type Output<C extends Channel> = z.output<(typeof contract)[C]['output']>;

/** What the machine tells the window unasked. */
export const events = {
  /** Hand over what is unsaved, then call `app:ready-to-close`. */
  closing: nothing,
  /** The machine goes to sleep or its screen is locked. */
  away: nothing,
  /** A second start or a double click asks for this document. */
  'open-document': byId,
  /** A second start or a double click brings files that wait for their password. */
  'files-locked': z.strictObject({ locked: z.array(lockedFileSchema) }),
  /** Documents of the library have been checked again, because the rules changed. */
  'library-checked': z.strictObject({ ids: z.array(blockIdSchema) }),
  /** A file could not be opened at the request of a second start. */
  message: z.strictObject({ text: z.string() }),
  /** Reading files: so many of so many, and the one in hand. */
  'import-progress': z.strictObject({ done: z.number().int(), total: z.number().int(), file: z.string() }),
  /** Moving the data folder. */
  'move-progress': z.strictObject({ done: z.number().min(0).max(1), step: z.string() }),
  /** The library is another one now. */
  'library-replaced': nothing,
  'export-progress': z.strictObject({ done: z.number().min(0).max(1), step: z.string() }),
} as const;
export type EventName = keyof typeof events;
export type EventPayload<E extends EventName> = Readonly<z.output<(typeof events)[E]>>;
