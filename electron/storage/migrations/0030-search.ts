import type Database from 'better-sqlite3';

/**
 * The index of all texts. Each document has a number; its block at place `n` is the row `number * 2^20 + n`, so that
 * the rows of a document lie together and whole documents can be passed over. `revision` is the one that was indexed.
 * The index keeps neither texts nor positions: those are read from the blocks it leads to.
 */
export const searchMigration = {
  version: 30,
  up: (db: Database.Database): void => {
    db.exec(`
      CREATE TABLE search_documents (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        document_id TEXT NOT NULL UNIQUE REFERENCES documents (id) ON DELETE CASCADE,
        revision INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE search_rows (row INTEGER PRIMARY KEY, block_id TEXT NOT NULL) STRICT;
      CREATE VIRTUAL TABLE search_index USING fts5 (
        tokens, content='', contentless_delete=1, detail=none, tokenize='unicode61 remove_diacritics 0'
      );
      CREATE TRIGGER search_document_gone AFTER DELETE ON search_documents BEGIN
        DELETE FROM search_index WHERE rowid IN
          (SELECT row FROM search_rows WHERE row >= old.number << 20 AND row < (old.number + 1) << 20);
        DELETE FROM search_rows WHERE row >= old.number << 20 AND row < (old.number + 1) << 20;
      END;
    `);
  },
};
