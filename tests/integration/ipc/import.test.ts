import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../../electron/storage/open-database';
import { packNigaoFile } from '../../../shared/file/nigao-file';
import { sampleDocument } from '../storage/sample-document';
import { openDoor } from './door';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nigao-import-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const title = '云川市关于发展社区食堂的实施意见';

describe('reading files into the library', () => {
  it('takes what a file has of an unchanged document and the library has not: versions and their names, each once', async () => {
    const path = join(folder, '再送.nigao');
    const door = await openDoor({ save: path });
    door.services.documents().create(sampleDocument('document'));
    door.services.versions().keep('document', 'opened');
    await door.call('document:save-as', { id: 'document' });
    const other = await openDoor({ open: [path] });
    await other.call('files:open', {});
    const names = async () => {
      const listed = await other.call('versions:list', { id: 'document' });
      return listed.ok && listed.value.map(({ name, reason }) => name ?? reason);
    };
    expect(await names()).toEqual(['imported', 'opened']);

    await door.call('versions:keep', { id: 'document', name: '征求意见稿' });
    await door.call('versions:keep', { id: 'document', name: '送审稿' });
    await door.call('document:save-as', { id: 'document' });
    for (let time = 0; time < 2; time += 1) {
      expect(await other.call('files:open', {})).toMatchObject({ value: { imported: [{ id: 'document' }] } });
      expect(other.services.documents().list()).toHaveLength(1);
      expect([...((await names()) || [])].sort()).toEqual(['imported', '征求意见稿', '送审稿'].sort());
    }
    other.services.versions().keep('document', 'exported');
    expect(await names()).toHaveLength(3);
  });

  it('takes a file as a whole or not at all', async () => {
    const path = join(folder, '断电.nigao');
    const door = await openDoor({ save: path });
    door.services.documents().create(sampleDocument('document'));
    await door.call('versions:keep', { id: 'document', name: '送审稿' });
    await door.call('document:save-as', { id: 'document' });

    const other = await openDoor({ open: [path] });
    const { versions } = other.services;
    const failing = () => ({
      ...versions(),
      take: () => {
        throw new Error('the power is cut');
      },
    });
    Object.assign(other.services, { versions: failing });
    expect(await other.call('files:open', {})).toMatchObject({
      value: { imported: [], failed: [{ file: '断电.nigao' }] },
    });
    expect(other.services.documents().list()).toEqual([]);
    Object.assign(other.services, { versions });
    await other.call('files:open', {});
    expect(
      versions()
        .list('document')
        .map(({ name }) => name),
    ).toEqual([null, '送审稿']);
  });

  it('leaves a version that can no longer be read out of the file, and says so', async () => {
    const path = join(folder, '坏版本.nigao');
    const door = await openDoor({ save: path });
    door.services.documents().create(sampleDocument('document'));
    for (const name of ['征求意见稿', '送审稿']) await door.call('versions:keep', { id: 'document', name });
    const { versions } = door.services;
    const [, oldest] = versions().list('document');
    const db = openDatabase({ path: join(door.services.dataFolders.folder(), 'nigao.db') });
    db.prepare('UPDATE versions SET content = ? WHERE version = ?').run(Buffer.from('not deflated'), oldest!.version);
    db.close();
    expect(await door.call('document:save-as', { id: 'document' })).toEqual({
      ok: true,
      value: { path, versions: 1, left: 0, damaged: { versions: 1, pictures: 0 } },
    });
    const other = await openDoor({ open: [path] });
    expect(await other.call('files:open', {})).toMatchObject({ value: { imported: [{ id: 'document' }] } });
  });

  it('brings back from a file what can no longer be read here', async () => {
    const path = join(folder, '找回.nigao');
    const door = await openDoor({ save: path, open: [path] });
    door.services.documents().create(sampleDocument('document'));
    await door.call('document:save-as', { id: 'document' });
    const other = await openDoor({ open: [path] });
    other.services.documents().create({ ...sampleDocument('document'), schemaVersion: 99 as 1 });
    expect(await other.call('files:open', {})).toMatchObject({ value: { imported: [{ title }], failed: [] } });
    expect(other.services.documents().list()).toHaveLength(2);
  });

  it('leaves out folders below that cannot be read, says which, and reads the rest; of large files too each once', async () => {
    const root = join(folder, '优盘');
    const below = join(root, '2025');
    mkdirSync(below, { recursive: true });
    mkdirSync(join(root, 'System Volume Information'));
    mkdirSync(join(root, '.Trash-1000'));
    writeFileSync(join(root, '.Trash-1000', 'd.txt'), 'deleted-one');
    writeFileSync(join(below, 'a.txt'), 'in-a-folder');
    const own = unzipSync(packNigaoFile(sampleDocument('large-one')));
    writeFileSync(
      join(root, 'b.nigao'),
      zipSync({ ...own, 'scans.bin': [new Uint8Array(21 * 1024 * 1024), { level: 0 }] }),
    );
    // Nobody can read a folder whose path is longer than the system allows, not even the superuser.
    const names = Array<string>(9).fill('x'.repeat(250));
    for (const start of [root, join(folder, 'moved')]) mkdirSync(join(start, ...names), { recursive: true });
    renameSync(join(folder, 'moved'), join(root, ...names, 'moved'));
    onTestFinished(() => void execFileSync('rm', ['-rf', root]));
    const door = await openDoor({ folder: root });
    const read = await door.call('files:open-folder', {});
    if (!read.ok || !read.value) throw new Error('not read');
    expect(read.value.imported.map(({ id }) => id).sort()).toEqual(['in-a-folder', 'large-one']);
    expect(read.value).toMatchObject({ failed: [], known: [], cancelled: false });
    expect(read.value.unread).toHaveLength(1);
    expect(read.value.unread[0]).toMatch(/^x{250}/);
    expect(await door.call('files:open-folder', {})).toMatchObject({
      value: { imported: [], known: [{ file: join('2025', 'a.txt') }, { id: 'large-one', file: 'b.nigao' }] },
    });

    const gone = await openDoor({ folder: join(root, 'gone') });
    expect(await gone.call('files:open-folder', {})).toMatchObject({
      error: { code: 'file', message: '这个文件夹读不出来。请确认它还在，并且有权打开。' },
    });
  });
});
