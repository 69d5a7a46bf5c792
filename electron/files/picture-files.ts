import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import type { PictureFile } from '../../shared/document/picture';
import { maxPictureBytes, tooLargePicture } from '../../shared/file/limits';
import { readPictureHeader } from '../../shared/file/picture-file';
import { AppError } from '../../shared/ipc/app-error';

/** Hexadecimal, as pictures and circulated files are named by it. */
export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** What a picture is, from its bytes alone. @throws AppError 'file' with a sentence for anything else */
export const identifyPicture = (bytes: Uint8Array): PictureFile => {
  const { mime, widthPx, heightPx } = readPictureHeader(bytes);
  return { sha256: sha256(bytes), mime, widthPx, heightPx };
};

/** Bytes of a picture on disk; one that is too large is refused before it is loaded. @throws AppError 'file' */
export const readPictureFile = async (path: string): Promise<Uint8Array> => {
  try {
    const { size } = await stat(path);
    if (size > maxPictureBytes) throw new AppError('file', tooLargePicture(size));
    return await readFile(path);
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError('file', '读不出这张图片。请确认文件还在，并且有权打开。', { cause });
  }
};
