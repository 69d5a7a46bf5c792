import { deflateSync } from 'node:zlib';
import { identifyPicture } from '../../electron/files/picture-files';
import type { PictureBlock } from '../../shared/document/block';
import type { Picture } from '../../shared/document/picture';
import { crc32 } from '../../shared/file/read-zip';

const word = (value: number): number[] => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];

/** A PNG chunk with its length and checksum. */
export const pngChunk = (name: string, data: Uint8Array): Uint8Array => {
  const named = Uint8Array.from([...Buffer.from(name, 'latin1'), ...data]);
  return Uint8Array.from([...word(data.length), ...named, ...word(crc32(named))]);
};

export const pngSignature = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A PNG of stripes in grey, `width` × `height` pixels; `shade` makes another one of the same size. */
export const makePng = (width: number, height: number, shade = 90): Uint8Array => {
  const rows = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) rows[y * (width + 1) + 1 + x] = (x + y) % 16 < 8 ? shade : 225;
  const header = Uint8Array.from([...word(width), ...word(height), 8, 0, 0, 0, 0]);
  return Uint8Array.from(
    Buffer.concat([
      pngSignature,
      pngChunk('IHDR', header),
      pngChunk('IDAT', deflateSync(rows)),
      pngChunk('IEND', new Uint8Array()),
    ]),
  );
};

const segment = (marker: number, data: readonly number[]): number[] => [
  0xff,
  marker,
  (data.length + 2) >> 8,
  (data.length + 2) & 255,
  ...data,
];

/**
 * A grey baseline JPEG of 8 × 8 blocks without detail: one quantisation table, two Huffman tables of one code each,
 * and for every block a zero bit for each.
 */
export const makeJpeg = (width: number, height: number): Uint8Array => {
  const blocks = Math.ceil(width / 8) * Math.ceil(height / 8);
  const code = [1, ...Array<number>(15).fill(0), 0];
  return Uint8Array.from([
    0xff,
    0xd8,
    ...segment(0xe0, [0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    ...segment(0xdb, [0, ...Array<number>(64).fill(16)]),
    ...segment(0xc0, [8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0]),
    ...segment(0xc4, [0x00, ...code]),
    ...segment(0xc4, [0x10, ...code]),
    ...segment(0xda, [1, 1, 0, 0, 63, 0]),
    ...Array<number>(Math.ceil((blocks * 2) / 8)).fill(0),
    0xff,
    0xd9,
  ]);
};

/** A JPEG with the note of a camera that it is to be turned. */
export const withOrientation = (jpeg: Uint8Array, value: number, order: 'little' | 'big'): Uint8Array => {
  const little = order === 'little';
  const tiff = new DataView(new ArrayBuffer(26));
  tiff.setUint16(0, little ? 0x4949 : 0x4d4d);
  tiff.setUint16(2, 42, little);
  tiff.setUint32(4, 8, little);
  tiff.setUint16(8, 1, little);
  tiff.setUint16(10, 0x0112, little);
  tiff.setUint16(12, 3, little);
  tiff.setUint32(14, 1, little);
  tiff.setUint16(18, value, little);
  const exif = segment(0xe1, [0x45, 0x78, 0x69, 0x66, 0, 0, ...new Uint8Array(tiff.buffer)]);
  return Uint8Array.from([...jpeg.slice(0, 2), ...exif, ...jpeg.slice(2)]);
};

/** A picture as a document names it, from its bytes. */
export const pictureOf = (bytes: Uint8Array, more: Partial<Picture> = {}): Picture => ({
  ...identifyPicture(bytes),
  widthPercent: 60,
  ...more,
});

export const pictureBlock = (
  id: string,
  bytes: Uint8Array,
  caption = '',
  more: Partial<Picture> = {},
): PictureBlock => ({
  type: 'picture',
  id,
  picture: pictureOf(bytes, more),
  children: [{ text: caption }],
});
