import { randomBytes } from 'node:crypto';
import type Database from 'better-sqlite3';
import { inTransaction } from './transaction';

const settingName = 'library';

/**
 * The id of a library, 8 hexadecimal digits, by which its backups are told from those of another machine in the same
 * folder; made when it is first asked for.
 */
export const libraryId = (db: Database.Database): string => {
  const stored = inTransaction(db, () =>
    db.prepare<[string], string>('SELECT json FROM settings WHERE name = ?').pluck().get(settingName),
  );
  if (stored !== undefined && /^[0-9a-f]{8}$/.test(stored.slice(1, -1))) return stored.slice(1, -1);
  const id = newLibraryId();
  setLibraryId(db, id);
  return id;
};

export const newLibraryId = (): string => randomBytes(4).toString('hex');

/** Makes a database the library of this id. */
export const setLibraryId = (db: Database.Database, id: string): void => {
  inTransaction(db, () =>
    db
      .prepare('INSERT INTO settings (name, json) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET json = excluded.json')
      .run(settingName, JSON.stringify(id)),
  );
};
