import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { listBackups } from '../../../electron/storage/backups/backup';
import { damageMark } from '../../../electron/storage/open-database';
import { openLibrary } from '../../../electron/storage/open-library';
import { onMounted } from '../../helpers/mounted-folder';
import { paragraph, sampleDocument } from './sample-document';
import { temporaryFolder, temporaryLibrary } from './temporary-folder';

const hour = 60 * 60 * 1000;
const noon = Date.parse('2026-03-05T12:00:00Z');
const storageError = (words: string) =>
  expect.objectContaining({ name: 'AppError', code: 'storage', message: expect.stringContaining(words) });
const firstText = (library: Awaited<ReturnType<typeof openLibrary>>, id = 'document') =>
  library.documents.open(id).document.parts[0]?.children[1];

describe('opening the library', () => {
  it('makes a new one, with what is committed on disk at once', async () => {
    const places = temporaryLibrary();
    const library = await openLibrary(places);
    expect(library.notice).toBeNull();
    expect(library.documents.list()).toEqual([]);
    const db = new Database(places.database);
    expect([db.pragma('journal_mode', { simple: true }), db.pragma('quick_check', { simple: true })]).toEqual([
      'wal',
      'ok',
    ]);
    db.close();
    library.close();
  });

  it('refuses one from a later version and leaves every byte of it', async () => {
    const places = temporaryLibrary();
    (await openLibrary(places)).close();
    const db = new Database(places.database);
    db.pragma('user_version = 9990');
    db.close();
    const before = readFileSync(places.database);
    await expect(openLibrary(places)).rejects.toThrow(storageError('请安装新版本'));
    expect(readFileSync(places.database).equals(before)).toBe(true);
    expect(existsSync(places.damaged)).toBe(false);
  });

  it('says what is wrong when the data folder cannot be made', async () => {
    const file = join(temporaryFolder(), 'a-file');
    writeFileSync(file, '');
    const places = {
      dataFolder: join(file, 'nigao'),
      database: join(file, 'nigao', 'nigao.db'),
      backups: '',
      damaged: '',
    };
    await expect(openLibrary(places)).rejects.toThrow(storageError('权限'));
  });

  it('says what is wrong when a folder stands where the database should be', async () => {
    const places = temporaryLibrary();
    mkdirSync(places.database, { recursive: true });
    await expect(openLibrary(places)).rejects.toThrow(storageError('文库'));
  });
});

describe('a damaged library', () => {
  /** Overwrites the middle of the file, as a failing disk does; the header stays. */
  const damage = (path: string): void => {
    const bytes = readFileSync(path);
    bytes.fill(0x5a, 4096, Math.min(bytes.length, 4096 * 6));
    writeFileSync(path, bytes);
  };
  const librarySavedTwice = async () => {
    const places = temporaryLibrary();
    const library = await openLibrary(places, () => noon);
    library.documents.create(sampleDocument('document', ['备份时的句子。']));
    await library.backUpDaily();
    library.documents.save('document', 1, { blocks: [paragraph('block-000', '备份之后的句子。')] });
    library.close();
    return places;
  };

  it.each([
    ['overwritten pages', damage],
    ['no database at all', (path: string) => writeFileSync(path, '这不是数据库'.repeat(400))],
    ['a cut-off file', (path: string) => writeFileSync(path, readFileSync(path).subarray(0, 5000))],
  ])('with %s is moved aside and the newest backup takes its place', async (_, destroy) => {
    const places = await librarySavedTwice();
    destroy(places.database);
    const broken = readFileSync(places.database);

    const library = await openLibrary(places);
    expect(library.notice).toContain('已恢复 2026年3月5日');
    expect(library.notice).toContain(places.damaged);
    expect(firstText(library)).toEqual(paragraph('block-000', '备份时的句子。'));
    library.close();

    const [folder] = readdirSync(places.damaged);
    expect(readFileSync(join(places.damaged, folder!, 'nigao.db')).equals(broken)).toBe(true);
    const again = await openLibrary(places);
    expect(again.notice).toBeNull();
    again.close();
  });

  it('skips a backup that is damaged itself', async () => {
    const places = await librarySavedTwice();
    const [good] = await listBackups(places.backups);
    copyFileSync(good!.path, join(places.backups, 'nigao-20260306T120000.000Z.db'));
    damage(join(places.backups, 'nigao-20260306T120000.000Z.db'));
    damage(places.database);
    const library = await openLibrary(places);
    expect(library.notice).toContain('2026年3月5日');
    expect(firstText(library)).toEqual(paragraph('block-000', '备份时的句子。'));
    library.close();
  });

  it('gives back what can be read of it, newer than the backup, and names what cannot', async () => {
    const places = temporaryLibrary();
    const library = await openLibrary(places, () => noon);
    const texts = (words: string) =>
      Array.from({ length: 40 }, (_, at) => `${words}${at}${'完善服务网络'.repeat(20)}。`);
    const ids = Array.from({ length: 12 }, (_, at) => `document-${at}`);
    for (const id of ids) library.documents.create(sampleDocument(id, texts('备份时')));
    await library.backUpDaily();
    for (const id of ids) library.documents.save(id, 1, { blocks: [paragraph('block-000', '备份之后的句子。')] });
    library.documents.create(sampleDocument('new-document', texts('新写的')));
    library.close();
    const bytes = readFileSync(places.database);
    const middle = Math.floor(bytes.length / 4096 / 2);
    bytes.fill(0x5a, middle * 4096, (middle + 3) * 4096);
    writeFileSync(places.database, bytes);

    const again = await openLibrary(places);
    const newer = ids.filter((id) => {
      const [block] = again.documents.open(id).document.parts[0]!.children.slice(1);
      return block?.type === 'paragraph' && block.children[0]?.text === '备份之后的句子。';
    });
    expect(newer.length).toBeGreaterThan(5);
    expect(newer.length).toBeLessThan(12);
    expect(again.documents.row('new-document')).not.toBeNull();
    expect(again.notice).toContain(`找回了 ${newer.length + 1} 份文稿此后的内容`);
    expect(again.notice).toContain('没有找回，停留在备份时的内容');
    // The state of the backup is kept beside what was found.
    expect(again.versions.list(newer[0]!).length).toBeGreaterThan(0);
    again.close();
  });

  it('that is gone, with only a stray side file left, comes back from the backup too', async () => {
    const places = await librarySavedTwice();
    rmSync(places.database);
    writeFileSync(`${places.database}-wal`, 'side file of another database');
    const library = await openLibrary(places);
    expect(library.notice).toContain('已恢复 2026年3月5日');
    expect(firstText(library)).toEqual(paragraph('block-000', '备份时的句子。'));
    library.close();
    rmSync(places.database);
    const again = await openLibrary(places);
    expect(again.notice).toMatch(/^没有找到文库文件，已恢复/);
    again.close();
  });

  it('without a backup gives way to an empty one, and the person is told', async () => {
    const places = temporaryLibrary();
    mkdirSync(places.dataFolder, { recursive: true });
    writeFileSync(places.database, 'x'.repeat(9000));
    const library = await openLibrary(places);
    expect(library.notice).toContain('没有可用的备份');
    expect(library.documents.list()).toEqual([]);
    library.close();
  });
});

