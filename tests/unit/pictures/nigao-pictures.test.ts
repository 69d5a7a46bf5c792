import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { identifyPicture } from '../../../electron/files/picture-files';
import { listPictures } from '../../../shared/document/list-pictures';
import { packNigaoFile, unpackNigaoFile } from '../../../shared/file/nigao-file';
import { makePng, pictureBlock } from '../../helpers/make-picture';
import { documentOf } from './picture-document';

const bytes = makePng(60, 40);
const document = documentOf([pictureBlock('picture-1', bytes, '站点分布'), pictureBlock('picture-2', bytes)]);
const { sha256 } = listPictures(document)[0]!;
const pictures = new Map([[sha256, bytes]]);
const repacked = (change: (entries: Record<string, Uint8Array>) => void): Uint8Array => {
  const entries = unzipSync(packNigaoFile(document, pictures));
  change(entries);
  return zipSync(entries);
};

describe('pictures in a .nigao file', () => {
  it('come back to the byte, one that stands there twice once', () => {
    const packed = packNigaoFile(document, new Map([...pictures, ['0'.repeat(64), strToU8('not named')]]));
    expect(Object.keys(unzipSync(packed)).filter((name) => name.startsWith('pictures/'))).toEqual([
      `pictures/${sha256}`,
    ]);
    expect(unpackNigaoFile(packed, identifyPicture)).toEqual({ document, pictures, versions: [] });
    expect(packNigaoFile(document, pictures)).toEqual(packNigaoFile(document, pictures));
  });

  it('are refused when their bytes are not those the document names', () => {
    for (const other of [makePng(60, 40, 20), bytes.subarray(0, bytes.length - 5), strToU8('<svg/>')])
      expect(() =>
        unpackNigaoFile(
          repacked((entries) => {
            entries[`pictures/${sha256}`] = other;
          }),
          identifyPicture,
        ),
      ).toThrow('文稿文件里的图片不完整，或被其他程序改动过。');
  });

  it('are refused when the document gives them another size', () => {
    const lied = documentOf([pictureBlock('picture-1', bytes, '', { widthPx: 6000 })]);
    expect(() => unpackNigaoFile(packNigaoFile(lied, pictures), identifyPicture)).toThrow('图片不完整');
  });

  it('may be missing: the document opens without them', () => {
    const without = repacked((entries) => {
      delete entries[`pictures/${sha256}`];
    });
    expect(unpackNigaoFile(without, identifyPicture)).toEqual({ document, pictures: new Map(), versions: [] });
  });
});
