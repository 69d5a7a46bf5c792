import { jpegOrientation } from '../../shared/file/jpeg-orientation';
import { readPictureHeader } from '../../shared/file/picture-file';

/** Of 0 to 1: the eye sees no difference, the file does not grow. */
const quality = 0.92;

/**
 * The bytes of a picture, a photo that its camera only says to be turned really turned: Word does not heed that note, so
 * the pixels alone count, on the paper and in print.
 * @throws AppError 'file' with a sentence for what is no picture, or too large to be drawn
 */
export const uprightPicture = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> => {
  const { mime } = readPictureHeader(bytes);
  if (jpegOrientation(bytes) === 1) return bytes;
  const drawn = await createImageBitmap(new Blob([bytes], { type: mime }), { imageOrientation: 'from-image' });
  const canvas = new OffscreenCanvas(drawn.width, drawn.height);
  canvas.getContext('2d')?.drawImage(drawn, 0, 0);
  drawn.close();
  const turned = await canvas.convertToBlob({ type: mime, quality });
  return new Uint8Array(await turned.arrayBuffer());
};
