import { randomBytes } from 'node:crypto';
import { access, mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { explainWriteError, renameWithRetries } from './atomic-write';

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** `name`, or `name（2）`, `name（3）` … where that is taken. */
const freeName = async (parent: string, name: string): Promise<string> => {
  let path = join(parent, name);
  for (let count = 2; await exists(path); count += 1) path = join(parent, `${name}（${count}）`);
  return path;
};

/**
 * Writes a folder of files so that it is there with all of them or not at all: a hidden folder beside it, every file
 * synced, then one rename. Never replaces what is there: a taken name gets a number.
 * @returns the folder's path
 * @throws AppError 'file' with a sentence
 */
export const writeFolderAtomically = async (
  parent: string,
  name: string,
  files: ReadonlyMap<string, Uint8Array>,
): Promise<string> => {
  const path = await freeName(parent, name);
  const temporary = join(parent, `.nigao-${randomBytes(6).toString('hex')}.tmp`);
  try {
    await mkdir(temporary);
    for (const [file, bytes] of files) {
      const handle = await open(join(temporary, file), 'wx');
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
    }
    await renameWithRetries(temporary, path);
  } catch (error) {
    await rm(temporary, { recursive: true, force: true }).catch(() => undefined);
    throw explainWriteError(error, path);
  }
  return path;
};
