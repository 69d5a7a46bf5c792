import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { sampleDocument } from '../storage/sample-document';
import { temporaryFolder } from '../storage/temporary-folder';
import { openDoor } from './door';

describe('backups by hand', () => {
  it('are made, listed and restored, and what the library was is kept beside them', async () => {
    const door = await openDoor();
    door.services.documents().create(sampleDocument('document-1'));
    await door.call('backups:make', { elsewhere: false });
    const listed = await door.call('backups:list', {});
    if (!listed.ok) throw new Error(listed.error.message);
    expect(listed.value).toHaveLength(1);
    door.services.documents().create(sampleDocument('document-2'));

    expect(await door.call('backups:restore', { name: listed.value[0]!.name })).toEqual({
      ok: true,
      value: { restored: true },
    });
    expect(door.services.documents().row('document-2')).toBeNull();
    expect(door.services.documents().row('document-1')).not.toBeNull();
    const [newest] = await door.services.backups.list();
    await door.call('backups:restore', { name: newest!.name });
    expect(door.services.documents().row('document-2')).not.toBeNull();
  });

  it('go onto another disk and come back from there', async () => {
    const stick = temporaryFolder();
    const door = await openDoor({ folder: stick });
    door.services.documents().create(sampleDocument('document-1'));
    const made = await door.call('backups:make', { elsewhere: true });
    const [file] = readdirSync(stick);
    expect(made).toEqual({ ok: true, value: { path: join(stick, file!) } });
    const other = await openDoor({ open: [join(stick, file!)] });
    expect(await other.call('backups:restore', { name: null })).toMatchObject({ value: { restored: true } });
    expect(other.services.documents().row('document-1')).not.toBeNull();
  });

  it('are not restored while a document is open, and no foreign or later file ever', async () => {
    const folder = temporaryFolder();
    const files = {
      text: join(folder, 'text.db'),
      foreign: join(folder, 'foreign.db'),
      later: join(folder, 'later.db'),
    };
    writeFileSync(files.text, '不是文库'.repeat(400));
    for (const [path, version] of [
      [files.foreign, 0],
      [files.later, 9990],
    ] as const) {
      const db = new Database(path);
      db.exec(`CREATE TABLE ${version === 0 ? 'people' : 'documents'} (id)`);
      db.pragma(`user_version = ${version}`);
      db.close();
    }
    for (const [path, words] of [
      [files.text, '不是拟稿的文库备份'],
      [files.foreign, '不是拟稿的文库备份'],
      [files.later, '更新版本'],
      [join(folder, 'gone.db'), '文库'],
    ] as const) {
      const door = await openDoor({ open: [path] });
      door.services.documents().create(sampleDocument('document-1'));
      expect(await door.call('backups:restore', { name: null })).toMatchObject({
        ok: false,
        error: { message: expect.stringContaining(words) },
      });
      expect(door.services.documents().row('document-1')).not.toBeNull();
    }
    const door = await openDoor({ elsewhere: 'document-1' });
    door.services.documents().create(sampleDocument('document-1'));
    await door.call('backups:make', { elsewhere: false });
    const [backup] = await door.services.backups.list();
    expect(await door.call('backups:restore', { name: backup!.name })).toMatchObject({
      ok: false,
      error: { code: 'conflict' },
    });
    expect(await door.call('backups:restore', { name: '../../etc/passwd' })).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
  });

  it('that cannot be written say so', async () => {
    const file = join(temporaryFolder(), 'a-file');
    writeFileSync(file, '');
    const door = await openDoor({ folder: join(file, 'below') });
    expect(await door.call('backups:make', { elsewhere: true })).toMatchObject({
      ok: false,
      error: { code: 'storage', message: expect.stringContaining('备份没有写成') },
    });
  });
});
