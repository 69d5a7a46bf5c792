import { existsSync } from 'node:fs';
import { rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError } from '../../shared/ipc/app-error';
import { syncFolder } from '../files/atomic-write';
import { type LibraryPaths, libraryPaths } from '../files/paths';
import type { Log } from '../log';
import { openLibrary } from '../storage/open-library';
import { type CopyProgress, copyLibrary } from './copy-library';
import type { DataPlace } from './data-place';
import { type ExaminedFolder, examineFolder } from './examine-folder';
import { holdsLibrary, noteOf, removeLibrary, unfinishedMark } from './library-files';

/** What the person can do about where the library is. */
export type DataFolders = Readonly<{
  folder(): string;
  isMoved(): boolean;
  /** Where it was before, while a library lies there; `isCopy`: what was left behind by moving, and may be deleted. */
  before(): Promise<Readonly<{ folder: string; isCopy: boolean }> | null>;
  /** Looks at a folder the person chose; `usual` at the one where a library is at first. The next calls are about it. */
  examine(chosen: string | 'usual'): Promise<ExaminedFolder>;
  /**
   * Copies the library into the folder that was examined, checks it and goes on there; the old one stays.
   * @throws AppError 'conflict' while a document is open, 'cancelled', 'storage' with why; the old one is then in use
   */
  move(onProgress: CopyProgress, signal: AbortSignal): Promise<void>;
  /**
   * Goes on with the library of the folder that was examined, or with a new one where it holds none.
   * @throws AppError 'conflict' while a document is open, 'storage' when it cannot be opened; nothing is changed then
   */
  use(): Promise<void>;
  /** Goes on with what lies where the library was before. @throws as `use` */
  goBack(): Promise<void>;
  /** Deletes what moving left behind. @throws AppError 'conflict' where there is no such thing */
  removeCopy(): Promise<void>;
}>;

type Running = Readonly<{
  place: DataPlace;
  home: string;
  /** The folder of the program. */
  app: string;
  nativeBinding: string | undefined;
  log: Log;
  isWorking(): boolean;
  isOpen(): boolean;
  /** Closes the library, does the work and opens it again wherever it then is, whatever became of the work. */
  whileClosed(work: () => Promise<void>, why: string): Promise<void>;
}>;

