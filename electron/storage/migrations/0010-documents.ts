import type Database from 'better-sqlite3';

/**
 * Documents and their blocks. A document is stored in pieces, so that a save writes only what changed:
 * `head` (what never changes: schema version, template, lines set aside), `meta` (form fields), `parts` (the parts
 * with the order of their blocks), and one row per block. Times are milliseconds since 1970, UTC.
 */
export const documentsMigration = {
  version: 10,
  up: (db: Database.Database): void => {
    db.exec(`
      CREATE TABLE documents (
        id TEXT PRIMARY KEY,
        name TEXT,
        head TEXT NOT NULL,
        meta TEXT NOT NULL,
        parts TEXT NOT NULL,
        revision INTEGER NOT NULL,
        created_at INTEGER NOT NULL,
        updated_at INTEGER NOT NULL,
        trashed_at INTEGER,
        summary TEXT,
        summary_revision INTEGER
      ) STRICT;
      CREATE TABLE blocks (
        document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
        block_id TEXT NOT NULL,
        json TEXT NOT NULL,
        PRIMARY KEY (document_id, block_id)
      ) STRICT;
    `);
  },
};
