import { AppError } from '../../shared/ipc/app-error';

/** The error that an AppError with a sentence was made of, else the error itself. */
const rootOf = (error: unknown): unknown =>
  error instanceof AppError && error.cause !== undefined ? rootOf(error.cause) : error;

/** Code of the error from SQLite or the file system that is behind an error, else an empty string. */
export const diskCode = (error: unknown): string => {
  const root = rootOf(error);
  return root instanceof Error && !(root instanceof AppError) && 'code' in root && typeof root.code === 'string'
    ? root.code
    : '';
};

/** An error as SQLite gives it for a broken file. */
export const damageError = (why: string, cause?: unknown): Error =>
  Object.assign(new Error(why, { cause }), { code: 'SQLITE_CORRUPT' });

/** Whether SQLite found the database file itself to be broken. */
export const isDamage = (error: unknown): boolean => /^SQLITE_(CORRUPT|NOTADB)/.test(diskCode(error));

/**
 * Whether the file itself was out of reach: a network drive that was cut off, a disk that was pulled out. What is open
 * on it may stay lost when it is there again, and has to be opened anew.
 */
export const isUnreachable = (error: unknown): boolean =>
  /^SQLITE_(IOERR|CANTOPEN|READONLY_DBMOVED)/.test(diskCode(error));

/** Gives an error of the database a sentence for the person; anything else is returned as it is. */
export const asStorageError = (error: unknown): unknown => {
  if (error instanceof AppError) return error;
  const sentence = sentenceFor(diskCode(error));
  return sentence === null ? error : new AppError('storage', sentence, { cause: error });
};

const sentenceFor = (code: string): string | null => {
  // The shared memory beside the database is the first thing that a full disk has no room for.
  if (/^(SQLITE_FULL|SQLITE_IOERR_SHMSIZE|ENOSPC|EDQUOT)/.test(code))
    return '无法写入文库：磁盘已满。请清理磁盘后重试。';
  // ENOENT is what Node says when a folder cannot be made on a read-only disk.
  if (/^(SQLITE_READONLY|SQLITE_CANTOPEN|SQLITE_PERM|SQLITE_AUTH|EACCES|EPERM|EROFS|ENOENT|ENOTDIR|EEXIST)/.test(code))
    return '无法打开或写入文库：所在文件夹没有写入权限，或磁盘是只读的。请检查文件夹的权限后再试。';
  if (/^(SQLITE_BUSY|SQLITE_LOCKED|EBUSY)/.test(code))
    return '文库正被其他程序占用。请关闭占用它的程序（如备份、同步、杀毒软件）后重试。';
  if (/^(SQLITE_CORRUPT|SQLITE_NOTADB)/.test(code))
    return '文库文件已损坏。请退出后重新启动，启动时会把它移到一旁并恢复最近的备份。';
  if (/^(SQLITE_IOERR|EIO)/.test(code)) return '读写文库时磁盘出错。请检查磁盘或网络连接后重试。';
  return null;
};
