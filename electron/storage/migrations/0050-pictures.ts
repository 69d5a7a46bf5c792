import type Database from 'better-sqlite3';

/**
 * Pictures of documents by the sha256 of their bytes. A row goes with its document; else it stays while the document
 * or one of its versions names it (see `PicturesRepo.collect`).
 */
export const picturesMigration = {
  version: 50,
  up: (db: Database.Database): void => {
    db.exec(`
      CREATE TABLE pictures (
        document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
        sha256 TEXT NOT NULL,
        mime TEXT NOT NULL,
        bytes BLOB NOT NULL,
        PRIMARY KEY (document_id, sha256)
      ) STRICT;
      CREATE INDEX pictures_by_content ON pictures (sha256);
    `);
  },
};
