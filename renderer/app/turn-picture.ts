import { type Crop, type Picture, type PictureTurn, turnedCrop } from '../../shared/document/picture';
import { readPictureHeader } from '../../shared/file/picture-file';

/** Of 0 to 1: the eye sees no difference, the file does not grow. */
const quality = 0.92;

type Drawn = Readonly<{ bitmap: ImageBitmap; width: number; height: number }>;

/** Bytes of what is drawn on a canvas of so many pixels. */
const paint = async (
  mime: string,
  width: number,
  height: number,
  draw: (canvas: OffscreenCanvasRenderingContext2D) => void,
): Promise<Uint8Array<ArrayBuffer>> => {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  draw(context);
  const blob = await canvas.convertToBlob({ type: mime, quality });
  return new Uint8Array(await blob.arrayBuffer());
};

/** Its pixels: as they lie, or as a camera says they are to be seen. */
const load = async (
  bytes: Uint8Array<ArrayBuffer>,
  imageOrientation: 'none' | 'from-image',
): Promise<Drawn & { mime: string }> => {
  const { mime } = readPictureHeader(bytes);
  const bitmap = await createImageBitmap(new Blob([bytes], { type: mime }), { imageOrientation });
  return { bitmap, width: bitmap.width, height: bitmap.height, mime };
};

/**
 * The bytes of a photo turned as its camera says.
 * @throws AppError 'file' with a sentence for what is no picture, or too large to be drawn
 */
export const drawUpright = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> => {
  const { bitmap, width, height, mime } = await load(bytes, 'from-image');
  const drawn = await paint(mime, width, height, (canvas) => canvas.drawImage(bitmap, 0, 0));
  bitmap.close();
  return drawn;
};

/**
 * The pixels of a picture turned. By quarters all of it, and what is cut off stays so; by another angle what is shown
 * of it, with white corners, as Word draws it.
 * @throws as `drawUpright`
 */
export const turnPicture = async (
  bytes: Uint8Array<ArrayBuffer>,
  { crop }: Pick<Picture, 'crop'>,
  turn: PictureTurn,
): Promise<Readonly<{ bytes: Uint8Array<ArrayBuffer>; crop?: Crop }>> => {
  const { bitmap, width, height, mime } = await load(bytes, 'none');
  const quarter = turn.degrees % 90 === 0;
  const cut = quarter ? undefined : crop;
  const left = ((cut?.left ?? 0) * width) / 100_000;
  const top = ((cut?.top ?? 0) * height) / 100_000;
  const across = width - left - ((cut?.right ?? 0) * width) / 100_000;
  const down = height - top - ((cut?.bottom ?? 0) * height) / 100_000;
  const angle = (turn.degrees * Math.PI) / 180;
  const [cos, sin] = [Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle))];
  const room = [Math.round(across * cos + down * sin), Math.round(across * sin + down * cos)] as const;
  const drawn = await paint(mime, ...room, (canvas) => {
    // A photo has no transparent pixels.
    if (mime === 'image/jpeg') {
      canvas.fillStyle = 'white';
      canvas.fillRect(0, 0, ...room);
    }
    canvas.translate(room[0] / 2, room[1] / 2);
    canvas.rotate(angle);
    if (turn.mirrored) canvas.scale(-1, 1);
    canvas.drawImage(bitmap, left, top, across, down, -across / 2, -down / 2, across, down);
  });
  bitmap.close();
  return { bytes: drawn, ...(crop && quarter && { crop: turnedCrop(crop, turn) }) };
};
