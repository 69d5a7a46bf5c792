import { copyFile, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { AppError } from '../../shared/ipc/app-error';
import { isOurs } from './migrate';
import { assertSound, openDatabase } from './open-database';
import { backupRetention, timesToRemove } from './retention';
import { asStorageError, isDamage } from './storage-error';

export type Backup = Readonly<{ path: string; time: number }>;

/** File name of a backup made at `time` (UTC to the millisecond, so that names sort by time). */
const nameOf = (time: number): string => `nigao-${new Date(time).toISOString().replace(/[-:]/g, '')}.db`;

const timeOf = (name: string): number | null => {
  const match = /^nigao-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d\.\d{3})Z\.db$/.exec(name);
  if (!match) return null;
  const [, year, month, date, hours, minutes, seconds] = match;
  const time = Date.parse(`${year}-${month}-${date}T${hours}:${minutes}:${seconds}Z`);
  return Number.isNaN(time) ? null : time;
};

/** Backups in the folder, newest first; none when there is no such folder. */
export const listBackups = async (folder: string): Promise<readonly Backup[]> => {
  const names = await readdir(folder).catch(() => []);
  return names
    .flatMap((name) => {
      const time = timeOf(name);
      return time === null ? [] : [{ path: join(folder, name), time }];
    })
    .sort((a, b) => b.time - a.time);
};

/**
 * Writes a backup with SQLite's online backup, checks it, and only then gives it its name; then removes what
 * `backupRetention` no longer keeps.
 * @throws SqliteError or a file error; the folder then holds the earlier backups unchanged
 */
export const createBackup = async (
  db: Database.Database,
  folder: string,
  now: number,
  nativeBinding?: string,
): Promise<Backup> => {
  await mkdir(folder, { recursive: true });
  const path = join(folder, nameOf(now));
  const unfinished = `${path}.unfinished`;
  try {
    await db.backup(unfinished);
    checkBackup(unfinished, nativeBinding);
    await rename(unfinished, path);
  } finally {
    await removeDatabase(unfinished);
  }
  const backups = await listBackups(folder);
  const surplus = new Set(
    timesToRemove(
      backups.map((backup) => backup.time),
      backupRetention,
    ),
  );
  await Promise.all(backups.filter((backup) => surplus.has(backup.time)).map((backup) => rm(backup.path)));
  return { path, time: now };
};

/** Puts the newest backup that is sound in the database's place; null when there is none. */
export const restoreNewestBackup = async (
  database: string,
  folder: string,
  nativeBinding?: string,
): Promise<Backup | null> => {
  for (const backup of await listBackups(folder)) {
    try {
      await putBackup(database, backup.path, nativeBinding);
      return backup;
    } catch {
      // An older backup is better than none.
    }
  }
  return null;
};

/**
 * Puts one backup in the place of a database that is closed, or leaves everything as it was.
 * @throws AppError 'storage' with a sentence for a file that is no sound library of this version or an earlier one
 */
export const restoreBackup = async (database: string, backup: string, nativeBinding?: string): Promise<void> => {
  try {
    await putBackup(database, backup, nativeBinding, (db) => {
      const kind = isOurs(db);
      if (kind === 'later')
        throw new AppError('storage', '这个备份由更新版本的拟稿保存，没有恢复，文库没有改动。请升级后再恢复。');
      if (kind === 'foreign') throw notOurs();
    });
  } catch (error) {
    if (isDamage(error)) throw notOurs(error);
    throw asStorageError(error);
  }
};
const notOurs = (cause?: unknown) =>
  new AppError('storage', '这个文件不是拟稿的文库备份，或已损坏，没有恢复，文库没有改动。请换一个备份。', { cause });

/** A backup is never open, so it may be copied as a file; it counts only when it is sound. */
const putBackup = async (
  database: string,
  backup: string,
  nativeBinding?: string,
  accept: (db: Database.Database) => void = () => undefined,
): Promise<void> => {
  const copy = `${database}.restoring`;
  try {
    await copyFile(backup, copy);
    checkBackup(copy, nativeBinding, accept);
    // The side files of another database must never meet this one.
    for (const end of ['-wal', '-shm', '-journal']) await rm(`${database}${end}`, { force: true });
    await rename(copy, database);
  } finally {
    await removeDatabase(copy);
  }
};

/** Opening a WAL database leaves nothing behind once it is closed, so that the file is whole by itself. */
const checkBackup = (path: string, nativeBinding?: string, accept?: (db: Database.Database) => void): void => {
  const db = openDatabase({ path, nativeBinding });
  try {
    assertSound(db);
    accept?.(db);
  } finally {
    db.close();
  }
};

const removeDatabase = async (path: string): Promise<void> => {
  for (const end of ['', '-wal', '-shm', '-journal']) await rm(`${path}${end}`, { force: true });
};
