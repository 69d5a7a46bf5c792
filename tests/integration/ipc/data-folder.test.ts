import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { homePaths, libraryPaths } from '../../../electron/files/paths';
import { openDataPlace } from '../../../electron/place/data-place';
import { unfinishedMark } from '../../../electron/place/library-files';
import { openLibrary } from '../../../electron/storage/open-library';
import { writeJournal } from '../../../electron/storage/recovery/recovery-journal';
import { onMounted } from '../../helpers/mounted-folder';
import { sampleDocument } from '../storage/sample-document';
import { temporaryFolder } from '../storage/temporary-folder';
import { type Door, openDoor } from './door';

/** A library with one document and one backup; `answer` is the folder that the person chooses. */
const withDocument = async (): Promise<Readonly<{ door: Door; home: string; answer: { folder?: string } }>> => {
  const answer: { folder?: string } = {};
  const door = await openDoor(answer);
  door.services.documents().create(sampleDocument('document-1'));
  await door.call('backups:make', { elsewhere: false });
  return { door, home: door.services.dataFolders.folder(), answer };
};
const answerOf = async <Value>(answer: Promise<{ ok: true; value: Value } | { ok: false; error: Error | object }>) => {
  const result = await answer;
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const stateOf = (door: Door) => answerOf(door.call('data-folder:state', {}));
const choose = (door: Door) => door.call('data-folder:choose', { usual: false });
const move = (door: Door) => door.call('data-folder:move', {});
const refusal = (words: string) => ({ ok: false, error: { message: expect.stringContaining(words) } });

describe('moving the data folder', () => {
  it('copies library and backups, goes on there at once and at the next start, and keeps the old one', async () => {
    const { door, home, answer } = await withDocument();
    answer.folder = temporaryFolder();
    mkdirSync(join(home, 'damaged', '20260101T000000.000Z'), { recursive: true });
    writeFileSync(join(home, 'damaged', '20260101T000000.000Z', 'nigao.db'), 'readable pieces');
    expect(await choose(door)).toMatchObject({
      value: { folder: answer.folder, holds: 'nothing', drive: 'fixed', bytes: expect.any(Number) },
    });
    expect(await move(door)).toEqual({ ok: true, value: {} });
    expect(await stateOf(door)).toEqual({
      folder: answer.folder,
      isMoved: true,
      before: { folder: home, isCopy: true },
    });
    expect(readdirSync(answer.folder).sort()).toEqual(expect.arrayContaining(['backups', 'damaged', 'nigao.db']));
    expect(existsSync(join(answer.folder, unfinishedMark))).toBe(false);
    expect(readFileSync(join(answer.folder, 'damaged', '20260101T000000.000Z', 'nigao.db'), 'utf8')).toBe(
      'readable pieces',
    );
    expect(readFileSync(join(home, '文库已移走.txt'), 'utf8')).toContain(answer.folder);

    // Written only where the library is now.
    door.services.documents().create(sampleDocument('document-2'));
    const ids = (folder: string) => {
      const db = new Database(join(folder, 'nigao.db'), { readonly: true });
      const found = db.prepare('SELECT id FROM documents ORDER BY id').pluck().all();
      db.close();
      return found;
    };
    expect([ids(home), ids(answer.folder)]).toEqual([['document-1'], ['document-1', 'document-2']]);
    expect(await answerOf(door.call('backups:list', {}))).toHaveLength(1);
    const nextStart = openDataPlace(homePaths(home));
    await nextStart.check();
    expect(nextStart.paths().dataFolder).toBe(answer.folder);
    expect(door.told.filter(([what]) => what === 'move-progress').length).toBeGreaterThan(1);
  });

  it('puts the library into a folder of its own where other files lie, and never among them', async () => {
    const { door, answer } = await withDocument();
    answer.folder = temporaryFolder();
    writeFileSync(join(answer.folder, '照片.jpg'), '');
    expect(await choose(door)).toMatchObject({ value: { folder: join(answer.folder, '拟稿数据'), holds: 'nothing' } });
    await move(door);
    expect(readdirSync(answer.folder).sort()).toEqual(['拟稿数据', '照片.jpg']);
    const other = await withDocument();
    other.answer.folder = temporaryFolder();
    mkdirSync(join(other.answer.folder, '拟稿数据'));
    writeFileSync(join(other.answer.folder, '拟稿数据', '照片.jpg'), '');
    expect(await choose(other.door)).toMatchObject(refusal('里有别的文件'));
  });

  it('deletes what moving left behind only when asked, and only that', async () => {
    const { door, home, answer } = await withDocument();
    writeFileSync(join(home, 'settings.json'), '{}');
    answer.folder = temporaryFolder();
    await choose(door);
    await move(door);
    expect(await door.call('data-folder:choose', { usual: true })).toMatchObject(refusal('还留着一份文库'));
    expect(await door.call('data-folder:remove-copy', {})).toEqual({ ok: true, value: {} });
    expect(readdirSync(home).sort()).toEqual(['data-folder.json', 'logs', 'settings.json']);
    expect(await stateOf(door)).toMatchObject({ folder: answer.folder, before: null });
    expect(await door.call('data-folder:remove-copy', {})).toMatchObject(refusal('没有可以删除的旧文库'));

    // And home again.
    expect(await door.call('data-folder:choose', { usual: true })).toMatchObject({ value: { folder: home } });
    await move(door);
    expect(await stateOf(door)).toMatchObject({ folder: home, isMoved: false });
    expect(door.services.documents().row('document-1')).not.toBeNull();
  });

  it('is refused while a document is open, within the app or the library, and where it already is', async () => {
    const { door, home, answer } = await withDocument();
    for (const [folder, words] of [
      [home, '已经在这个文件夹里'],
      [join(home, 'backups'), '在现在的数据文件夹里面'],
      [process.execPath, '程序所在的文件夹'],
    ] as const) {
      answer.folder = folder;
      expect(await choose(door)).toMatchObject(refusal(words));
    }
    expect(await move(door)).toMatchObject(refusal('还没有选择文件夹'));
    const busy = await openDoor({ folder: temporaryFolder(), elsewhere: 'document-1' });
    await choose(busy);
    expect(await move(busy)).toMatchObject(refusal('还有文稿正在编辑'));
    expect((await stateOf(busy)).isMoved).toBe(false);
  });

  it('that is cancelled leaves the library where it is and nothing elsewhere', async () => {
    const { door, home, answer } = await withDocument();
    answer.folder = join(temporaryFolder(), '新文件夹');
    truncateSync(join(home, 'backups', readdirSync(join(home, 'backups'))[0]!), 300 * 1024 * 1024);
    await choose(door);
    const moved = move(door);
    while (!existsSync(answer.folder)) await new Promise((resolve) => setTimeout(resolve, 1));
    await door.call('data-folder:cancel', {});
    expect(await moved).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(existsSync(answer.folder)).toBe(false);
    expect((await stateOf(door)).folder).toBe(home);
    expect(door.services.documents().row('document-1')).not.toBeNull();
  });

  it('takes the remains of a move that a power cut ended for nothing, and moves there again', async () => {
    const { door, answer } = await withDocument();
    answer.folder = temporaryFolder();
    writeFileSync(join(answer.folder, unfinishedMark), '');
    writeFileSync(join(answer.folder, 'nigao.db'), 'half a library');
    expect(await choose(door)).toMatchObject({ value: { folder: answer.folder, holds: 'nothing' } });
    expect(await move(door)).toEqual({ ok: true, value: {} });
    expect(door.services.documents().row('document-1')).not.toBeNull();
  });

  it('says what is wrong with a disk that is full, too small or read-only, and works on where it was', async (context) => {
    const { door, home, answer } = await withDocument();
    const disk = temporaryFolder();
    const skip = (why: string) => context.skip(why);
    answer.folder = join(disk, '文库');
    await onMounted(disk, 'size=8m', skip, async () => {
      expect(await choose(door)).toMatchObject(refusal('腾出空间'));
    });
    await onMounted(disk, 'ro', skip, async () => {
      expect(await choose(door)).toMatchObject(refusal('不能写入'));
    });
    await onMounted(disk, 'size=80m', skip, async () => {
      expect(await choose(door)).toMatchObject({ ok: true });
      // Somebody else fills it between the question and the answer.
      writeFileSync(join(disk, 'filler'), new Uint8Array(80 * 1024 * 1024 - 64 * 1024));
      expect(await move(door)).toMatchObject(refusal('所在的磁盘满了。文库仍在原来的位置'));
      expect(readdirSync(disk)).toEqual(['filler']);
    });
    expect((await stateOf(door)).folder).toBe(home);
    door.services.documents().create(sampleDocument('document-2'));
  });
});

describe('a library on a mapped network drive', () => {
  it('is known by the note of where it is, and opened without shared memory at every start', async () => {
    const { door, home, answer } = await withDocument();
    answer.folder = temporaryFolder();
    await choose(door);
    await move(door);
    const journal = () => {
      const db = new Database(join(answer.folder!, 'nigao.db'), { readonly: true });
      const mode: unknown = db.pragma('journal_mode', { simple: true });
      db.close();
      return mode;
    };
    expect(journal()).toBe('wal');
    const pointer = join(home, 'data-folder.json');
    writeFileSync(pointer, JSON.stringify({ ...JSON.parse(readFileSync(pointer, 'utf8')), isNetwork: true }));
    const place = openDataPlace(homePaths(home));
    expect(place.paths().isNetwork).toBe(true);
    door.close();
    (await openLibrary(place.paths())).close();
    expect(journal()).toBe('delete');
  });
});

describe('a library that lies elsewhere', () => {
  const moved = async () => {
    const { door, home, answer } = await withDocument();
    answer.folder = temporaryFolder();
    await choose(door);
    await move(door);
    return { door, home, folder: answer.folder };
  };
  /** The same home folder after a start, while what the pointer says cannot be opened. */
  const startOn = async (home: string, folder?: string) => openDoor({ home, ...(folder && { folder }) });

  it('that is gone is never begun anew by itself; the one from before, or another folder, is a way on', async () => {
    const { home, folder } = await moved();
    const parked = `${folder}-elsewhere`;
    renameSync(folder, parked);
    const door = await startOn(home, parked);
    expect(await door.call('library:list', { from: 0, most: 10 })).toMatchObject(
      refusal(`没有找到数据文件夹“${folder}”`),
    );
    expect(existsSync(folder)).toBe(false);
    mkdirSync(folder);
    await door.services.tryLibrary();
    expect(await door.call('library:list', { from: 0, most: 10 })).toMatchObject(refusal('里没有文库'));
    expect(readdirSync(folder)).toEqual([]);
    expect(await stateOf(door)).toMatchObject({ isMoved: true, before: { folder: home } });

    expect(await door.call('data-folder:go-back', {})).toEqual({ ok: true, value: {} });
    expect(await stateOf(door)).toMatchObject({ folder: home, isMoved: false });
    expect(await choose(door)).toMatchObject({ value: { folder: parked, holds: 'library' } });
    expect(await door.call('data-folder:use', {})).toEqual({ ok: true, value: {} });
    // Left as it was, not by moving: it is offered, never deleted.
    expect(await stateOf(door)).toMatchObject({ folder: parked, before: { folder: home, isCopy: false } });
    expect(await door.call('data-folder:remove-copy', {})).toMatchObject(refusal('没有可以删除'));
    expect(door.told.filter(([what]) => what === 'library-replaced to all')).toHaveLength(2);
  });

  it('whose restore a power cut has ended is found there, though it has neither its file nor a backup yet', async () => {
    const { door, home, folder } = await moved();
    door.close();
    // As the cut leaves it: moved aside, the copy ready beside it, nothing in its place.
    const places = libraryPaths(folder);
    mkdirSync(join(places.damaged, '20260305T120000.000Z'), { recursive: true });
    const [backup] = readdirSync(places.backups);
    renameSync(join(places.backups, backup!), `${places.database}.restoring`);
    renameSync(places.database, join(places.damaged, '20260305T120000.000Z', 'nigao.db'));
    await writeJournal(places, { work: 'restore', step: 'put', folder: '20260305T120000.000Z', backup: null });
    const again = await startOn(home);
    expect(again.start).toMatchObject({ problem: null, notice: expect.stringContaining('恢复已经做完') });
    expect(again.services.documents().row('document-1')).not.toBeNull();
  });

  it('under a pointer that is damaged is not opened by guess', async () => {
    const { home, folder } = await moved();
    const pointer = join(home, 'data-folder.json');
    writeFileSync(pointer, readFileSync(pointer).subarray(0, statSync(pointer).size / 2));
    const door = await startOn(home, folder);
    expect(await door.call('library:list', { from: 0, most: 10 })).toMatchObject(refusal('已损坏，不知道文库在哪里'));
    await choose(door);
    expect(await door.call('data-folder:use', {})).toEqual({ ok: true, value: {} });
    expect(await stateOf(door)).toEqual({ folder, isMoved: true, before: null });
  });

  it('may be begun anew in an empty folder, when the person says so', async () => {
    const { home, folder } = await moved();
    rmSync(folder, { recursive: true });
    const empty = temporaryFolder();
    const door = await startOn(home, empty);
    expect(await choose(door)).toMatchObject({ value: { folder: empty, holds: 'nothing' } });
    expect(await door.call('data-folder:use', {})).toEqual({ ok: true, value: {} });
    expect(await door.call('library:list', { from: 0, most: 10 })).toEqual({ ok: true, value: [] });
  });

  it('of a later version, or damaged beyond use, is not taken; the present one goes on', async () => {
    const { door, answer } = await withDocument();
    answer.folder = temporaryFolder();
    const db = new Database(join(answer.folder, 'nigao.db'));
    db.exec('CREATE TABLE documents (id)');
    db.pragma('user_version = 9990');
    db.close();
    expect(await choose(door)).toMatchObject({ value: { holds: 'library' } });
    expect(await door.call('data-folder:use', {})).toMatchObject(refusal('请安装新版本'));
    expect((await stateOf(door)).isMoved).toBe(false);
    expect(door.services.documents().row('document-1')).not.toBeNull();
  });
});
