import { mkdir, stat } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';
import { AppError } from '../../shared/ipc/app-error';
import { UsageError } from './usage';

const isFolder = async (path: string): Promise<boolean> => {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
};

/** Where each file goes: the named file for a single one, else a folder that is made if need be. */
export const planOutput = async (
  { files, output }: Readonly<{ files: readonly string[]; output: string }>,
  option: string,
): Promise<(file: string) => string> => {
  const folder = await isFolder(output);
  if (!folder && /\.docx$/i.test(output)) {
    if (files.length > 1) throw new UsageError(`文件不止一个时，${option} 要写文件夹。`);
    return () => output;
  }
  if (!folder)
    await mkdir(output, { recursive: true }).catch((cause: unknown) => {
      throw new AppError('file', `无法建立文件夹 ${output}，请检查位置和权限。`, { cause });
    });
  const taken = new Map<string, string>();
  return (file) => {
    const path = join(output, `${basename(file, extname(file))}.docx`);
    const other = taken.get(path.toLowerCase());
    if (other !== undefined) throw new AppError('file', `导出后与 ${other} 同名，没有导出。请分开导出或改名。`);
    if (resolve(path) === resolve(file)) throw new AppError('file', '导出会盖掉原文件，没有导出。请换一个文件夹。');
    taken.set(path.toLowerCase(), file);
    return path;
  };
};
