import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '../../shared/ipc/app-error';
import { listBackups } from '../storage/backups/backup';
import type { LibraryPlaces } from '../storage/library-places';
import type { Library } from '../storage/open-library';
import { restoreAside } from '../storage/recovery/replace-library';
import { restoreBackup } from '../storage/recovery/restore-backup';

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
   * Puts a backup in the library's place. The library as it was is backed up first; one that cannot be opened is moved
   * aside: returns the folder then.
   * @throws AppError 'conflict' while a document is open, 'storage' when nothing was changed
   */
  restore(path: string): Promise<string | null>;
}>;

type Running = Readonly<{
  places(): LibraryPlaces;
  /** @throws AppError 'storage' with a sentence when nobody knows where the library is */
  checkPlace(): Promise<void>;
  /** @throws AppError 'storage' while it is not open */
  library(): Library;
  isOpen(): boolean;
  isWorking(): boolean;
  /** Closes the library, does the work and opens it again, whatever became of the work. */
  whileClosed(work: () => Promise<void>, why: string): Promise<void>;
}>;

const restoring = '正在恢复备份，恢复后再试。';

export const createBackups = (running: Running): Backups => {
  const { places, library, isOpen } = running;
  const assertIdle = (): void => {
    if (running.isWorking()) throw new AppError('conflict', '还有文稿正在编辑。请先在各个窗口里回到文库，再恢复备份。');
  };
  let isRestoring = false;
  const list = () => listBackups(places().backups);
  const restore = async (path: string): Promise<string | null> => {
    // What cannot be opened cannot be backed up either: it is kept as it is.
    const id = isOpen() ? library().id : null;
    if (id === null) await running.checkPlace();
    else await library().backUp();
    let aside: string | null = null;
    const work = async (): Promise<void> => {
      // A document may have been opened while the backup was written.
      assertIdle();
      if (id !== null) await restoreBackup(places(), path, id);
      else
        aside = await restoreAside(
          places(),
          path,
          (await list()).some((own) => own.path === path),
          Date.now(),
        );
    };
    await running.whileClosed(work, restoring);
    return aside;
  };
  return {
    list: async () =>
      Promise.all(
        (await list()).map(async ({ path, time }) => ({ name: basename(path), time, bytes: (await stat(path)).size })),
      ),
    make: async (folder) => (await library().backUp(folder)).path,
    pathOf: async (name) => {
      const found = (await list()).find(({ path }) => basename(path) === name);
      if (!found) throw new AppError('not-found', '这个备份已经不在了。请关闭后重新打开备份列表。');
      return found.path;
    },
    restore: async (path) => {
      assertIdle();
      // The backup that the second one would write first would be cut off by the first.
      if (isRestoring) throw new AppError('conflict', restoring);
      isRestoring = true;
      try {
        return await restore(path);
      } finally {
        isRestoring = false;
      }
    },
  };
};
