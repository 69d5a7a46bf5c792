import { strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { identifyPicture } from '../../../electron/files/picture-files';
import { readSource } from '../../../electron/files/read-source';
import { seal } from '../../../electron/files/seal';
import { packNigaoFile, unpackNigaoFile } from '../../../shared/file/nigao-file';
import { packSealedFile } from '../../../shared/file/sealed-file';
import { AppError } from '../../../shared/ipc/app-error';
import { everyBlock, everyBlockPictures } from '../../helpers/every-block';

const password = '云川2026督查室';
const versions = [{ keptAt: 5, reason: 'named', name: '送审稿', document: everyBlock }] as const;
let bytes: Uint8Array;
beforeAll(async () => {
  bytes = packSealedFile(await seal(packNigaoFile(everyBlock, everyBlockPictures, versions), password));
});

const refusal = (file: Uint8Array, given?: string): readonly [string, string] => {
  try {
    readSource('文稿.nigao', file, undefined, given);
  } catch (error) {
    if (error instanceof AppError) return [error.code, error.message];
    throw error;
  }
  throw new Error('was read');
};
const withEntry = (name: string, entry: Uint8Array): Uint8Array => zipSync({ ...unzipSync(bytes), [name]: entry });
const manifestWith = (patch: object): Uint8Array => {
  const manifest = JSON.parse(new TextDecoder().decode(unzipSync(bytes)['manifest.json'])) as { seal: object };
  return withEntry('manifest.json', strToU8(JSON.stringify({ ...manifest, seal: { ...manifest.seal, ...patch } })));
};

describe('a .nigao file with a password', () => {
  it('gives back document, versions and pictures for the password', () => {
    const source = readSource('文稿.nigao', bytes, undefined, password);
    if (source.kind !== 'document') throw new Error(source.kind);
    expect(source.document).toEqual(everyBlock);
    expect(source.versions).toEqual(versions);
    expect([...source.pictures.keys()].sort()).toEqual([...everyBlockPictures.keys()].sort());
  });

  it('asks for it, and refuses another', () => {
    expect(refusal(bytes)).toEqual(['password', expect.stringContaining('设有密码')]);
    expect(refusal(bytes, `${password} `)).toEqual(['password', expect.stringContaining('密码不对')]);
  });

  it('takes the same characters composed otherwise', async () => {
    const sealed = packSealedFile(await seal(packNigaoFile(everyBlock), 'café-2026'));
    expect(readSource('文稿.nigao', sealed, undefined, 'cafe\u0301-2026').kind).toBe('document');
  });

  it('holds no word of the document in the clear, and never the same bytes twice', async () => {
    const again = packSealedFile(await seal(packNigaoFile(everyBlock), password));
    expect(again).not.toEqual(packSealedFile(await seal(packNigaoFile(everyBlock), password)));
    expect(Buffer.from(unzipSync(bytes)['document.json']!).toString()).toBe('{}');
    expect(Object.keys(unzipSync(bytes)).sort()).toEqual(['content', 'document.json', 'manifest.json', 'mimetype']);
  });

  it('is refused by an app that knows no passwords, which says that a later version is needed', () => {
    expect(() => unpackNigaoFile(bytes, identifyPicture)).toThrow('由更新版本的拟稿保存');
  });

  it('tells damage from another password', () => {
    const turned = bytes.slice();
    turned[Math.floor(bytes.length / 2)]! ^= 16;
    expect(refusal(turned, password)).toEqual(['file', expect.stringContaining('损坏')]);
    const { content: _, ...rest } = unzipSync(bytes);
    expect(refusal(zipSync(rest), password)).toEqual(['file', expect.stringContaining('损坏')]);
  });

  it('does not open when what it says of itself was changed, and never asks for more memory', () => {
    expect(refusal(manifestWith({ salt: Buffer.alloc(16, 7).toString('base64') }), password)[0]).toBe('password');
    for (const patch of [{ cost: 2 ** 30 }, { parallel: 64 }, { kdf: 'none' }, { iv: 'AA==' }])
      expect(refusal(manifestWith(patch), password)).toEqual(['file', expect.stringContaining('更新版本')]);
  });
});