export const createDataFolders = ({ place, home, app, nativeBinding, log, ...library }: Running): DataFolders => {
  let examined: ExaminedFolder | null = null;
  /** The folder that was examined, once. */
  const take = (): ExaminedFolder => {
    if (!examined) throw new AppError('not-found', '还没有选择文件夹。请重新选择。');
    const taken = examined;
    examined = null;
    return taken;
  };
  const assertIdle = (): void => {
    if (library.isWorking())
      throw new AppError('conflict', '还有文稿正在编辑。请先在各个窗口里回到文库，再更换数据文件夹。');
  };
  const goOnIn = async (paths: LibraryPaths): Promise<void> => {
    assertIdle();
    await clearUnfinished(paths);
    // Whether it can be opened is found out before anything is let go of.
    (await openLibrary({ ...paths, nativeBinding })).close();
    const change = (): Promise<void> => {
      // A document may have been opened meanwhile.
      assertIdle();
      return place.change(paths, false);
    };
    await library.whileClosed(change, '正在更换数据文件夹。');
    await rm(noteOf(paths.dataFolder), { force: true }).catch(() => undefined);
    log.info('data folder used');
  };
  return {
    folder: () => place.paths().dataFolder,
    isMoved: place.isMoved,
    before: async () => {
      const before = await place.before();
      return before && { folder: before.paths.dataFolder, isCopy: before.isCopy };
    },
    examine: async (chosen) => {
      if (chosen === 'usual' && (await holdsLibrary(libraryPaths(home))))
        throw new AppError('conflict', `原来的位置“${home}”还留着一份文库。请先删除那一份，再移回去。`);
      examined = await examineFolder(chosen === 'usual' ? home : chosen, { current: place.paths(), home, app });
      return examined;
    },
    move: async (onProgress, signal) => {
      const { folder, drive } = take();
      assertIdle();
      const from = place.paths();
      const to = libraryPaths(folder, drive === 'network');
      const mark = join(folder, unfinishedMark);
      const isNew = !existsSync(folder);
      /** Nothing of the copy counts any more. */
      const giveUp = async (): Promise<void> => {
        try {
          await removeLibrary(to);
          if (isNew) await rmdir(folder);
        } catch (error) {
          // The disk may be gone; the mark says that what lies there is not whole.
          log.error('unfinished copy', error);
        }
      };
      const copy = async (): Promise<void> => {
        assertIdle();
        await clearUnfinished(to);
        try {
          await copyLibrary({ from, to, nativeBinding, signal, onProgress });
          await rm(mark, { force: true });
          // On another disk nothing else sees to it that the names are there before the pointer names them.
          for (const each of [to.backups, folder, dirname(folder)]) await syncFolder(each);
          await place.change(to, true);
        } catch (error) {
          await giveUp();
          throw signal.aborted
            ? new AppError('cancelled', '已取消，文库仍在原来的位置。')
            : new AppError('storage', whyNot(error, folder), { cause: error });
        }
      };
      try {
        await library.whileClosed(copy, '正在移动数据文件夹，移完后再试。');
      } catch (error) {
        if (place.paths().dataFolder === from.dataFolder) throw error;
        // Whole and checked, and yet it cannot be opened where it is now.
        await library.whileClosed(() => place.changeBack(), '正在移回。');
        throw new AppError('storage', `文库在“${folder}”打不开，已改回原来的位置，照常可用。`, { cause: error });
      }
      await writeFile(noteOf(from.dataFolder), noteText(folder)).catch(() => undefined);
      log.info('data folder moved');
    },
    use: async () => {
      const { folder, drive } = take();
      await goOnIn(libraryPaths(folder, drive === 'network'));
    },
    goBack: async () => {
      const before = await place.before();
      if (!before) throw new AppError('not-found', '原来的文件夹里已经没有文库。请选择别的文件夹。');
      await goOnIn(before.paths);
    },
    removeCopy: async () => {
      const before = await place.before();
      if (!before?.isCopy || !library.isOpen())
        throw new AppError('conflict', '没有可以删除的旧文库，或现在的文库没有打开。');
      await removeLibrary(before.paths).catch((cause: unknown) => {
        throw new AppError('file', `“${before.paths.dataFolder}”里的旧文库没有全部删除。请检查权限后再试。`, { cause });
      });
      await rmdir(before.paths.dataFolder).catch(() => undefined);
      await place.forgetBefore();
      log.info('old data folder removed');
    },
  };
};

/** What a move that was cut off, by a power cut say, has left there. */
const clearUnfinished = async (paths: LibraryPaths): Promise<void> => {
  if (existsSync(join(paths.dataFolder, unfinishedMark))) await removeLibrary(paths);
};

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

const whyNot = (error: unknown, folder: string): string => {
  const rest = '文库仍在原来的位置，照常可用。';
  const code = codeOf(error);
  if (/^(SQLITE_FULL|ENOSPC|EDQUOT)/.test(code))
    return `没有移动：“${folder}”所在的磁盘满了。${rest}请腾出空间，或选择另一个磁盘。`;
  if (/^(SQLITE_READONLY|SQLITE_CANTOPEN|SQLITE_PERM|EACCES|EPERM|EROFS|ENOENT|ENOTDIR)/.test(code))
    return `没有移动：“${folder}”不能写入，或中途断开了。${rest}请检查后再试。`;
  if (/^SQLITE_CORRUPT/.test(code))
    return `没有移动：写到“${folder}”的一份与原来的不一致，可能是磁盘有问题。${rest}请选择另一个磁盘。`;
  return `没有移动：向“${folder}”复制时出错。${rest}请再试一次，或选择另一个磁盘。`;
};

const noteText = (folder: string): string =>
  [
    '拟稿的文库已移到：',
    folder,
    '',
    '这里的 nigao.db 和 backups、damaged 两个文件夹是移动前的一份，软件不再使用。',
    '新位置一切正常后，可以在软件的“设置—文稿和备份”里删除这一份。',
    '本文件夹中的其他文件请不要删除。',
    '',
  ].join('\r\n');
