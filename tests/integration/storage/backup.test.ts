import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { listBackups } from '../../../electron/storage/backups/backup';
import { damageMark } from '../../../electron/storage/open-database';
import { type Library, openLibrary } from '../../../electron/storage/open-library';
import { sampleDocument } from './sample-document';
import { temporaryFolder, temporaryLibrary } from './temporary-folder';

const day = 24 * 60 * 60 * 1000;
const noon = Date.parse('2026-03-05T12:00:00Z');

const libraryAt = async (clock: Readonly<{ now: number }>, places = temporaryLibrary()): Promise<Library> => {
  const library = await openLibrary(places, () => clock.now);
  onTestFinished(library.close);
  if (library.documents.list().length === 0) library.documents.create(sampleDocument('document'));
  return library;
};

describe('a backup made by a clock that is wrong', () => {
  it('stays, though all others are of later times and every place is taken', async () => {
    const places = temporaryLibrary();
    const clock = { now: noon };
    const library = await libraryAt(clock, places);
    for (let month = 0; month < 20; month += 1) {
      clock.now = noon + month * 30 * day;
      await library.backUp();
    }
    const before = await listBackups(places.backups);
    clock.now = Date.parse('2000-01-01T08:00:00Z');
    const made = await library.backUp();
    expect(readdirSync(places.backups)).toContain(made.path.slice(places.backups.length + 1));
    expect(await listBackups(places.backups)).toHaveLength(before.length + 1);
  });

  it('dated into the future, neither stops the daily ones nor asks for one at every look', async () => {
    const places = temporaryLibrary();
    const clock = { now: noon + 3000 * day };
    const library = await libraryAt(clock, places);
    expect(await library.backUpDaily()).toBe(true);
    clock.now = noon;
    expect(await library.backUpDaily()).toBe(true);
    expect(await library.backUpDaily()).toBe(false);
    clock.now += 2 * day;
    expect(await library.backUpDaily()).toBe(true);
    expect(await library.backUpDaily()).toBe(false);
  });
});

describe('a backup that was cut off', () => {
  it('leaves nothing that stays: the next day’s removes it, and no other', async () => {
    const places = temporaryLibrary();
    const library = await libraryAt({ now: noon }, places);
    await library.backUp();
    const stale = ['nigao-20260303T120000.000Z.db.unfinished', 'nigao-20260303T120000.000Z.db.unfinished-journal'];
    const others = ['nigao-20260305T115900.000Z.db.unfinished', '说明.txt.unfinished'];
    for (const name of [...stale, ...others]) writeFileSync(join(places.backups, name), '');
    await library.backUp();
    const names = readdirSync(places.backups);
    expect(names).toEqual(expect.arrayContaining(others));
    for (const name of stale) expect(names).not.toContain(name);
  });
});

describe('a folder into which two machines back up', () => {
  it('gets a backup of each every day, and neither removes what is the other’s or was there before', async () => {
    const shared = temporaryFolder();
    const clock = { now: noon };
    const [one, other] = [await libraryAt(clock), await libraryAt(clock)];
    // As earlier versions named them.
    const old = 'nigao-20250105T120000.000Z.db';
    writeFileSync(join(shared, old), readFileSync((await one.backUp()).path));
    expect(await one.backUpDaily(shared)).toBe(true);
    expect(await other.backUpDaily(shared)).toBe(true);
    expect(await other.backUpDaily(shared)).toBe(false);
    const ofOther = await listBackups(shared, other.id);
    expect(ofOther).toHaveLength(1);
    for (let at = 1; at < 60; at += 1) {
      clock.now = noon + at * day;
      await one.backUpDaily(shared);
    }
    expect((await listBackups(shared, one.id)).length).toBeLessThan(20);
    expect(await listBackups(shared, other.id)).toEqual(ofOther);
    expect(readdirSync(shared)).toContain(old);
    expect((await listBackups(shared)).length).toBe((await listBackups(shared, one.id)).length + 2);
  });

  it('names them by library and time, the same library at every start', async () => {
    const shared = temporaryFolder();
    const places = temporaryLibrary();
    const first = await libraryAt({ now: noon }, places);
    const { path } = await first.backUp(shared);
    expect(path).toMatch(/nigao-.+-[0-9a-f]{8}-20260305T120000\.000Z\.db$/);
    expect(path).toContain(first.id);
    first.close();
    expect((await libraryAt({ now: noon }, places)).id).toBe(first.id);
  });
});

describe('damage that a backup comes upon', () => {
  /** Overwrites pages under an open library, and has it forget what it has read of the file. */
  const damagePages = (path: string, first: number, count: number): void => {
    const bytes = readFileSync(path);
    bytes.fill(0x5a, 4096 * first, 4096 * (first + count));
    writeFileSync(path, bytes);
    const db = new Database(path);
    db.exec('CREATE TABLE written_by_another (id)');
    db.close();
  };

  it('is thrown, leaves no backup, and is looked for at the next start', async () => {
    const places = temporaryLibrary();
    const library = await libraryAt({ now: noon }, places);
    library.documents.create(sampleDocument('long-document', Array(600).fill('完善社区服务网络，方便居民办事。')));
    library.close();
    const again = await libraryAt({ now: noon }, places);
    damagePages(places.database, 30, 8);
    await expect(again.backUpDaily()).rejects.toMatchObject({ code: expect.stringContaining('SQLITE_CORRUPT') });
    await expect(again.backUp()).rejects.toThrow('文库文件已损坏');
    expect(readdirSync(places.backups)).toEqual([]);
    expect(existsSync(damageMark(places.database))).toBe(true);
  });

  it('in what the bureau has set up is looked for at the next start too', async () => {
    const places = temporaryLibrary();
    const library = await libraryAt({ now: noon }, places);
    library.bureau.saveUnits(library.bureau.units());
    library.close();
    const again = await libraryAt({ now: noon }, places);
    const db = new Database(places.database);
    const page = Number(db.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'settings'").pluck().get());
    db.close();
    damagePages(places.database, page - 1, 1);
    expect(() => again.bureau.units()).toThrow('文库文件已损坏');
    expect(existsSync(damageMark(places.database))).toBe(true);
  });
});
