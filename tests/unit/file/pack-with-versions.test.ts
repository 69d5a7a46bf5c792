import { randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identifyPicture } from '../../../electron/files/picture-files';
import { listPictures } from '../../../shared/document/list-pictures';
import type { CarriedVersion } from '../../../shared/document/version';
import { maxPackedBytes } from '../../../shared/file/limits';
import { packNigaoFile, unpackNigaoFile } from '../../../shared/file/nigao-file';
import { fitVersions, packWithVersions } from '../../../shared/file/pack-with-versions';
import { arbitraryDocument } from '../../helpers/arbitrary-document';
import { makePng, pictureBlock } from '../../helpers/make-picture';
import { paragraph, sampleDocument } from '../../integration/storage/sample-document';

const named = (keptAt: number, name: string | null, texts: readonly string[]): CarriedVersion => ({
  keptAt,
  reason: name === null ? 'work' : 'named',
  name,
  document: sampleDocument('document', texts),
});
const document = sampleDocument('document');
const none = new Map<string, Uint8Array>();
const size = (value: unknown) => Buffer.byteLength(JSON.stringify(value)) + 1;

describe('versions that go along with a file', () => {
  it('are all there while there is room, the oldest first', () => {
    const versions = [named(1, null, ['甲']), named(2, '送审稿', ['乙']), named(3, null, ['丙'])];
    expect(fitVersions(document, none, versions)).toEqual(versions);
  });

  it('give way the oldest first, those without a name before the named ones, and never beyond the room', () => {
    const versions = [named(1, '征求意见稿', ['甲']), named(2, null, ['乙']), named(3, null, ['丙'])];
    const room = (text: number) => ({ text: size(document) - 1 + text, pictures: 0, versions: 9 });
    const all = versions.map(size).reduce((sum, one) => sum + one, 0);
    expect(fitVersions(document, none, versions, room(all))).toEqual(versions);
    expect(fitVersions(document, none, versions, room(all - 1))).toEqual([versions[0], versions[2]]);
    expect(fitVersions(document, none, versions, room(size(versions[0])))).toEqual([versions[0]]);
    expect(fitVersions(document, none, versions, { ...room(all), versions: 1 })).toEqual([versions[0]]);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), fc.nat(400))), fc.nat(6000), (kept, more) => {
        const many = kept.map(([hasName, length], at) => named(at, hasName ? '稿' : null, ['字'.repeat(length)]));
        const fitting = fitVersions(document, none, many, room(more));
        expect(fitting.map(size).reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(more);
        const left = many.filter((version) => !fitting.includes(version));
        const free = more - fitting.map(size).reduce((sum, one) => sum + one, 0);
        for (const { name } of left.filter((version) => size(version) <= free)) expect(name).toBe('no room is unused');
      }),
    );
  });

  it('count a picture once that stands in several, and leave out the one whose picture has no room', () => {
    const [large, small] = [makePng(60, 40), makePng(20, 20)];
    const withPicture = (keptAt: number, bytes: Uint8Array): CarriedVersion => {
      const version = named(keptAt, '稿', []);
      const [part] = version.document.parts;
      const children = [paragraph('block-one', '一'), pictureBlock('picture-1', bytes)];
      return { ...version, document: { ...version.document, parts: [{ ...part!, children }] } };
    };
    const versions = [withPicture(1, large), withPicture(2, large), withPicture(3, small)];
    const pictures = new Map(
      versions.map((version, at) => [listPictures(version.document)[0]!.sha256, at === 2 ? small : large] as const),
    );
    const room = { text: 1e6, versions: 9 };
    expect(fitVersions(document, pictures, versions, { ...room, pictures: large.length + small.length })).toHaveLength(
      3,
    );
    expect(fitVersions(document, pictures, versions, { ...room, pictures: large.length })).toEqual([versions[2]]);
  });

  it('come back as they were with their document', () => {
    const kept = fc.array(fc.tuple(fc.boolean(), fc.nat(1e13), arbitraryDocument), { maxLength: 4 });
    fc.assert(
      fc.property(arbitraryDocument, kept, (own, states) => {
        const versions = states.map(([hasName, keptAt, state]): CarriedVersion => {
          const name = hasName ? '送审稿' : null;
          return { keptAt, reason: hasName ? 'named' : 'exported', name, document: state };
        });
        const packed = packWithVersions(own, none, versions);
        expect(unpackNigaoFile(packed.bytes, identifyPicture)).toEqual({ document: own, versions, pictures: none });
      }),
      { numRuns: 50 },
    );
  });

  it('of many hundred thousand characters never make a file that does not open again', () => {
    const long = Array.from({ length: 400 }, (_, at) => `第${at}项。${'开展社区助餐服务，'.repeat(280)}`);
    const versions = Array.from({ length: 30 }, (_, at) => named(at, at % 2 === 0 ? `第${at}稿` : null, long));
    const packed = packWithVersions(document, none, versions);
    expect(packed.versions).toBeGreaterThan(15);
    expect(packed.versions).toBeLessThan(30);
    expect(() => packNigaoFile(document, none, versions)).toThrow('存成文件以后打不开，没有保存');
    const read = unpackNigaoFile(packed.bytes, identifyPicture);
    expect(read.versions).toHaveLength(packed.versions);
    expect(read.versions.filter(({ name }) => name !== null)).toHaveLength(15);
  });

  it('are left out when it is the packed file that becomes too large; a document too large by itself is refused', () => {
    const picture = pictureBlock('picture-1', makePng(20, 20));
    const own = { ...document, parts: [{ ...document.parts[0]!, children: [picture] }] };
    const filled = (megabytes: number) => new Map([[picture.picture.sha256, new Uint8Array(megabytes * 1024 * 1024)]]);
    expect(() => packWithVersions(own, filled(101), [])).toThrow('没有保存');
    // Letters and digits by chance pack to three quarters.
    const noise = randomBytes(30 * 1024 * 1024).toString('base64');
    const packed = packWithVersions(own, filled(99), [named(1, '甲稿', [noise])]);
    expect(packed.versions).toBe(0);
    expect(packed.bytes.length).toBeLessThan(maxPackedBytes);
  });
});
