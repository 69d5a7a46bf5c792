import { existsSync } from 'node:fs';
import { access, mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { AppError } from '../../shared/ipc/app-error';
import { type Backup, createBackup, listBackups, restoreNewestBackup } from './backup';
import { type BureauRepo, createBureauRepo } from './bureau-repo';
import { createDocumentsRepo, type DocumentsRepo } from './documents-repo';
import { migrate, needsMigration } from './migrate';
import { openDatabase } from './open-database';
import { createPicturesRepo, type PicturesRepo } from './pictures-repo';
import { type Rescued, rescueDocuments } from './rescue';
import { createSearchRepo, type SearchRepo } from './search-repo';
import { asStorageError, isDamage } from './storage-error';
import { createVersionsRepo, type VersionsRepo } from './versions-repo';

export type LibraryPlaces = Readonly<{
  dataFolder: string;
  database: string;
  backups: string;
  /** Folder for damaged databases that are moved aside. */
  damaged: string;
  nativeBinding?: string | undefined;
  /** Known to be on a network drive. */
  isNetwork?: boolean | undefined;
}>;

export type Library = Readonly<{
  documents: DocumentsRepo;
  versions: VersionsRepo;
  pictures: PicturesRepo;
  search: SearchRepo;
  bureau: BureauRepo;
  /** What happened to the library while opening that the person should know; else null. */
  notice: string | null;
  /** Backs up into a folder when there are documents and it has no backup of the last 24 hours. True when it did. */
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
    const { db, notice: recovered } = mayRecover
      ? await openOrRecover(places, now)
      : { db: await openMigrated(places, now), notice: null };
    const documents = createDocumentsRepo(db, now);
    const notice = [recovered, clockNotice(documents, now())].filter(Boolean).join('') || null;
    return {
      documents,
      versions: createVersionsRepo(db, now),
      pictures: createPicturesRepo(db),
      search: createSearchRepo(db),
      bureau: createBureauRepo(db, now),
      notice,
      backUpDaily: async (folder = places.backups) => {
        const [last] = await listBackups(folder);
        // The distance, not the order: a clock that was set back must not stop the backups.
        const isRecent = last !== undefined && Math.abs(now() - last.time) < day;
        if (isRecent || documents.list(0, 1).length === 0) return false;
        await createBackup(db, folder, now(), places.nativeBinding);
        return true;
      },
      backUp: async (folder = places.backups) => {
        try {
          return await createBackup(db, folder, now(), places.nativeBinding);
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

/** A clock that stands before the last change: nothing depends on it, but dates of documents would be wrong. */
const clockNotice = (documents: DocumentsRepo, now: number): string | null => {
  const [last] = documents.list(0, 1);
  if (!last || last.updatedAt - now < day) return null;
  return (
    `电脑的时间是 ${formatTime(now)}，早于文库最近一次改动（${formatTime(last.updatedAt)}）。` +
    '请核对系统时间。文稿照常可用，时间改正前的改动会排在后面。'
  );
};

const asBackupError = (error: unknown): unknown => {
  const explained = asStorageError(error);
  return explained instanceof AppError
    ? new AppError('storage', '备份没有写成。请检查所选的文件夹能否写入、剩余空间是否足够，再试一次。', {
        cause: error,
      })
    : explained;
};

const openOrRecover = async (
  places: LibraryPlaces,
  now: () => number,
): Promise<{ db: Database.Database; notice: string | null }> => {
  try {
    const isGone = !existsSync(places.database) && (await listBackups(places.backups)).length > 0;
    if (!isGone) return { db: await openMigrated(places, now), notice: null };
  } catch (error) {
    if (!isDamage(error)) throw error;
  }
  // Also for a library that is gone: a start that was killed between these two steps leaves it so, and the side
  // files of another database must never meet a restored one.
  const moved = await moveAside(places, now());
  const backup = await restoreNewestBackup(places.database, places.backups, places.nativeBinding);
  const db = await openMigrated(places, now);
  const rescued = moved === null ? nothingRescued : rescueDocuments(moved, db, now, places.nativeBinding);
  return { db, notice: recoveryNotice(moved, backup?.time ?? null, rescued) };
};

const openMigrated = async (places: LibraryPlaces, now: () => number): Promise<Database.Database> => {
  const db = openDatabase({ ...places, path: places.database });
  try {
    if (needsMigration(db)) await createBackup(db, places.backups, now(), places.nativeBinding);
    migrate(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
};

/**
 * Moves the database with its side files into a folder of its own, so that nothing readable in it is lost.
 * @returns the folder; null when there was nothing to move
 */
const moveAside = async (places: LibraryPlaces, now: number): Promise<string | null> => {
  const ends = ['', '-wal', '-shm', '-journal', '-damaged'].filter((end) => existsSync(`${places.database}${end}`));
  if (ends.length === 0) return null;
  const folder = join(places.damaged, new Date(now).toISOString().replace(/[-:]/g, ''));
  await mkdir(folder, { recursive: true });
  for (const end of ends) await rename(`${places.database}${end}`, join(folder, `nigao.db${end}`));
  return folder;
};

const nothingRescued: Rescued = { found: [], lost: [] };
/** So many titles are named; of more, the number. */
const mostTitles = 5;
const nameTitles = (titles: readonly string[]): string =>
  titles
    .slice(0, mostTitles)
    .map((title) => `《${title}》`)
    .join('') + (titles.length > mostTitles ? `等 ${titles.length} 份` : '');

const recoveryNotice = (moved: string | null, backupTime: number | null, { found, lost }: Rescued): string =>
  [
    moved === null ? '没有找到文库文件，' : '文库文件已损坏，',
    backupTime === null
      ? '也没有可用的备份，已新建空的文库。'
      : `已恢复 ${formatTime(backupTime)} 的备份${found.length > 0 ? '。' : '，此后的改动不在其中。'}`,
    found.length > 0 ? `从损坏的文件中找回了 ${found.length} 份文稿此后的内容。` : '',
    lost.length > 0 ? `${nameTitles(lost)}没有找回，停留在备份时的内容；备份中没有的，已无法显示。` : '',
    moved === null ? '' : `损坏的文件保存在“${moved}”，请勿删除，可请维护人员从中找回文稿。`,
  ].join('');

const formatTime = (time: number): string => {
  const date = new Date(time);
  const minutes = String(date.getMinutes()).padStart(2, '0');
  return `${date.getFullYear()}年${date.getMonth() + 1}月${date.getDate()}日${date.getHours()}:${minutes}`;
};
