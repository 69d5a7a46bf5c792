import type { PictureBlock } from '../../../../shared/document/block';
import type { Crop, PictureFile, PictureTurn } from '../../../../shared/document/picture';
import { AppError } from '../../../../shared/ipc/app-error';
import { turnPicture } from '../../../app/turn-picture';
import { call } from '../../../ipc/client';

/** What a picture becomes: the block, and the pixels that are kept for it now. */
type Replacement = Readonly<{ id: string; file: PictureFile; crop?: Crop }>;

/**
 * Turns the pixels of a picture of a document and keeps them beside the ones they were.
 * @throws AppError with a sentence when the picture is not there or cannot be drawn
 */
export const keepTurned = async (documentId: string, block: PictureBlock, turn: PictureTurn): Promise<Replacement> => {
  const { sha256 } = block.picture;
  const answer = await fetch(`/pictures/${sha256}`);
  if (!answer.ok) throw new AppError('not-found', '图片的内容不在文库中，请删去后重新插入。');
  const { bytes, crop } = await turnPicture(new Uint8Array(await answer.arrayBuffer()), block.picture, turn);
  const file = await call('pictures:add', { id: documentId, bytes });
  return { id: block.id, file, ...(crop && { crop }) };
};
