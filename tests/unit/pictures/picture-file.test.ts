import { describe, expect, it } from 'vitest';
import { maxPictureBytes } from '../../../shared/file/limits';
import { readPictureHeader } from '../../../shared/file/picture-file';
import { AppError } from '../../../shared/ipc/app-error';
import { makeJpeg, makePng, pngChunk, pngSignature } from '../../helpers/make-picture';

const refusal = (bytes: Uint8Array): string => {
  try {
    readPictureHeader(bytes);
  } catch (error) {
    expect(error).toBeInstanceOf(AppError);
    return (error as AppError).message;
  }
  return 'was taken';
};

const header = (width: number, height: number): Uint8Array => {
  const data = new Uint8Array(13);
  new DataView(data.buffer).setUint32(0, width);
  new DataView(data.buffer).setUint32(4, height);
  return data;
};
const png = (...chunks: readonly Uint8Array[]): Uint8Array => Uint8Array.from(Buffer.concat([pngSignature, ...chunks]));
const noData = new Uint8Array();

describe('the header of a picture', () => {
  it('gives kind and size of PNG and JPEG', () => {
    expect(readPictureHeader(makePng(120, 80))).toEqual({ mime: 'image/png', widthPx: 120, heightPx: 80 });
    expect(readPictureHeader(makeJpeg(70, 33))).toEqual({ mime: 'image/jpeg', widthPx: 70, heightPx: 33 });
  });

  it('is found behind fill bytes and whatever a camera wrote behind the end', () => {
    const jpeg = makeJpeg(16, 16);
    const padded = Uint8Array.from([...jpeg.slice(0, 2), 0xff, 0xff, ...jpeg.slice(2), 0, 0, 7]);
    expect(readPictureHeader(padded)).toEqual({ mime: 'image/jpeg', widthPx: 16, heightPx: 16 });
  });

  it('is refused with what to do for other kinds, whatever they are called', () => {
    for (const foreign of ['GIF89a', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'BM......', 'RIFF....WEBPVP8 ', ''])
      expect(refusal(Buffer.from(foreign))).toBe(
        '这不是 PNG 或 JPEG 图片，没有插入。请用看图软件另存为 PNG 或 JPEG 后再插入。',
      );
  });

  it('is refused as damaged wherever the file was cut off', () => {
    for (const whole of [makePng(40, 30), makeJpeg(40, 30)])
      for (let length = 8; length < whole.length; length += 1)
        expect(refusal(whole.subarray(0, length))).toMatch(/不完整或已损坏/);
  });

  it('is refused as damaged when a byte of a PNG has changed', () => {
    const whole = makePng(20, 20);
    for (let at = 8; at < whole.length; at += 3) {
      const changed = whole.slice();
      changed[at]! ^= 1;
      expect(refusal(changed)).not.toBe('was taken');
    }
  });

  it('is refused beyond 20 MB and 40 megapixels, before anything is drawn', () => {
    const large = new Uint8Array(maxPictureBytes + 1);
    large.set(makePng(2, 2));
    expect(refusal(large)).toBe('图片有 21 MB，超过 20 MB。请压缩或缩小后再插入。');
    const bomb = png(pngChunk('IHDR', header(50_000, 50_000)), pngChunk('IDAT', noData), pngChunk('IEND', noData));
    expect(refusal(bomb)).toBe('图片有 50000×50000 像素，超过 4000 万像素。请缩小后再插入。');
    const thin = png(pngChunk('IHDR', header(70_000, 2)), pngChunk('IDAT', noData), pngChunk('IEND', noData));
    expect(refusal(thin)).toContain('70000×2 像素');
  });

  it('is refused without a size, with none, or with two', () => {
    const [data, end] = [pngChunk('IDAT', noData), pngChunk('IEND', noData)];
    const head = pngChunk('IHDR', header(3, 3));
    for (const wrong of [
      png(data, end),
      png(head, end),
      png(head, head, data, end),
      png(pngChunk('IHDR', header(0, 3)), data, end),
    ])
      expect(refusal(wrong)).toMatch(/不完整或已损坏/);
  });
});
