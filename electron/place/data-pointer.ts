import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { AppError } from '../../shared/ipc/app-error';
import { writeFileAtomically } from '../files/atomic-write';

/** A folder by its path; null: the home folder, wherever that is on this machine. */
const folderSchema = z.string().min(1).nullable();

const pointerSchema = z.object({
  /** Where the library is. */
  folder: folderSchema,
  /** On a drive of another machine, which a drive letter does not show. */
  isNetwork: z.boolean().default(false),
  /** Where it was before; `isCopy`: what still lies there is what the present library was copied from. */
  before: z.object({ folder: folderSchema, isCopy: z.boolean(), isNetwork: z.boolean().default(false) }).nullable(),
});
export type DataPointer = Readonly<z.infer<typeof pointerSchema>>;

/**
 * Reads where the library is; without a file it is in the home folder.
 * @throws AppError 'storage' for a file that cannot be read: no library is opened by guess
 */
export const readPointer = (path: string): DataPointer => {
  if (!existsSync(path)) return { folder: null, isNetwork: false, before: null };
  try {
    return pointerSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    throw new AppError(
      'storage',
      `记录数据文件夹位置的文件“${path}”已损坏，不知道文库在哪里。请选择文库所在的文件夹；文稿没有改动。`,
      { cause },
    );
  }
};

/** Writes it so that it is the old one or the new one, also when the power fails. @throws AppError 'file' */
export const writePointer = (path: string, pointer: DataPointer): Promise<void> =>
  writeFileAtomically(path, Buffer.from(`${JSON.stringify(pointer, null, 2)}\n`));
