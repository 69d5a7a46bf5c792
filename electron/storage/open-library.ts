import { statSync } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import type Database from 'better-sqlite3';
import { AppError } from '../../shared/ipc/app-error';
import { type Backup, createBackup, hasRecentBackup, listBackups } from './backups/backup';
import { formatTime } from './format-time';
import { libraryId } from './library-id';
import type { LibraryPlaces } from './library-places';
import { markDamaged } from './open-database';
import { openMigrated } from './open-migrated';
import { readJournal } from './recovery/recovery-journal';
import { finishRestore, recoverLibrary, restoredNotice } from './recovery/replace-library';
import type { Rescued } from './recovery/rescue';
import { dropPrepared } from './recovery/restore-backup';
import { createRepos, type Repos } from './repos/repos';
import { asStorageError, isDamage } from './storage-error';

export type Library = Repos &
  Readonly<{
    /** By which its backups are told from those of other libraries. */
    id: string;
    /** What happened to the library while opening that the person should know; else null. */
    notice: string | null;
    /** What was read out of a damaged library that it took the place of; null when it did not. */
    rescued: Rescued | null;
    /**
     * Backs up into a folder when there are documents and it has no backup of the last 24 hours. True when it did.
     * @throws SqliteError or a file error; where it is damage, the next start looks for it
     */
    backUpDaily: (folder?: string) => Promise<boolean>;
    /** Backs up now, into the app's own folder or another (a USB stick). @throws AppError 'storage' with a sentence */
    backUp: (folder?: string) => Promise<Backup>;
    close: () => void;
  }>;

const day = 24 * 60 * 60 * 1000;

/**
 * Opens the library: migrates it (after a backup), and replaces a damaged database by the newest backup.
 * @param mayRecover false while work goes on: what is damaged or gone is told, and left for the next start
 * @throws AppError 'storage' with a sentence: later version, no permission, disk full, in use
 */
export const openLibrary = async (
  places: LibraryPlaces,
  now: () => number = Date.now,
  mayRecover = true,
): Promise<Library> => {
  try {
    if (mayRecover) await mkdir(places.dataFolder, { recursive: true });
    else await access(places.database);
    const opened: Opened = mayRecover ? await openOrRecover(places, now) : { db: await openMigrated(places, now) };
    const { db, rescued = null } = opened;
    const { repos, id } = begin(db, now);
    const notice = [opened.notice, clockNotice(repos.documents, now())].filter(Boolean).join('') || null;
    /** Its own folder is its own; elsewhere other machines may back up too. */
    const ownerIn = (folder: string): string | null => (folder === places.backups ? null : id);
    const backUp = async (folder: string): Promise<Backup> => {
      try {
        return await createBackup(db, folder, now(), { ...places, id: ownerIn(folder) });
      } catch (error) {
        if (isDamage(error)) markDamaged(db);
        throw error;
      }
    };
    return {
      ...repos,
      id,
      notice,
      rescued,
      backUpDaily: async (folder = places.backups) => {
        if (await hasRecentBackup(folder, now(), ownerIn(folder))) return false;
        if (repos.documents.list(0, 1).length === 0) return false;
        await backUp(folder);
        return true;
      },
      backUp: async (folder = places.backups) => {
        try {
          return await backUp(folder);
        } catch (error) {
          throw asBackupError(error);
        }
      },
      close: () => db.close(),
    };
  } catch (error) {
    throw asStorageError(error);
  }
};

const begin = (db: Database.Database, now: () => number): Readonly<{ repos: Repos; id: string }> => {
  try {
    return { repos: createRepos(db, now), id: libraryId(db) };
  } catch (error) {
    db.close();
    throw error;
  }
};

/** A clock that stands before the last change: nothing depends on it, but dates of documents would be wrong. */
const clockNotice = (documents: Repos['documents'], now: number): string | null => {
  const [last] = documents.list(0, 1);
  if (!last || last.updatedAt - now < day) return null;
  return (
    `电脑的时间是 ${formatTime(now)}，早于文库最近一次改动（${formatTime(last.updatedAt)}）。` +
    '请核对系统时间。文稿照常可用，时间改正前的改动会排在后面。'
  );
};

const asBackupError = (error: unknown): unknown => {
  const explained = asStorageError(error);
  return explained instanceof AppError && !isDamage(error)
    ? new AppError('storage', '备份没有写成。请检查所选的文件夹能否写入、剩余空间是否足够，再试一次。', {
        cause: error,
      })
    : explained;
};

type Opened = Readonly<{ db: Database.Database; notice?: string | null; rescued?: Rescued | null }>;

const openOrRecover = async (places: LibraryPlaces, now: () => number): Promise<Opened> => {
  const journal = await readJournal(places);
  if (journal?.work === 'restore') {
    const moved = await finishRestore(places, journal);
    return { db: await openMigrated(places, now), notice: restoredNotice(moved) };
  }
  if (journal === null) {
    await dropPrepared(places);
    const hasBackups = (await listBackups(places.backups)).length > 0;
    const size = statSync(places.database, { throwIfNoEntry: false })?.size ?? 0;
    try {
      // Backups say that there was a library: nothing, or an empty file, in its place is not a new one.
      if (!hasBackups || size > 0) return { db: await openMigrated(places, now, !hasBackups) };
    } catch (error) {
      if (!isDamage(error)) throw error;
    }
  }
  return recoverLibrary(places, now, journal);
};
