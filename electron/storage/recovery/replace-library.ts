import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type Database from 'better-sqlite3';
import { renameWithRetries, syncFolder } from '../../files/atomic-write';
import { type Backup, listBackups } from '../backups/backup';
import { newLibraryId } from '../library-id';
import { type LibraryPlaces, sideFileEnds } from '../library-places';
import { openMigrated } from '../open-migrated';
import { isDamage } from '../storage-error';
import { type RecoveryJournal, removeJournal, writeJournal } from './recovery-journal';
import { recoveryNotice } from './recovery-notice';
import { nothingRescued, type Rescued, rescueLibrary } from './rescue';
import { explainRestore, isUseless, prepareBackup, preparedPath, putPrepared } from './restore-backup';

/** A library that took the place of another, and what the person is to be told of it. */
type Replaced = Readonly<{ db: Database.Database; notice: string | null; rescued: Rescued | null }>;

const day = 24 * 60 * 60 * 1000;

const newFolder = (now: number): string => new Date(now).toISOString().replace(/[-:]/g, '');

/**
 * Puts the newest sound backup in the place of a library that is damaged or gone, and reads into it what can still be
 * read of the damaged one, which is kept aside. Cut off anywhere, the next start goes on where it was.
 * @param begun how far an earlier start has come
 * @throws what keeps it from being done now, such as a full disk: the next start goes on
 */
export const recoverLibrary = async (
  places: LibraryPlaces,
  now: () => number,
  begun: RecoveryJournal | null,
): Promise<Replaced> => {
  let journal: RecoveryJournal = begun ?? { work: 'recover', step: 'move', folder: newFolder(now()), backup: null };
  const goOn = async (next: Partial<RecoveryJournal>): Promise<void> => {
    journal = { ...journal, ...next };
    await writeJournal(places, journal);
  };
  if (begun === null) await goOn({});
  if (journal.step === 'move') {
    await moveAside(places, journal.folder);
    await goOn({ step: 'put' });
  }
  if (journal.step === 'put') {
    const backup = await putNewestBackup(places, now());
    await goOn({ step: 'rescue', backup: backup?.time ?? null });
  }
  const db = await openMigrated(places, now);
  try {
    const moved = movedTo(places, journal.folder);
    const told = untold(db, journal.folder);
    let notice = told.read();
    let rescued: Rescued | null = null;
    if (notice === null) {
      const { backup } = journal;
      const tell = (found: Rescued): void => {
        notice = recoveryNotice(moved, backup, found);
        told.put(notice);
      };
      if (moved === null) tell(nothingRescued);
      else rescued = rescueLibrary(moved, db, places, now, tell);
    }
    await removeJournal(places);
    told.remove();
    return { db, notice, rescued };
  } catch (error) {
    db.close();
    throw error;
  }
};

/**
 * What the person is to be told of a recovery, kept in the library from the moment that it is done: a start that goes
 * on after a power cut finds nothing more to rescue, and has to say what was.
 * @param folder by which the recovery is known
 */
const untold = (db: Database.Database, folder: string) => {
  const name = `recovered-${folder}`;
  return {
    read: (): string | null =>
      db.prepare<[string], string>('SELECT json FROM settings WHERE name = ?').pluck().get(name) ?? null,
    put: (notice: string): void => {
      db.prepare('INSERT INTO settings (name, json) VALUES (?, ?)').run(name, notice);
    },
    remove: (): void => {
      db.prepare('DELETE FROM settings WHERE name = ?').run(name);
    },
  };
};

/**
 * Puts one backup in the place of a library that cannot be opened; that one is kept aside.
 * @param isOwn whether the backup is one of this library; from elsewhere it becomes another one's
 * @returns the folder with what was in its place; null when nothing was
 * @throws AppError 'storage' with a sentence; nothing is changed then, or the next start goes on with it
 */
export const restoreAside = async (
  places: LibraryPlaces,
  backup: string,
  isOwn: boolean,
  now: number,
): Promise<string | null> => {
  try {
    await prepareBackup(places, backup, isOwn ? null : newLibraryId());
    const journal: RecoveryJournal = { work: 'restore', step: 'move', folder: newFolder(now), backup: null };
    await writeJournal(places, journal);
    return await finishRestore(places, journal);
  } catch (error) {
    throw explainRestore(error);
  }
};

/** Goes on with what `restoreAside` has begun. */
export const finishRestore = async (places: LibraryPlaces, journal: RecoveryJournal): Promise<string | null> => {
  // The copy is there until it has taken the place.
  if (existsSync(preparedPath(places))) {
    if (journal.step === 'move') {
      await moveAside(places, journal.folder);
      await writeJournal(places, { ...journal, step: 'put' });
    }
    await putPrepared(places);
  }
  await removeJournal(places);
  return movedTo(places, journal.folder);
};

export const restoredNotice = (moved: string | null): string =>
  `上次没有做完的恢复已经做完。${moved === null ? '' : `原来的文库文件保存在“${moved}”，请勿删除。`}`;

/** The folder, when something was moved into it. */
const movedTo = (places: LibraryPlaces, name: string): string | null => {
  const folder = join(places.damaged, name);
  return existsSync(folder) ? folder : null;
};

/**
 * Moves the database with its side files into a folder of its own, so that nothing readable in it is lost; what is
 * there already stays.
 */
const moveAside = async (places: LibraryPlaces, name: string): Promise<void> => {
  // The database last: while it is here, what belongs to it may still come along.
  const ends = [...sideFileEnds, ''].filter((end) => existsSync(`${places.database}${end}`));
  if (ends.length === 0) return;
  const folder = join(places.damaged, name);
  await mkdir(folder, { recursive: true });
  for (const end of ends) await renameWithRetries(`${places.database}${end}`, join(folder, `nigao.db${end}`));
  for (const each of [folder, places.damaged, dirname(places.database)]) await syncFolder(each);
};

/**
 * Puts the newest backup that is sound in the database's place; null when there is none.
 * @throws when one may be sound and cannot be read or written now: an older one, or none, would lose what is in it
 */
const putNewestBackup = async (places: LibraryPlaces, now: number): Promise<Backup | null> => {
  let doubt: unknown = null;
  for (const backup of inOrder(await listBackups(places.backups), now)) {
    try {
      await prepareBackup(places, backup.path, null);
      await putPrepared(places);
      return backup;
    } catch (error) {
      if (!isUseless(error)) throw error;
      // An older backup is better than none. One that is of a later version, or on a sector that cannot be read
      // today, is better than an empty library.
      if (!isDamage(error)) doubt ??= error;
    }
  }
  if (doubt !== null) throw doubt;
  return null;
};

/** The newest first, those that a wrong clock has dated into the future behind all others. */
const inOrder = (backups: readonly Backup[], now: number): readonly Backup[] =>
  backups.toSorted((one, other) => Number(one.time > now + day) - Number(other.time > now + day));
