import { numberBlocks } from '../../shared/cli/number-blocks';
import type { Pictures } from '../../shared/document/picture';
import { AppError } from '../../shared/ipc/app-error';
import type { Recognition } from '../../shared/recognise/types';
import { readSourceFile } from '../files/read-source';
import { complain } from './print';
import { passwordVariable, readPassword } from './read-password';

type Loaded = Readonly<{ recognition: Recognition; pictures: Pictures }>;

const load = async (file: string, password: string | undefined): Promise<Loaded> => {
  const source = await readSourceFile(file, undefined, password);
  const recognition = source.kind === 'recognised' ? source.recognition : numberBlocks(source.document);
  return { recognition, pictures: source.pictures };
};

/**
 * Reads the files in order and does something with each; a file that fails is told on stderr and the others go on.
 * @param given the files, and where the password of those that have one is
 * @returns whether all went well.
 * @throws AppError 'file' when the password cannot be read
 */
export const eachFile = async (
  { files, passwordFile }: Readonly<{ files: readonly string[]; passwordFile: string | null }>,
  work: (file: string, recognition: Recognition, pictures: Pictures) => void | Promise<void>,
): Promise<boolean> => {
  const password = await readPassword(passwordFile);
  let well = true;
  for (const file of files) {
    try {
      const { recognition, pictures } = await load(file, password);
      await work(file, recognition, pictures);
    } catch (error) {
      well = false;
      complain(`${file}：${sentenceOf(error, password)}`);
    }
  }
  return well;
};

const sentenceOf = (error: unknown, password: string | undefined): string => {
  if (!(error instanceof AppError)) return `处理时出错（${String(error)}）。`;
  if (error.code !== 'password') return error.message;
  return password === undefined
    ? `这份文稿设有密码。请用 --password-file 文件（- 为标准输入）或环境变量 ${passwordVariable} 给出密码。`
    : '密码不对。请核对大小写，以及密码文件的第一行。';
};
