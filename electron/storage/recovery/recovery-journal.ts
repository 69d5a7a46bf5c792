import { readFile, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { syncFolder, writeFileAtomically } from '../../files/atomic-write';
import type { LibraryPlaces } from '../library-places';

const journalSchema = z.strictObject({
  /** `recover`: the newest backup takes the place of a damaged library; `restore`: a prepared copy that of any. */
  work: z.enum(['recover', 'restore']),
  /** What is to be done next: move the database aside, put another in its place, read the one moved aside. */
  step: z.enum(['move', 'put', 'rescue']),
  /** Folder within `damaged` into which the database goes. */
  folder: z.string().regex(/^[0-9TZ.]+$/),
  /** When the backup was made that has taken its place; null while none has. */
  backup: z.number().nullable(),
});
/** How far replacing a library has come, so that a start after a power cut goes on with it. */
export type RecoveryJournal = Readonly<z.infer<typeof journalSchema>>;

/** The file that says so, beside the database. */
export const journalPath = ({ database }: Pick<LibraryPlaces, 'database'>): string => `${database}-recovering`;

/** Null when nothing is being replaced; one that cannot be read counts as none. */
export const readJournal = async (places: LibraryPlaces): Promise<RecoveryJournal | null> => {
  const text = await readFile(journalPath(places), 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    return journalSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
};

/** On disk when this returns. @throws AppError 'file' */
export const writeJournal = (places: LibraryPlaces, journal: RecoveryJournal): Promise<void> =>
  writeFileAtomically(journalPath(places), Buffer.from(JSON.stringify(journal)));

/** Everything is done. */
export const removeJournal = async (places: LibraryPlaces): Promise<void> => {
  await rm(journalPath(places), { force: true });
  await syncFolder(dirname(places.database));
};
