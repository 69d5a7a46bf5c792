import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '../../shared/ipc/app-error';
import { maxSourceBytes } from '../../shared/ipc/contract';

/**
 * Reads a file that the person has chosen, up to `maxSourceBytes`.
 * @throws AppError 'file' with a sentence: not there, a folder, no permission, too large
 */
export const readLimited = async (path: string): Promise<Uint8Array> => {
  const name = basename(path);
  try {
    const { size, isFile } = await stat(path).then((stats) => ({ size: stats.size, isFile: stats.isFile() }));
    if (!isFile) throw new AppError('file', `无法打开“${name}”：它不是文件。请选择 .docx、.txt 或 .nigao 文件。`);
    if (size > maxSourceBytes) throw tooLarge(name, size);
    return new Uint8Array(await readFile(path));
  } catch (error) {
    throw explain(error, name);
  }
};

/** The sentence for a source of `size` bytes that is over the limit. */
export const tooLarge = (name: string, size: number): AppError =>
  new AppError(
    'file',
    `无法打开“${name}”：文件有 ${inMegabytes(size)}，超过 ${inMegabytes(maxSourceBytes)} 的上限。请确认是文稿本身；图片多的请先删去图片。`,
  );

const inMegabytes = (bytes: number): string => `${Math.ceil(bytes / 1024 / 1024)} MB`;

const explain = (error: unknown, name: string): unknown => {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new AppError('file', `无法打开“${name}”：文件不存在，可能已被移动或改名。请重新选择。`, { cause: error });
  if (code === 'EACCES' || code === 'EPERM')
    return new AppError('file', `无法打开“${name}”：没有读取权限。请检查文件的权限，或复制到别处再打开。`, {
      cause: error,
    });
  if (code === 'EBUSY')
    return new AppError('file', `无法打开“${name}”：文件正被其他程序占用。请关闭后重试。`, { cause: error });
  if (code === 'EIO')
    return new AppError('file', `无法打开“${name}”：读取时磁盘出错。请复制到别处再打开。`, { cause: error });
  return error;
};
