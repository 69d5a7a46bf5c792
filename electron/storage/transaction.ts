import type Database from 'better-sqlite3';
import { markDamaged } from './open-database';
import { asStorageError, isDamage } from './storage-error';

/**
 * Does the work in one transaction that is on disk when this returns.
 * @throws AppError 'storage' when the disk refuses; damage is marked, so that the next start replaces the database
 */
export const inTransaction = <Value>(db: Database.Database, work: () => Value): Value => {
  try {
    return db.transaction(work).immediate();
  } catch (error) {
    if (isDamage(error)) markDamaged(db);
    throw asStorageError(error);
  }
};
