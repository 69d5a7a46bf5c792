import * as fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { identifyPicture } from '../../../electron/files/picture-files';
import { schemaEdition } from '../../../shared/document/document';
import { packNigaoFile, unpackNigaoFile } from '../../../shared/file/nigao-file';
import { AppError } from '../../../shared/ipc/app-error';
import { instantiate } from '../../../shared/templates/instantiate';
import { shippedTemplates } from '../../../shared/templates/templates';
import { arbitraryDocument } from '../../helpers/arbitrary-document';

const sample = () => instantiate(shippedTemplates()[0]!, { city: '云川市' });

const refusal = (bytes: Uint8Array): string => {
  try {
    unpackNigaoFile(bytes, identifyPicture);
  } catch (error) {
    expect(error).toBeInstanceOf(AppError);
    expect((error as AppError).code).toBe('file');
    return (error as AppError).message;
  }
  throw new Error('was read');
};

const packed = (manifest: unknown, document: unknown) =>
  zipSync({ 'manifest.json': strToU8(JSON.stringify(manifest)), 'document.json': strToU8(JSON.stringify(document)) });

describe('a .nigao file', () => {
  it('gives back exactly the document that was put in', () => {
    fc.assert(
      fc.property(arbitraryDocument, (document) => {
        expect(unpackNigaoFile(packNigaoFile(document), identifyPicture).document).toEqual(document);
      }),
    );
  });

  it('carries its versions along, and an invalid one is refused', () => {
    const document = sample();
    const version = { keptAt: 5, reason: 'named', name: '送审稿', document } as const;
    expect(unpackNigaoFile(packNigaoFile(document, undefined, [version]), identifyPicture).versions).toEqual([version]);
    expect(unpackNigaoFile(packNigaoFile(document), identifyPicture).versions).toEqual([]);
    const withVersions = (versions: unknown) =>
      zipSync({
        'manifest.json': strToU8(JSON.stringify({ format: 'nigao', version: 1 })),
        'document.json': strToU8(JSON.stringify(document)),
        'versions.json': strToU8(JSON.stringify(versions)),
      });
    expect(refusal(withVersions([{ ...version, reason: 'eval' }]))).toContain('不合格式');
    expect(refusal(withVersions([{ ...version, document: { ...document, parts: [] } }]))).toContain('不合格式');
    expect(refusal(withVersions([{ ...version, document: { ...document, schemaVersion: 99 } }]))).toContain('更新版本');
    expect(refusal(withVersions(Array(201).fill(version)))).toContain('不合格式');
  });

  it('has the same bytes for the same document', () => {
    const document = sample();
    expect(packNigaoFile(document)).toEqual(packNigaoFile(document));
  });

  it('is refused when it is no .nigao file', () => {
    expect(refusal(strToU8('云川市人民政府'))).toContain('不是拟稿保存的文稿');
    expect(refusal(zipSync({ 'word/document.xml': strToU8('<w/>') }))).toContain('不是拟稿保存的文稿');
    expect(refusal(packed({ format: 'other', version: 1 }, {}))).toContain('不是拟稿保存的文稿');
  });

  it('is refused as damaged wherever it was cut off', () => {
    const bytes = packNigaoFile(sample());
    for (let length = 4; length < bytes.length; length += 97)
      expect(refusal(bytes.subarray(0, length))).toMatch(/不完整或已损坏/);
  });

  it('is never read with other words than were written when one bit has turned', () => {
    const document = sample();
    const bytes = packNigaoFile(document);
    for (let at = 0; at < bytes.length; at += 13) {
      const turned = bytes.slice();
      turned[at]! ^= 16;
      try {
        expect(unpackNigaoFile(turned, identifyPicture).document).toEqual(document);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
      }
    }
  });

  it('is refused with the advice to upgrade when a later version wrote it', () => {
    expect(refusal(packed({ format: 'nigao', version: 2 }, sample()))).toContain('升级拟稿');
    expect(refusal(packed({ format: 'nigao', version: 1 }, { ...sample(), schemaVersion: 99 }))).toContain('升级拟稿');
  });

  it('with something that only a later edition knows asks for an upgrade; without it, it opens', () => {
    const later = { format: 'nigao', version: 1, edition: schemaEdition + 1 };
    const added = { ...sample(), meta: { ...sample().meta, approvals: [] } };
    expect(refusal(packed(later, added))).toContain('升级拟稿');
    expect(refusal(packed({ ...later, edition: schemaEdition }, added))).toContain('不合格式');
    expect(refusal(packed({ format: 'nigao', version: 1 }, added))).toContain('不合格式');
    const document = sample();
    expect(unpackNigaoFile(packed(later, document), identifyPicture).document).toEqual(document);
    const withVersion = zipSync({
      'manifest.json': strToU8(JSON.stringify(later)),
      'document.json': strToU8(JSON.stringify(document)),
      'versions.json': strToU8(JSON.stringify([{ keptAt: 5, reason: 'named', name: '送审稿', document: added }])),
    });
    expect(refusal(withVersion)).toContain('升级拟稿');
  });

  it('is refused when its content does not fit', () => {
    expect(refusal(packed({ format: 'nigao', version: 1 }, { ...sample(), parts: [] }))).toContain('不合格式');
  });

  it('is refused before unpacking when it claims or turns out to be huge', () => {
    const bomb = zipSync({
      'manifest.json': strToU8(JSON.stringify({ format: 'nigao', version: 1 })),
      'document.json': new Uint8Array(65 * 1024 * 1024),
    });
    expect(refusal(bomb)).toContain('不是拟稿保存的文稿');
    const lying = bomb.slice();
    const view = new DataView(lying.buffer);
    for (let at = 0; at + 28 < lying.length; at += 1)
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) > 1_000_000)
        view.setUint32(at + 24, 1000, true);
    expect(refusal(lying)).toMatch(/不完整或已损坏/);
  });
});
