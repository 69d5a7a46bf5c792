import { mkdir, readdir, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { renameWithRetries, syncFolder } from '../../files/atomic-write';
import { safeFileName } from '../../files/paths';
import { type DatabaseOptions, openSound } from '../open-database';
import { backupRetention, timesToRemove } from './retention';

export type Backup = Readonly<{ path: string; time: number }>;

const day = 24 * 60 * 60 * 1000;

/**
 * File name of a backup made at `time` (UTC to the millisecond, so that names sort by time). In a folder of several
 * machines the name says which library it is of: the machine's name for the person, the library's id for us.
 */
const nameOf = (time: number, id: string | null): string => {
  const machine = safeFileName(hostname()).replace(/\s/g, '').slice(0, 30);
  const owner = id === null ? '' : `${machine}-${id}-`;
  return `nigao-${owner}${new Date(time).toISOString().replace(/[-:]/g, '')}.db`;
};

const parseName = (name: string): Readonly<{ time: number; id: string | null }> | null => {
  const match = /^nigao-(?:.*-([0-9a-f]{8})-)?(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d\.\d{3})Z\.db$/.exec(name);
  if (!match) return null;
  const [, id = null, year, month, date, hours, minutes, seconds] = match;
  const time = Date.parse(`${year}-${month}-${date}T${hours}:${minutes}:${seconds}Z`);
  return Number.isNaN(time) ? null : { time, id };
};

/**
 * Backups in the folder, newest first; none when there is no such folder.
 * @param id only those of this library: in a folder that other machines back up into as well
 */
export const listBackups = async (folder: string, id: string | null = null): Promise<readonly Backup[]> => {
  const names = await readdir(folder).catch(() => []);
  return names
    .flatMap((name) => {
      const parsed = parseName(name);
      return parsed === null || (id !== null && parsed.id !== id)
        ? []
        : [{ path: join(folder, name), time: parsed.time }];
    })
    .sort((a, b) => b.time - a.time);
};

/** Whether the folder has a backup of the last 24 hours. */
export const hasRecentBackup = async (folder: string, now: number, id: string | null): Promise<boolean> =>
  // Any of them, and the distance, not the order: neither a clock that was set back nor one backup that a wrong clock
  // has dated into the future may stop the backups, or ask for one at every look.
  (await listBackups(folder, id)).some(({ time }) => Math.abs(now - time) < day);

type BackupOptions = Readonly<{ nativeBinding?: string | undefined; id: string | null }>;

/**
 * Writes a backup with SQLite's online backup, checks it, and only then gives it its name; then removes what
 * `backupRetention` no longer keeps, never the one just written.
 * @param id of the library where the folder is not its own; backups of others are then left alone
 * @throws SqliteError or a file error; the folder then holds the earlier backups unchanged
 */
export const createBackup = async (
  db: Database.Database,
  folder: string,
  now: number,
  { nativeBinding, id }: BackupOptions,
): Promise<Backup> => {
  await mkdir(folder, { recursive: true });
  const path = join(folder, nameOf(now, id));
  const unfinished = `${path}${unfinishedEnd}`;
  try {
    await removeUnfinished(folder, now, id);
    await db.backup(unfinished);
    openSound({ path: unfinished, nativeBinding }).close();
    await renameWithRetries(unfinished, path);
    await syncFolder(folder);
  } finally {
    await removeDatabase(unfinished);
  }
  const backups = await listBackups(folder, id);
  const surplus = new Set(
    timesToRemove(
      backups.map(({ time }) => time),
      backupRetention,
    ),
  );
  // To a clock that was set back the new one is the oldest of all.
  const removed = backups.filter((backup) => surplus.has(backup.time) && backup.path !== path);
  await Promise.all(removed.map((backup) => rm(backup.path, { force: true })));
  return { path, time: now };
};

const unfinishedEnd = '.unfinished';

/** Deletes what backups that were cut off have left, each as large as the library; not one that is being written. */
const removeUnfinished = async (folder: string, now: number, id: string | null): Promise<void> => {
  for (const name of await readdir(folder)) {
    const end = name.indexOf(unfinishedEnd);
    const parsed = end < 0 ? null : parseName(name.slice(0, end));
    if (parsed === null || (id !== null && parsed.id !== id) || Math.abs(now - parsed.time) < day) continue;
    await rm(join(folder, name), { force: true });
  }
};

/** Deletes a database that is closed, with its side files. */
export const removeDatabase = async (path: DatabaseOptions['path']): Promise<void> => {
  for (const end of ['', '-wal', '-shm', '-journal']) await rm(`${path}${end}`, { force: true });
};
