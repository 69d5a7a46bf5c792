import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
});
