import type { PictureFile } from '../document/picture';
import { AppError } from '../ipc/app-error';
import { maxPictureBytes, maxPicturePixels, tooLargePicture, tooManyPixels } from './limits';
import { crc32 } from './read-zip';

/** What a picture's bytes say of themselves. */
export type PictureHeader = Omit<PictureFile, 'sha256'>;

const refuse = (message: string): never => {
  throw new AppError('file', message);
};
const damaged = (): never => refuse('图片文件不完整或已损坏，没有插入。请重新取得这张图片。');
const foreign = (): never => refuse('这不是 PNG 或 JPEG 图片，没有插入。请用看图软件另存为 PNG 或 JPEG 后再插入。');

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, at) => bytes[at] === byte);

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const;
const jpegSignature = [0xff, 0xd8, 0xff] as const;
/** IHDR, IDAT and IEND as numbers. */
const [headChunk, dataChunk, endChunk] = [0x49484452, 0x49444154, 0x49454e44] as const;

/** Chunk by chunk up to the last one, with their checksums: a file that was cut off or changed is found (PNG, 5.3). */
const readPng = (bytes: Uint8Array): PictureHeader => {
  const data = view(bytes);
  let at: number = pngSignature.length;
  let size: Readonly<{ widthPx: number; heightPx: number }> | null = null;
  let hasData = false;
  while (at + 12 <= bytes.length) {
    const length = data.getUint32(at);
    const name = data.getUint32(at + 4);
    const end = at + 8 + length;
    if (end + 4 > bytes.length || crc32(bytes.subarray(at + 4, end)) !== data.getUint32(end)) return damaged();
    if ((name === headChunk) !== (size === null)) return damaged();
    if (name === headChunk) {
      if (length !== 13) return damaged();
      size = { widthPx: data.getUint32(at + 8), heightPx: data.getUint32(at + 12) };
    }
    hasData ||= name === dataChunk;
    if (name === endChunk) return size && hasData ? { mime: 'image/png', ...size } : damaged();
    at = end + 4;
  }
  return damaged();
};

/** Segments that carry the size: SOF0 to SOF15 without DHT, JPG and DAC (ITU-T T.81, table B.1). */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
const endOfImage = 0xd9;
const startOfScan = 0xda;

/** Segment by segment up to the picture's data, behind which its end must be marked. */
const readJpeg = (bytes: Uint8Array): PictureHeader => {
  const data = view(bytes);
  let size: Readonly<{ widthPx: number; heightPx: number }> | null = null;
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return damaged();
    const marker = bytes[at + 1]!;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = data.getUint16(at + 2);
    if (length < 2 || at + 2 + length > bytes.length) return damaged();
    if (isFrame(marker)) {
      if (length < 8) return damaged();
      size = { widthPx: data.getUint16(at + 7), heightPx: data.getUint16(at + 5) };
    }
    at += 2 + length;
    if (marker !== startOfScan) continue;
    // Cameras write more behind the end; what is cut off has none.
    for (let end = bytes.length - 1; end > at; end -= 1)
      if (bytes[end] === endOfImage && bytes[end - 1] === 0xff)
        return size ? { mime: 'image/jpeg', ...size } : damaged();
    return damaged();
  }
  return damaged();
};

/**
 * What a picture is, from its bytes alone; its name and what others say of it do not count.
 * @throws AppError (`file`) with a sentence when it is no PNG or JPEG, damaged, or beyond the limits
 */
export const readPictureHeader = (bytes: Uint8Array): PictureHeader => {
  if (bytes.length > maxPictureBytes) return refuse(tooLargePicture(bytes.length));
  const isPng = startsWith(bytes, pngSignature);
  if (!isPng && !startsWith(bytes, jpegSignature)) return foreign();
  const header = isPng ? readPng(bytes) : readJpeg(bytes);
  const { widthPx, heightPx } = header;
  if (widthPx === 0 || heightPx === 0) return damaged();
  if (widthPx * heightPx > maxPicturePixels || Math.max(widthPx, heightPx) > 65_535)
    return refuse(tooManyPixels(widthPx, heightPx));
  return header;
};
