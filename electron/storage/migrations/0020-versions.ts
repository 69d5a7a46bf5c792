import type Database from 'better-sqlite3';

/**
 * Earlier states of documents: `content` is the whole document as deflated JSON, `revision` the one it was taken
 * from, `name` given by the person (such a version is never removed by itself). Times are milliseconds since 1970, UTC.
 */
export const versionsMigration = {
  version: 20,
  up: (db: Database.Database): void => {
    db.exec(`
      CREATE TABLE versions (
        version INTEGER PRIMARY KEY AUTOINCREMENT,
        document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
        revision INTEGER NOT NULL,
        kept_at INTEGER NOT NULL,
        reason TEXT NOT NULL,
        name TEXT,
        content BLOB NOT NULL
      ) STRICT;
      CREATE INDEX versions_of_document ON versions (document_id, version);
    `);
  },
};
