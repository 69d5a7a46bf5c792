import { maxPackageBytes, tooLargeFile } from '../../shared/file/limits';
import type { Imported } from '../../shared/ipc/contract';
import { call, sentenceOf } from '../ipc/client';

const failedFor = ({ name }: File, message: string): Imported => ({
  imported: [],
  failed: [{ file: name, message }],
  locked: [],
});

const readInto = async (file: File): Promise<Imported> => {
  try {
    if (file.size > maxPackageBytes) return failedFor(file, tooLargeFile(file.size, maxPackageBytes));
    return await call('files:import', { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
  } catch (error) {
    return failedFor(file, sentenceOf(error));
  }
};

/** Reads files that were dragged into the window, one after the other; a failure does not stop the rest. */
export const importFiles = async (files: readonly File[]): Promise<Imported> => {
  const results: Imported[] = [];
  for (const file of files) results.push(await readInto(file));
  return {
    imported: results.flatMap((result) => result.imported),
    failed: results.flatMap((result) => result.failed),
    locked: results.flatMap((result) => result.locked),
  };
};
