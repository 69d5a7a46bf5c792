import { existsSync } from 'node:fs';
import { access, constants, readdir, realpath, statfs } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative } from 'node:path';
import { AppError } from '../../shared/ipc/app-error';
import { type LibraryPaths, libraryPaths } from '../files/paths';
import { type DriveKind, driveKind } from './drive-kind';
import { databaseBytes, holdsLibrary, libraryFiles, unfinishedMark } from './library-files';

/** A folder that the person chose for the library, and what there is to know about it. */
export type ExaminedFolder = Readonly<{
  /** The chosen one, or a new one in it where other things lie there. */
  folder: string;
  holds: 'library' | 'nothing';
  /** Size of the present library with its backups. */
  bytes: number;
  drive: DriveKind;
}>;

type Surroundings = Readonly<{
  /** Where the library is now. */
  current: LibraryPaths;
  home: string;
  /** Where the program itself lies; an update replaces all of it. */
  app: string;
}>;

/** Made in a folder where other things lie: those are never mixed with the library. */
const ownName = '拟稿数据';
/** Free space that is to be left after the copy. */
const spare = 64 * 1024 * 1024;

/** Whether a path is a folder or lies below it. */
const isWithin = (path: string, folder: string): boolean => {
  const way = relative(folder, path);
  return way === '' || (!way.startsWith('..') && !isAbsolute(way));
};

/** The nearest folder that exists. */
const existing = (folder: string): string =>
  existsSync(folder) || dirname(folder) === folder ? folder : existing(dirname(folder));

/** Other things than a library or the remains of an unfinished copy. The home folder has settings and may hold one. */
const isTaken = async (folder: string, home: string): Promise<boolean> => {
  if (folder === home || existsSync(join(folder, unfinishedMark))) return false;
  const names = await readdir(folder).catch((error: unknown) => {
    if (existsSync(folder)) throw error;
    return [];
  });
  return names.length > 0;
};

/**
 * Looks at a folder chosen for the library.
 * @throws AppError 'file' with why it cannot be there: within the app or the library, not writable, too little room
 */
export const examineFolder = async (chosen: string, { current, home, app }: Surroundings): Promise<ExaminedFolder> => {
  const place = await realpath(chosen).catch(() => chosen);
  const now = await realpath(current.dataFolder).catch(() => current.dataFolder);
  if (place === now) throw new AppError('file', '文库已经在这个文件夹里。请选择另一个文件夹。');
  if (isWithin(place, await realpath(app)))
    throw new AppError('file', '这是程序所在的文件夹，升级时会清空。请选择另一个文件夹。');
  if (isWithin(place, now)) throw new AppError('file', '这个文件夹在现在的数据文件夹里面。请选择另一个文件夹。');
  const look = async (folder: string): Promise<'library' | 'nothing' | 'other'> => {
    if (await holdsLibrary(libraryPaths(folder))) return 'library';
    return (await isTaken(folder, home)) ? 'other' : 'nothing';
  };
  try {
    const first = await look(place);
    const folder = first === 'other' ? join(place, ownName) : place;
    const holds = first === 'other' ? await look(folder) : first;
    if (folder === now) throw new AppError('file', '文库已经在这个文件夹里。请选择另一个文件夹。');
    if (holds === 'other')
      throw new AppError('file', `“${folder}”里有别的文件。请选择一个空文件夹，或新建一个文件夹。`);
    const there = existing(folder);
    await access(there, constants.W_OK | constants.X_OK);
    const files = await libraryFiles(current);
    const bytes = files.reduce((sum, file) => sum + file.bytes, await databaseBytes(current));
    const { bavail, bsize } = await statfs(there);
    if (holds === 'nothing' && bavail * bsize < bytes + spare)
      throw new AppError(
        'file',
        `“${folder}”所在的磁盘只剩 ${megabytes(bavail * bsize)}，文库和备份要占 ${megabytes(bytes + spare)}。请腾出空间，或选择另一个磁盘。`,
      );
    return { folder, holds, bytes, drive: await driveKind(there) };
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('file', `“${place}”不能写入。请检查权限，或选择另一个文件夹。`, { cause: error });
  }
};

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1024 / 1024)} MB`;
