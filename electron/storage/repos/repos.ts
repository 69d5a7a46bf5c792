import type Database from 'better-sqlite3';
import { type BureauRepo, createBureauRepo } from './bureau-repo';
import { createDocumentsRepo, type DocumentsRepo } from './documents-repo';
import { createPicturesRepo, type PicturesRepo } from './pictures-repo';
import { createSearchRepo, type SearchRepo } from './search-repo';
import { createVersionsRepo, type VersionsRepo } from './versions-repo';

/** All that a library is asked for. */
export type Repos = Readonly<{
  documents: DocumentsRepo;
  versions: VersionsRepo;
  pictures: PicturesRepo;
  search: SearchRepo;
  bureau: BureauRepo;
}>;

/**
 * Everything over one migrated database.
 * @throws SqliteError when a table or a column that is asked for is not there
 */
export const createRepos = (db: Database.Database, now: () => number): Repos => ({
  documents: createDocumentsRepo(db, now),
  versions: createVersionsRepo(db, now),
  pictures: createPicturesRepo(db),
  search: createSearchRepo(db),
  bureau: createBureauRepo(db, now),
});
