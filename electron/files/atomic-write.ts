import { randomBytes } from 'node:crypto';
import { access, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from '../../shared/ipc/app-error';

/** Waits between tries of the rename, in ms: virus scanners and indexers on Windows let go within about a second. */
const retryWaits = [20, 50, 100, 200, 400, 800] as const;
const lockedCodes: ReadonlySet<string> = new Set(['EPERM', 'EBUSY', 'EACCES']);

/**
 * Writes a file for the person so that it is either the old one or the whole new one, also when the power fails:
 * a temporary file in the same folder, fsync, rename. Leaves nothing else behind.
 * @throws AppError 'file' with a sentence: disk full, read-only, no permission, open elsewhere, folder missing
 */
export const writeFileAtomically = async (path: string, bytes: Uint8Array): Promise<void> => {
  if (await isOpenElsewhere(path)) throw openElsewhere(path);
  const temporary = join(dirname(path), `.nigao-${randomBytes(6).toString('hex')}.tmp`);
  try {
    await writeAndSync(temporary, bytes);
    await renameWithRetries(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw explainWriteError(error, path);
  }
  await syncFolder(dirname(path));
};

const writeAndSync = async (path: string, bytes: Uint8Array): Promise<void> => {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
};

/** Renames, again and again for about a second while virus scanners and indexers hold the file or folder. */
export const renameWithRetries = async (from: string, to: string): Promise<void> => {
  for (const pause of retryWaits) {
    try {
      return await rename(from, to);
    } catch (error) {
      if (!lockedCodes.has(codeOf(error))) throw error;
      await wait(pause);
    }
  }
  await rename(from, to);
};

/** Makes names last that were given in a folder. Windows cannot open folders, and some network drives refuse. */
export const syncFolder = async (folder: string): Promise<void> => {
  try {
    const handle = await open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch {
    // The file itself is whole; only a power cut in this second could bring the old one back.
  }
};

/**
 * Outside Windows nothing stops us from replacing a file that somebody has open, so ask the marks that office
 * programs leave: LibreOffice `.~lock.name#`, Word and WPS `~$name` (Word leaves out two letters of a long name).
 */
const isOpenElsewhere = async (path: string): Promise<boolean> => {
  const name = basename(path);
  const marks = [`.~lock.${name}#`, `~$${name}`, `~$${name.slice(2)}`];
  const found = await Promise.all(
    marks.map((mark) =>
      access(join(dirname(path), mark)).then(
        () => true,
        () => false,
      ),
    ),
  );
  return found.includes(true);
};

const openElsewhere = (path: string, cause?: unknown): AppError =>
  new AppError('file', `无法写入“${path}”：文件正在其他程序中打开。请先关闭它，或换一个文件名。`, { cause });

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** Why a file of the person could not be written: a sentence with the place and what to do. */
export const explainWriteError = (error: unknown, path: string): AppError => {
  const because = (reason: string): AppError => new AppError('file', `无法写入“${path}”：${reason}`, { cause: error });
  const isRename = error instanceof Error && 'syscall' in error && error.syscall === 'rename';
  switch (codeOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return because('磁盘已满。请清理后重试，或存到别处。');
    case 'EROFS':
      return because('磁盘是只读的。请存到别处。');
    case 'EBUSY':
      return openElsewhere(path, error);
    case 'EPERM':
    case 'EACCES':
      // On Windows a target held open refuses the rename; the folder itself has just taken the temporary file.
      return isRename ? openElsewhere(path, error) : because('没有写入这个文件夹的权限。请存到别处。');
    case 'ENOENT':
    case 'ENOTDIR':
      return because('文件夹不存在。请重新选择位置。');
    case 'EISDIR':
    case 'ENOTEMPTY':
    case 'EEXIST':
      return because('已有同名的文件夹。请换一个文件名。');
    case 'ENAMETOOLONG':
      return because('文件名太长。请换一个短一些的名称。');
    default:
      return because('写入时出错。请重试，或存到别处。');
  }
};
