import type Database from 'better-sqlite3';

/** A bureau's own templates, one row each, and settings of the bureau under a name (the dictionary of units). */
export const templatesMigration = {
  version: 40,
  up: (db: Database.Database): void => {
    db.exec(`
      CREATE TABLE templates (
        id TEXT PRIMARY KEY,
        json TEXT NOT NULL,
        updated_at INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE settings (
        name TEXT PRIMARY KEY,
        json TEXT NOT NULL
      ) STRICT;
    `);
  },
};
