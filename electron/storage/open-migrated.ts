import type Database from 'better-sqlite3';
import { createBackup } from './backups/backup';
import type { LibraryPlaces } from './library-places';
import { isBlank, migrate, needsMigration } from './migrate';
import { openDatabase } from './open-database';
import { damageError } from './storage-error';

/**
 * Opens the database as this version has it; one of an earlier version is backed up before it is changed.
 * @param mayBeNew false where a library is known to have been: a blank file in its place then counts as damaged
 * @throws SqliteError, a file error, AppError 'storage' for one of a later version
 */
export const openMigrated = async (
  places: LibraryPlaces,
  now: () => number,
  mayBeNew = true,
): Promise<Database.Database> => {
  const db = openDatabase({ ...places, path: places.database });
  try {
    if (!mayBeNew && isBlank(db)) throw damageError('blank database');
    // Of tables that are to change nothing is asked yet, not even the id; its own folder needs none.
    if (needsMigration(db)) await createBackup(db, places.backups, now(), { ...places, id: null });
    migrate(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
};
