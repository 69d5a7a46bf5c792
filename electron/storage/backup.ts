import { copyFile, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { assertSound, openDatabase } from './open-database';
import { backupRetention, timesToRemove } from './retention';

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
    const copy = `${database}.restoring`;
    try {
      // A backup is never open, so it may be copied as a file.
      await copyFile(backup.path, copy);
      checkBackup(copy, nativeBinding);
      await rename(copy, database);
      return backup;
    } catch {
      // An older backup is better than none.
    } finally {
      await removeDatabase(copy);
    }
  }
  return null;
};

/** Opening a WAL database leaves nothing behind once it is closed, so that the file is whole by itself. */
const checkBackup = (path: string, nativeBinding?: string): void => {
  const db = openDatabase({ path, nativeBinding });
  try {
    assertSound(db);
  } finally {
    db.close();
  }
};

const removeDatabase = async (path: string): Promise<void> => {
  for (const end of ['', '-wal', '-shm', '-journal']) await rm(`${path}${end}`, { force: true });
};
