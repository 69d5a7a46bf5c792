import { existsSync } from 'node:fs';
import { readdir, rm, rmdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { LibraryPaths } from '../files/paths';
import { listBackups } from '../storage/backups/backup';
import { sideFileEnds } from '../storage/library-places';
import { rescuePath } from '../storage/recovery/damaged-database';
import { journalPath } from '../storage/recovery/recovery-journal';
import { preparedPath } from '../storage/recovery/restore-backup';

/** A file of a library beside its database; `path` within the data folder. */
export type LibraryFile = Readonly<{ path: string; bytes: number }>;

/** A mark in a folder into which a library is being copied: what lies there is not whole yet, and ours to remove. */
export const unfinishedMark = 'nigao-unfinished';
/** What tells a person who looks into the old folder where the library is now. */
const noteName = '文库已移走.txt';
export const noteOf = (folder: string): string => join(folder, noteName);

/** Whether a folder holds a library, or its backups, from which it is restored, or one that is being replaced. */
export const holdsLibrary = async (paths: LibraryPaths): Promise<boolean> =>
  !existsSync(join(paths.dataFolder, unfinishedMark)) &&
  (existsSync(paths.database) || existsSync(journalPath(paths)) || (await listBackups(paths.backups)).length > 0);

const sized = async (path: string, folder: string): Promise<LibraryFile> => ({
  path: relative(folder, path),
  bytes: (await stat(path)).size,
});

/** Backups and damaged databases that were moved aside; nothing that lies beside them by chance. */
export const libraryFiles = async ({ backups, damaged, dataFolder }: LibraryPaths): Promise<readonly LibraryFile[]> => {
  const aside = await readdir(damaged, { recursive: true, withFileTypes: true }).catch(() => []);
  const paths = [
    ...(await listBackups(backups)).map(({ path }) => path),
    ...aside.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)),
  ];
  return Promise.all(paths.map((path) => sized(path, dataFolder)));
};

/** Bytes of the database with what waits in its side file. */
export const databaseBytes = async ({ database }: LibraryPaths): Promise<number> => {
  const sizes = await Promise.all([database, `${database}-wal`].map((path) => stat(path).catch(() => ({ size: 0 }))));
  return sizes.reduce((sum, { size }) => sum + size, 0);
};

/** Deletes a library with its backups and what was moved aside; the folder stays, with what else lies in it. */
export const removeLibrary = async (paths: LibraryPaths): Promise<void> => {
  const { dataFolder, database, backups, damaged } = paths;
  // The database first: what is left of a removal that was cut off is never taken for a library that lost its file.
  for (const end of ['', ...sideFileEnds]) await rm(`${database}${end}`, { force: true });
  // What a restore or a rescue that was cut off has left.
  for (const path of [journalPath(paths), preparedPath(paths), rescuePath(paths)])
    await rm(path, { recursive: true, force: true });
  for (const { path } of await listBackups(backups)) await rm(path, { force: true });
  await rm(damaged, { recursive: true, force: true });
  for (const path of [noteOf(dataFolder), join(dataFolder, unfinishedMark)]) await rm(path, { force: true });
  await rmdir(backups).catch(() => undefined);
};
