import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { longestPassword } from '../../shared/file/limits';
import { AppError } from '../../shared/ipc/app-error';
import { decodeText } from '../files/decode-text';

/** Holds the password of .nigao files where no file is named. */
export const passwordVariable = 'NIGAO_PASSWORD';

/**
 * The password of .nigao files that have one: the first line of a file, of standard input (`-`), or else of the
 * environment. Never an argument: those are shown to everybody who lists the running programs.
 * @returns undefined where none is given
 * @throws AppError 'file' when the file cannot be read or holds no password
 */
export const readPassword = async (file: string | null): Promise<string | undefined> => {
  if (file === null) return process.env[passwordVariable] || undefined;
  const [password] = (await textOf(file)).replace(/^\u{feff}/u, '').split(/\r?\n/);
  if (!password) throw new AppError('file', `${nameOf(file)}的第一行没有密码。`);
  if (password.length > longestPassword)
    throw new AppError('file', `${nameOf(file)}的第一行超过 ${longestPassword} 个字符，不是密码。`);
  return password;
};

const nameOf = (file: string): string => (file === '-' ? '标准输入' : `密码文件 ${file} `);

const textOf = async (file: string): Promise<string> => {
  if (file === '-') return text(process.stdin);
  try {
    return decodeText(await readFile(file)) ?? '';
  } catch (cause) {
    throw new AppError('file', `密码文件 ${file} 读不出来，请确认文件还在，并且有权读取。`, { cause });
  }
};
