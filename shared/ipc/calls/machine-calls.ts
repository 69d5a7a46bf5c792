import { z } from 'zod';
import { blockIdSchema } from '../../document/block';
import { longestPassword } from '../../file/limits';
import { lockSchema, shortestLockPassword } from '../../settings';
import { lockedFileSchema } from './file-calls';
import { done, nothing } from './parts';

/** A folder chosen for the library: the chosen one, or a new one in it; `bytes` is what would be copied there. */
const chosenFolderSchema = z.strictObject({
  folder: z.string(),
  holds: z.enum(['library', 'nothing']),
  bytes: z.number().int(),
  drive: z.enum(['fixed', 'removable', 'network']),
});
export type ChosenFolder = Readonly<z.infer<typeof chosenFolderSchema>>;

/** Calls about the machine: start, settings, the data folder and the lock. */
export const machineCalls = {
  'app:start': {
    input: nothing,
    /** `problem`: why the library cannot be opened, as a sentence; null when all is well. */
    output: z.strictObject({
      problem: z.string().nullable(),
      /** A sentence the person should read once, e.g. that a backup was restored. */
      notice: z.string().nullable(),
      dataFolder: z.string(),
      /** The file of what is set up on this machine. */
      settingsFile: z.string(),
      version: z.string(),
      /** Document to open at once (started by double click), if any. */
      openDocument: blockIdSchema.nullable(),
      /** Files it was started with that wait for their password. */
      locked: z.array(lockedFileSchema),
      lock: lockSchema,
    }),
  },
  /** What of others the app contains, with the licence in full; empty where a package brings none. */
  'app:licences': {
    input: nothing,
    output: z.array(z.strictObject({ name: z.string(), version: z.string(), licence: z.string(), text: z.string() })),
  },
  'app:quit': { input: nothing, output: done },
  'app:show-data-folder': { input: nothing, output: done },
  /** The window's answer to the event `closing`: everything is handed over. */
  'app:ready-to-close': { input: nothing, output: done },
  /** Asks where, and writes what helps to find a fault, without any text of a document; null when the person cancels. */
  'app:save-diagnostics': { input: nothing, output: z.strictObject({ path: z.string().nullable() }) },
  /** An error the window has met; logged under the returned short id. Never document text. */
  'app:report-error': {
    input: z.strictObject({ kind: z.string().max(60), message: z.string().max(500) }),
    output: z.strictObject({ id: z.string() }),
  },

  /** What is set up on this machine. `backupFolder`: where the daily backup goes besides the app's own folder. */
  'settings:get': {
    input: nothing,
    output: z.strictObject({
      version: z.string(),
      backupFolder: z.string().nullable(),
      lock: lockSchema,
    }),
  },
  /** Asks for a folder, and backs up into it at once and every day; null when the person cancels. */
  'settings:choose-backup-folder': { input: nothing, output: z.strictObject({ folder: z.string().nullable() }) },
  'settings:leave-backup-folder': { input: nothing, output: done },
  /** Where the library is. `before`: where it was, while one lies there; `isCopy`: left behind by moving. */
  'data-folder:state': {
    input: nothing,
    output: z.strictObject({
      folder: z.string(),
      isMoved: z.boolean(),
      before: z.strictObject({ folder: z.string(), isCopy: z.boolean() }).nullable(),
    }),
  },
  /** Asks for a folder and looks at it; null when the person cancels. `usual`: the one where a library is at first. */
  'data-folder:choose': { input: z.strictObject({ usual: z.boolean() }), output: chosenFolderSchema.nullable() },
  /** Copies the library into the folder chosen last, checks it and goes on there. Progress as `move-progress`. */
  'data-folder:move': { input: nothing, output: done },
  'data-folder:cancel': { input: nothing, output: done },
  /** Goes on with the library in the folder chosen last, or with a new one where there is none. */
  'data-folder:use': { input: nothing, output: done },
  /** Goes on with what lies where the library was before. */
  'data-folder:go-back': { input: nothing, output: done },
  /** Deletes what moving left behind. */
  'data-folder:remove-copy': { input: nothing, output: done },
  'lock:set': { input: lockSchema.pick({ after: true }), output: lockSchema },
  /** Sets the password that uncovers the windows, or (null) takes it away. @throws 'password' when `current` is wrong */
  'lock:set-password': {
    input: z.strictObject({
      current: z.string().max(longestPassword),
      password: z.string().min(shortestLockPassword).max(longestPassword).nullable(),
    }),
    output: lockSchema,
  },
  /** @throws 'password' when it is another one */
  'lock:open': { input: z.strictObject({ password: z.string().max(longestPassword) }), output: done },
} as const;
