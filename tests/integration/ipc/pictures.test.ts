import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { identifyPicture } from '../../../electron/files/picture-files';
import { openDatabase } from '../../../electron/storage/open-database';
import { unpackNigaoFile } from '../../../shared/file/nigao-file';
import { makePng, pictureBlock } from '../../helpers/make-picture';
import { sampleDocument } from '../storage/sample-document';
import { openDoor } from './door';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nigao-pictures-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bytes = makePng(20, 10);
const { picture } = pictureBlock('the-picture', bytes);

describe('pictures through the door', () => {
  it('are kept for a document, and refused in a sentence where they are none', async () => {
    const { call, services } = await openDoor();
    services.documents().create(sampleDocument('document'));
    expect(await call('pictures:add', { id: 'document', bytes })).toEqual({
      ok: true,
      value: { sha256: picture.sha256, mime: 'image/png', widthPx: 20, heightPx: 10 },
    });
    expect(await call('pictures:add', { id: 'document', bytes: bytes.subarray(0, 30) })).toMatchObject({
      ok: false,
      error: { code: 'file', message: expect.stringContaining('不完整或已损坏') },
    });
  });

  it('are read from the file the person has chosen; a cancel gives none', async () => {
    const path = join(folder, '站点.png');
    writeFileSync(path, bytes);
    expect(await (await openDoor({ open: [path] })).call('pictures:choose', {})).toEqual({
      ok: true,
      value: { bytes },
    });
    expect(await (await openDoor()).call('pictures:choose', {})).toEqual({ ok: true, value: { bytes: null } });
    const gone = await (await openDoor({ open: [join(folder, 'no.png')] })).call('pictures:choose', {});
    expect(gone).toMatchObject({ ok: false, error: { message: expect.stringContaining('读不出这张图片') } });
  });

  it('that a disk has spoilt are left out of a file, which says so and opens without them', async () => {
    const path = join(folder, '坏图.nigao');
    const { call, services } = await openDoor({ save: path });
    const sample = sampleDocument('document');
    const [part] = sample.parts;
    const spoilt = pictureBlock('the-picture', bytes);
    const sound = pictureBlock('other-one', makePng(30, 10));
    const document = { ...sample, parts: [{ ...part!, children: [...part!.children, spoilt, sound] }] };
    services.documents().create(document);
    await call('pictures:add', { id: 'document', bytes });
    await call('pictures:add', { id: 'document', bytes: makePng(30, 10) });
    const db = openDatabase({ path: join(services.dataFolders.folder(), 'nigao.db') });
    db.prepare('UPDATE pictures SET bytes = ? WHERE sha256 = ?').run(Buffer.from(makePng(20, 10, 9)), picture.sha256);
    db.close();
    expect(await call('document:save-as', { id: 'document' })).toMatchObject({
      value: { path, damaged: { versions: 0, pictures: 1 } },
    });
    const read = unpackNigaoFile(readFileSync(path), identifyPicture);
    expect(read.document).toEqual(document);
    expect([...read.pictures.keys()]).toEqual([sound.picture.sha256]);
  });

  it('that nothing names go when their document is opened, but not while a file waits that came back to it', async () => {
    const { call, services } = await openDoor();
    const document = sampleDocument('document');
    services.documents().create(document);
    await call('pictures:add', { id: 'document', bytes });
    services.arrivals.keep('document', { kind: 'returned', name: '回稿.docx', document });
    await call('document:open', { id: 'document' });
    expect(services.pictures().find(picture.sha256)).not.toBeNull();
    services.arrivals.forget('document');
    await call('document:open', { id: 'document' });
    expect(services.pictures().find(picture.sha256)).toBeNull();
  });

  it('go along with a document that is saved elsewhere; with the library out of reach it goes without them', async () => {
    const path = join(folder, '别处.nigao');
    const { call, services, close, told } = await openDoor({ save: path });
    const sample = sampleDocument('document');
    const document = {
      ...sample,
      parts: sample.parts.map((part) => ({ ...part, children: [...part.children, pictureBlock('a-picture', bytes)] })),
    };
    services.documents().create(sample, { name: '库中的名称' });
    await call('pictures:add', { id: 'document', bytes });
    const readBack = () => unpackNigaoFile(readFileSync(path), identifyPicture);
    expect(await call('document:save-elsewhere', { document })).toEqual({ ok: true, value: { path, missing: 0 } });
    expect(readBack()).toMatchObject({ document, pictures: new Map([[picture.sha256, bytes]]) });
    close();
    expect(await call('document:save-elsewhere', { document })).toEqual({ ok: true, value: { path, missing: 1 } });
    expect(readBack()).toMatchObject({ document, pictures: new Map() });
    expect(told.filter(([what]) => what === 'asked').map(([, name]) => name)).toEqual([
      '库中的名称.nigao',
      '云川市关于发展社区食堂的实施意见.nigao',
    ]);
  });
});
