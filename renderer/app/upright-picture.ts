import { jpegOrientation } from '../../shared/file/jpeg-orientation';
import { readPictureHeader } from '../../shared/file/picture-file';
import { drawUpright } from './turn-picture';

/**
 * The bytes of a picture, a photo that its camera only says to be turned really turned: Word does not heed that note, so
 * the pixels alone count, on the paper and in print.
 * @throws AppError 'file' with a sentence for what is no picture, or too large to be drawn
 */
export const uprightPicture = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> => {
  readPictureHeader(bytes);
  return jpegOrientation(bytes) === 1 ? bytes : drawUpright(bytes);
};
