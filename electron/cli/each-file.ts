import { numberBlocks } from '../../shared/cli/number-blocks';
import type { Pictures } from '../../shared/document/picture';
import { AppError } from '../../shared/ipc/app-error';
import type { Recognition } from '../../shared/recognise/types';
import { readSourceFile } from '../files/read-source';
import { complain } from './print';

const load = async (file: string): Promise<Readonly<{ recognition: Recognition; pictures: Pictures }>> => {
  const source = await readSourceFile(file);
  const recognition = source.kind === 'recognised' ? source.recognition : numberBlocks(source.document);
  return { recognition, pictures: source.pictures };
};

/**
 * Reads the files in order and does something with each; a file that fails is told on stderr and the others go on.
 * @returns whether all went well.
 */
export const eachFile = async (
  files: readonly string[],
  work: (file: string, recognition: Recognition, pictures: Pictures) => void | Promise<void>,
): Promise<boolean> => {
  let well = true;
  for (const file of files) {
    try {
      const { recognition, pictures } = await load(file);
      await work(file, recognition, pictures);
    } catch (error) {
      well = false;
      complain(`${file}：${error instanceof AppError ? error.message : `处理时出错（${String(error)}）。`}`);
    }
  }
  return well;
};
