import { copyFile, open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { AppError } from '../../../shared/ipc/app-error';
import { renameWithRetries, syncFolder } from '../../files/atomic-write';
import { removeDatabase } from '../backups/backup';
import { setLibraryId } from '../library-id';
import type { LibraryPlaces } from '../library-places';
import { isOurs, migrate } from '../migrate';
import { openSound } from '../open-database';
import { createRepos } from '../repos/repos';
import { asStorageError, damageError, diskCode, isDamage } from '../storage-error';

/** The copy of a backup beside the database, until it takes its place. */
export const preparedPath = ({ database }: LibraryPlaces): string => `${database}.restoring`;

/**
 * Copies a backup beside the database and makes sure that it is a whole library: it is read page by page, brought up
 * to date, and asked for all that a library is asked for. On disk when this returns; the database is untouched.
 * @param id makes it this library, so that its backups are not mixed with those of the one it comes from
 * @throws AppError 'storage' with a sentence for what is no sound library of this version or an earlier one; SqliteError
 * or a file error when the copy cannot be made. Nothing is left of it then.
 */
export const prepareBackup = async (places: LibraryPlaces, backup: string, id: string | null): Promise<void> => {
  const copy = preparedPath(places);
  try {
    await dropPrepared(places);
    // A backup is never open, so it may be copied as a file.
    await copyFile(backup, copy);
    assertUsable({ ...places, path: copy }, id);
    const file = await open(copy, 'r+');
    await file.sync().finally(() => file.close());
  } catch (error) {
    await dropPrepared(places);
    throw error;
  }
};

/** Deletes a prepared copy that nobody is going to put anywhere: of a restore that was cut off. */
export const dropPrepared = (places: LibraryPlaces): Promise<void> => removeDatabase(preparedPath(places));

/** Puts the prepared copy in the place of a database that is closed and no longer needed. */
export const putPrepared = async (places: LibraryPlaces): Promise<void> => {
  // The side files of another database must never meet this one.
  for (const end of ['-wal', '-shm', '-journal']) await rm(`${places.database}${end}`, { force: true });
  await renameWithRetries(preparedPath(places), places.database);
  await syncFolder(dirname(places.database));
};

/**
 * Puts one backup in the place of a database that is closed, or leaves everything as it was.
 * @param id of the library it becomes
 * @throws AppError 'storage' with a sentence
 */
export const restoreBackup = async (places: LibraryPlaces, backup: string, id: string): Promise<void> => {
  try {
    await prepareBackup(places, backup, id);
    await putPrepared(places);
  } catch (error) {
    throw explainRestore(error);
  } finally {
    await dropPrepared(places);
  }
};

/** Why a backup was not restored, as a sentence where there is one. */
export const explainRestore = (error: unknown): unknown => {
  if (diskCode(error) === 'ENOENT')
    return new AppError('storage', '没有找到所选的备份文件，没有恢复，文库没有改动。请换一个备份。', { cause: error });
  return isDamage(error)
    ? new AppError('storage', '这个文件不是拟稿的文库备份，或已损坏，没有恢复，文库没有改动。请换一个备份。', {
        cause: error,
      })
    : asStorageError(error);
};

/** Whether an error says that it is this backup that will not do, so that another might; not a full disk, say. */
export const isUseless = (error: unknown): boolean => isDamage(error) || /^(EIO|)$/.test(diskCode(error));

const assertUsable = (options: LibraryPlaces & Readonly<{ path: string }>, id: string | null): void => {
  const db = openSound(options);
  try {
    const kind = isOurs(db);
    if (kind === 'later')
      throw new AppError('storage', '这个备份由更新版本的拟稿保存，没有恢复，文库没有改动。请升级后再恢复。');
    if (kind === 'foreign') throw damageError('no library');
    migrate(db);
    createRepos(db, Date.now).documents.list(0, 1);
    if (id !== null) setLibraryId(db, id);
  } catch (error) {
    // Tables of our names, but not ours: opened once in the library's place, it could never be opened again.
    throw asStorageError(error) instanceof AppError ? error : damageError('no library of ours', error);
  } finally {
    db.close();
  }
};
