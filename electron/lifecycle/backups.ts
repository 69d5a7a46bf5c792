import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '../../shared/ipc/app-error';
import { listBackups, restoreBackup } from '../storage/backup';
import type { Library, LibraryPlaces } from '../storage/open-library';

/** One backup of the app's own folder. */
export type ListedBackup = Readonly<{ name: string; time: number; bytes: number }>;

/** The backups of the library, for the person. */
export type Backups = Readonly<{
  /** The newest first. */
  list(): Promise<readonly ListedBackup[]>;
  /** Backs up now, into the app's own folder or another; returns the file. */
  make(folder?: string): Promise<string>;
  /** Path of one of `list`. @throws AppError 'not-found' */
  pathOf(name: string): Promise<string>;
  /**
   * Puts a backup in the library's place; the library as it was is backed up first.
   * @throws AppError 'conflict' while a document is open, 'storage' when nothing was changed
   */
  restore(path: string): Promise<void>;
}>;

type Running = Readonly<{
  places(): LibraryPlaces;
  library(): Library;
  isWorking(): boolean;
  /** Closes the library, does the work and opens it again, whatever became of the work. */
  whileClosed(work: () => Promise<void>, why: string): Promise<void>;
}>;

export const createBackups = ({ places, library, isWorking, whileClosed }: Running): Backups => ({
  list: async () => {
    const backups = await listBackups(places().backups);
    return Promise.all(
      backups.map(async ({ path, time }) => ({ name: basename(path), time, bytes: (await stat(path)).size })),
    );
  },
  make: async (folder) => (await library().backUp(folder)).path,
  pathOf: async (name) => {
    const found = (await listBackups(places().backups)).find(({ path }) => basename(path) === name);
    if (!found) throw new AppError('not-found', '这个备份已经不在了。请关闭后重新打开备份列表。');
    return found.path;
  },
  restore: async (path) => {
    if (isWorking()) throw new AppError('conflict', '还有文稿正在编辑。请先在各个窗口里回到文库，再恢复备份。');
    await library().backUp();
    const { database, nativeBinding } = places();
    await whileClosed(() => restoreBackup(database, path, nativeBinding), '正在恢复备份，恢复后再试。');
  },
});
