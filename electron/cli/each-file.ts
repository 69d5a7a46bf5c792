import { numberBlocks } from '../../shared/cli/number-blocks';
import { AppError } from '../../shared/ipc/app-error';
import type { Recognition } from '../../shared/recognise/types';
import { readSourceFile } from '../files/read-source';
import { complain } from './print';

const load = async (file: string): Promise<Recognition> => {
  const source = await readSourceFile(file);
  return source.kind === 'recognised' ? source.recognition : numberBlocks(source.document);
};

/**
 * Reads the files in order and does something with each; a file that fails is told on stderr and the others go on.
 * @returns whether all went well.
 */
export const eachFile = async (
  files: readonly string[],
  work: (file: string, recognition: Recognition) => void | Promise<void>,
): Promise<boolean> => {
  let well = true;
  for (const file of files) {
    try {
      await work(file, await load(file));
    } catch (error) {
      well = false;
      complain(`${file}：${error instanceof AppError ? error.message : `处理时出错（${String(error)}）。`}`);
    }
  }
  return well;
};
