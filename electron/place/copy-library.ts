import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type Database from 'better-sqlite3';
import type { LibraryPaths } from '../files/paths';
import { openDatabase } from '../storage/open-database';
import { damageError } from '../storage/storage-error';
import { databaseBytes, libraryFiles, unfinishedMark } from './library-files';

/** Told what is being done and which share of the bytes, 0 to 1. */
export type CopyProgress = (done: number, step: string) => void;

type Copying = Readonly<{
  from: LibraryPaths;
  to: LibraryPaths;
  nativeBinding: string | undefined;
  signal: AbortSignal;
  onProgress: CopyProgress;
}>;

/** Pages of the database copied at a time: 4 MB, a few milliseconds. */
const pagesAtOnce = 1000;

/**
 * Copies a library that nobody has open: the database by SQLite's online backup, then checked page by page and
 * counted table by table; backups and what was moved aside as files. The mark of the unfinished copy stays in the
 * new folder: whoever makes the copy count takes it away.
 * @throws the signal's reason, SqliteError or a file error; the folder copied from is as it was
 */
export const copyLibrary = async ({ from, to, nativeBinding, signal, onProgress }: Copying): Promise<void> => {
  const others = await libraryFiles(from);
  const ofDatabase = await databaseBytes(from);
  const total = Math.max(
    1,
    others.reduce((sum, { bytes }) => sum + bytes, ofDatabase),
  );
  await mkdir(to.dataFolder, { recursive: true });
  await writeFile(join(to.dataFolder, unfinishedMark), '');
  const source = openDatabase({ ...from, path: from.database, nativeBinding });
  try {
    await source.backup(to.database, {
      progress: ({ totalPages, remainingPages }) => {
        signal.throwIfAborted();
        onProgress(((1 - remainingPages / Math.max(1, totalPages)) * ofDatabase) / total, '正在复制文库');
        return pagesAtOnce;
      },
    });
    onProgress(ofDatabase / total, '正在核对文库');
    // The check holds this thread; the sentence is to be on the screen before.
    await new Promise((resolve) => setTimeout(resolve, 30));
    signal.throwIfAborted();
    const copy = openDatabase({ ...to, path: to.database, nativeBinding });
    try {
      assertSame(source, copy);
    } finally {
      copy.close();
    }
  } finally {
    source.close();
  }
  let done = ofDatabase;
  for (const { path } of others) {
    const target = join(to.dataFolder, path);
    await mkdir(dirname(target), { recursive: true });
    const reading = createReadStream(join(from.dataFolder, path));
    reading.on('data', (chunk) => {
      done += chunk.length;
      onProgress(Math.min(1, done / total), '正在复制备份');
    });
    await pipeline(reading, createWriteStream(target, { flush: true }), { signal });
  }
};

/** @throws an error with the code SQLITE_CORRUPT when the copy is not sound or holds another number of rows */
const assertSame = (source: Database.Database, copy: Database.Database): void => {
  const answer: unknown = copy.pragma('integrity_check(1)', { simple: true });
  if (answer !== 'ok' || countsOf(copy) !== countsOf(source)) throw damageError('the copy differs');
};

/** The rows of every table, and the version of the whole. */
const countsOf = (db: Database.Database): string => {
  const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").pluck().all();
  const count = (table: unknown): unknown =>
    db
      .prepare(`SELECT count(*) FROM "${String(table).replaceAll('"', '""')}"`)
      .pluck()
      .get();
  return JSON.stringify([db.pragma('user_version', { simple: true }), tables.map((table) => [table, count(table)])]);
};
