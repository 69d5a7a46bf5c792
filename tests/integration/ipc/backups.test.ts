import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { migrations } from '../../../electron/storage/migrate';
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
      value: { restored: true, aside: null },
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

describe('a library that cannot be opened', () => {
  /** A home folder with one document and one backup, whose library was then changed past opening. */
  const unopened = async (change: string) => {
    const first = await openDoor();
    const home = first.services.dataFolders.folder();
    first.services.documents().create(sampleDocument('document-1'));
    await first.call('backups:make', { elsewhere: false });
    first.close();
    const db = new Database(join(home, 'nigao.db'));
    db.exec(change);
    db.close();
    return { home, before: readFileSync(join(home, 'nigao.db')) };
  };
  const fromTheFuture = () => unopened('PRAGMA user_version = 9990; CREATE TABLE of_the_future (id)');

  it('is restored from one of the backups, and kept aside byte by byte', async () => {
    const { home, before } = await fromTheFuture();
    const door = await openDoor({ home });
    expect(door.start.problem).toContain('请安装新版本');
    const [backup] = await door.services.backups.list();
    const restored = await door.call('backups:restore', { name: backup!.name });
    if (!restored.ok) throw new Error(restored.error.message);
    const { aside } = restored.value;
    expect(readFileSync(join(aside!, 'nigao.db')).equals(before)).toBe(true);
    expect(door.services.documents().row('document-1')).not.toBeNull();
    expect(door.told).toContainEqual(['library-replaced to all', {}]);
    door.close();
    const again = await openDoor({ home });
    expect([again.start.problem, again.start.notice]).toEqual([null, null]);
    expect(readdirSync(home).filter((name) => name.startsWith('nigao.db'))).toEqual(
      expect.not.arrayContaining(['nigao.db.restoring', 'nigao.db-recovering']),
    );
  });

  it('is restored from a file elsewhere too, as a library of its own', async () => {
    const { home } = await fromTheFuture();
    const stick = temporaryFolder();
    const other = await openDoor({ folder: stick });
    other.services.documents().create(sampleDocument('document-2'));
    await other.call('backups:make', { elsewhere: true });
    const [file] = readdirSync(stick);
    const door = await openDoor({ home, open: [join(stick, file!)], folder: stick });
    expect(await door.call('backups:restore', { name: null })).toMatchObject({ value: { restored: true } });
    expect(door.services.documents().row('document-2')).not.toBeNull();
    // The names of its backups are not those of the library it was copied from.
    await door.call('backups:make', { elsewhere: true });
    const ids = readdirSync(stick).map((name) => /-([0-9a-f]{8})-/.exec(name)?.[1]);
    expect(new Set(ids).size).toBe(2);
  });

  it('for a reason that nobody foresaw is restored and kept aside as well', async () => {
    const { home } = await unopened('DROP TABLE pictures');
    const door = await openDoor({ home });
    expect(door.start.problem).toMatch(/程序内部出错（编号 .*）。.*从备份恢复/);
    const [backup] = await door.services.backups.list();
    expect(await door.call('backups:restore', { name: backup!.name })).toMatchObject({ ok: true });
    expect(door.services.documents().row('document-1')).not.toBeNull();
    expect(readdirSync(join(home, 'damaged'))).toHaveLength(1);
  });

  it('stays as it is when what was chosen is no backup, and the person can choose again', async () => {
    const { home, before } = await fromTheFuture();
    const wrong = join(temporaryFolder(), 'wrong.db');
    writeFileSync(wrong, '不是文库'.repeat(400));
    const door = await openDoor({ home, open: [wrong] });
    expect(await door.call('backups:restore', { name: null })).toMatchObject({
      error: { message: expect.stringContaining('请换一个备份') },
    });
    expect(readFileSync(join(home, 'nigao.db')).equals(before)).toBe(true);
    expect(existsSync(join(home, 'damaged'))).toBe(false);
    const [backup] = await door.services.backups.list();
    expect(await door.call('backups:restore', { name: backup!.name })).toMatchObject({ ok: true });
  });
});

describe('a restore', () => {
  it('refuses a file with tables of our names that are not ours, and the library opens ever after', async () => {
    const latest = Math.max(...migrations.map(({ version }) => version));
    for (const version of [10, latest]) {
      const path = join(temporaryFolder(), 'foreign.db');
      const db = new Database(path);
      db.exec(`CREATE TABLE documents (id, words); PRAGMA user_version = ${version}`);
      db.close();
      const door = await openDoor({ open: [path] });
      const home = door.services.dataFolders.folder();
      door.services.documents().create(sampleDocument('document-1'));
      expect(await door.call('backups:restore', { name: null })).toMatchObject({
        error: { message: expect.stringContaining('不是拟稿的文库备份') },
      });
      door.close();
      const again = await openDoor({ home });
      expect(again.start.problem).toBeNull();
      expect(again.services.documents().row('document-1')).not.toBeNull();
    }
  });

  it('leaves the library alone when a document is opened while the backup before it is written', async () => {
    const answers: { elsewhere?: string } = {};
    const door = await openDoor(answers);
    door.services.documents().create(sampleDocument('document-1'));
    await door.call('backups:make', { elsewhere: false });
    const [backup] = await door.services.backups.list();
    door.services.documents().create(sampleDocument('document-2'));
    const folder = join(door.services.dataFolders.folder(), 'backups');
    const restoring = door.call('backups:restore', { name: backup!.name });
    await expect.poll(() => readdirSync(folder).length, { interval: 1 }).toBeGreaterThan(1);
    answers.elsewhere = 'document-2';
    expect(await restoring).toMatchObject({ error: { code: 'conflict' } });
    expect(door.services.documents().row('document-2')).not.toBeNull();
  });

  it('refuses a second one while it goes on, with a sentence', async () => {
    const door = await openDoor();
    door.services.documents().create(sampleDocument('document-1'));
    await door.call('backups:make', { elsewhere: false });
    const [backup] = await door.services.backups.list();
    const both = await Promise.all([
      door.call('backups:restore', { name: backup!.name }),
      door.call('backups:restore', { name: backup!.name }),
    ]);
    for (const one of both) if (!one.ok) expect(one.error.message).toMatch(/正在恢复备份/);
    expect(both.some(({ ok }) => ok)).toBe(true);
    expect(door.services.documents().row('document-1')).not.toBeNull();
  });
});