describe('backups', () => {
  it('are made once a day, never of an empty library, and hold what was committed', async () => {
    const places = temporaryLibrary();
    let now = noon;
    const library = await openLibrary(places, () => now);
    expect(await library.backUpDaily()).toBe(false);
    library.documents.create(sampleDocument('document'));
    expect(await library.backUpDaily()).toBe(true);
    now += 23 * hour;
    expect(await library.backUpDaily()).toBe(false);
    now += 2 * hour;
    expect(await library.backUpDaily()).toBe(true);
    now -= 400 * 24 * hour;
    expect(await library.backUpDaily()).toBe(true);
    library.close();

    const backups = await listBackups(places.backups);
    expect(backups.map((backup) => backup.time)).toEqual([noon + 25 * hour, noon, noon + 25 * hour - 400 * 24 * hour]);
    expect(readdirSync(places.backups)).toHaveLength(3);
    const db = new Database(backups[0]!.path, { readonly: true });
    expect(db.prepare('SELECT count(*) FROM documents').pluck().get()).toBe(1);
    db.close();
  });

  it('are made before a migration of a library that holds something', async () => {
    const places = temporaryLibrary();
    const library = await openLibrary(places);
    library.documents.create(sampleDocument('document'));
    library.close();
    // As an earlier version would have left it: a lower number, and none of the later tables.
    const db = new Database(places.database);
    db.pragma('foreign_keys = OFF');
    db.exec('DROP TABLE search_index');
    const tables = db.prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
    );
    for (const table of tables.pluck().all()) db.exec(`DROP TABLE ${table}`);
    db.exec('CREATE TABLE kept (id); PRAGMA user_version = 5');
    db.close();
    (await openLibrary(places, () => noon)).close();
    const [backup] = await listBackups(places.backups);
    const old = new Database(backup!.path, { readonly: true });
    expect(old.pragma('user_version', { simple: true })).toBe(5);
    old.close();
    expect(statSync(places.database).size).toBeGreaterThan(0);
  });
});

describe('damage met while the library is in use', () => {
  it('is told in a sentence, and the next start looks for it however large the file is', async () => {
    const places = temporaryLibrary();
    const library = await openLibrary(places);
    library.documents.create(sampleDocument('document', Array(400).fill('完善社区服务网络，方便居民办事。')));
    library.close();
    const inUse = await openLibrary(places);
    const bytes = readFileSync(places.database);
    bytes.fill(0, 4096);
    writeFileSync(places.database, bytes);
    expect(() => inUse.documents.open('document')).toThrow(storageError('文稿'));
    expect(existsSync(damageMark(places.database))).toBe(true);
    inUse.close();
    const again = await openLibrary(places);
    expect(again.notice).toContain('已损坏');
    expect(existsSync(damageMark(places.database))).toBe(false);
    again.close();
  });
});

describe('a full disk', () => {
  it('is told in a sentence, keeps what was saved, and takes the same changes once there is room', async ({ skip }) => {
    const places = temporaryLibrary();
    await onMounted(places.dataFolder, 'size=2m', skip, async () => {
      const library = await openLibrary(places);
      library.documents.create(sampleDocument('document', ['已保存的句子。']));
      const filler = join(places.dataFolder, 'filler');
      writeFileSync(filler, new Uint8Array(1024));
      expect(() => {
        for (;;) appendFileSync(filler, new Uint8Array(4096));
      }).toThrow('ENOSPC');
      const changes = { blocks: [paragraph('block-000', '满盘时写的句子。'.repeat(6000))] };
      expect(() => library.documents.save('document', 1, changes)).toThrow(storageError('磁盘已满'));
      expect(firstText(library)).toEqual(paragraph('block-000', '已保存的句子。'));
      rmSync(filler);
      library.documents.save('document', 1, changes);
      library.close();
      const again = await openLibrary(places);
      expect([again.notice, firstText(again)]).toEqual([null, changes.blocks[0]]);
      again.close();
    });
  });

  it('and a read-only one keep the library from opening, with a sentence', async ({ skip }) => {
    const places = temporaryLibrary();
    await onMounted(places.dataFolder, 'ro', skip, async () => {
      await expect(openLibrary(places)).rejects.toThrow(storageError('只读'));
    });
  });
});
