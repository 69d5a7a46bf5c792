import type Database from 'better-sqlite3';

/**
 * How documents are filed: folder, tags (a JSON list), status; and `source`, the SHA-256 of the file one was read
 * from, by which the same file is recognised. The indexes let the library be listed and looked through without
 * reading the documents' own pieces. The texts are indexed again, now with the function each block serves.
 */
export const filingMigration = {
  version: 60,
  up: (db: Database.Database): void => {
    db.exec(`
      ALTER TABLE documents ADD COLUMN folder TEXT;
      ALTER TABLE documents ADD COLUMN tags TEXT NOT NULL DEFAULT '[]';
      ALTER TABLE documents ADD COLUMN status TEXT NOT NULL DEFAULT 'drafting';
      ALTER TABLE documents ADD COLUMN source TEXT;
      CREATE INDEX documents_by_time ON documents (updated_at, id);
      CREATE INDEX documents_by_source ON documents (source) WHERE source IS NOT NULL;
      CREATE INDEX documents_by_revision ON documents (id, revision) WHERE trashed_at IS NULL;
      DROP TRIGGER search_document_gone;
      DELETE FROM search_documents;
      DELETE FROM search_rows;
      INSERT INTO search_index (search_index) VALUES ('delete-all');
      CREATE TRIGGER search_document_gone AFTER DELETE ON search_documents BEGIN
        DELETE FROM search_index WHERE rowid IN
          (SELECT row FROM search_rows WHERE row >= old.number << 20 AND row < (old.number + 1) << 20);
        DELETE FROM search_rows WHERE row >= old.number << 20 AND row < (old.number + 1) << 20;
      END;
    `);
  },
};
