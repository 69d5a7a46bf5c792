import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, it } from 'vitest';
import { listBackups } from '../../../electron/storage/backups/backup';
import { migrate, migrations } from '../../../electron/storage/migrate';
import { openDatabase } from '../../../electron/storage/open-database';
import { type Library, openLibrary } from '../../../electron/storage/open-library';
import { blockText } from '../../../shared/document/plain-text';
import { damagePages, pagesOf } from '../../helpers/damage-pages';
import { buildChild } from './build-child';
import { paragraph, sampleDocument } from './sample-document';
import { temporaryFolder, temporaryLibrary } from './temporary-folder';

type Places = ReturnType<typeof temporaryLibrary>;
const id = 'document-1';
const later = '备份之后写的一句。';

const textOf = ({ documents }: Library): string =>
  documents
    .open(id)
    .document.parts.flatMap(({ children }) => children.map(blockText))
    .join('\n');
const saveLater = (library: Library): void => {
  library.documents.save(id, library.documents.open(id).revision, { blocks: [paragraph('block-000', later)] });
};
const textInBackup = (path: string): string => {
  const db = new Database(path, { readonly: true });
  try {
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    return db.prepare<[], string>('SELECT json FROM blocks').pluck().all().join('\n');
  } finally {
    db.close();
  }
};
/** A library with one backup, and a sentence that came after it. */
const prepared = async (): Promise<Places> => {
  const places = temporaryLibrary();
  const library = await openLibrary(places);
  library.documents.create(sampleDocument(id, ['备份时的句子。', '另一段。']));
  await library.backUp();
  saveLater(library);
  library.close();
  return places;
};

let child = '';
beforeAll(async () => {
  child = await buildChild(new URL('./power-cut-child.ts', import.meta.url));
});

/**
 * Does the work once for each of its steps on the disk, cut off before that step, each time on a fresh copy of the
 * library; until it comes through.
 * @returns how often it was cut off
 */
const cutEverywhere = async (
  from: Places,
  work: 'open' | 'back-up' | 'restore',
  check: (places: Places) => Promise<void>,
  file?: string,
): Promise<number> => {
  for (let step = 1; ; step += 1) {
    const places = temporaryLibrary(temporaryFolder());
    cpSync(from.dataFolder, places.dataFolder, { recursive: true });
    const ended = spawnSync(process.execPath, [child, places.dataFolder, work, String(step), ...(file ? [file] : [])]);
    if (ended.signal !== 'SIGKILL') expect([ended.stderr.toString(), ended.status]).toEqual(['', 0]);
    await check(places);
    // Nothing half done stays behind.
    expect(readdirSync(places.dataFolder).filter((name) => /recovering|restoring|rescue/.test(name))).toEqual([]);
    if (ended.signal !== 'SIGKILL') return step - 1;
  }
};
const opened = async <Value>(places: Places, look: (library: Library) => Value): Promise<Value> => {
  const library = await openLibrary(places);
  try {
    return look(library);
  } finally {
    library.close();
  }
};

describe('a power cut at any step', () => {
  it('of a backup leaves the library and sound backups', async () => {
    const cuts = await cutEverywhere(await prepared(), 'back-up', async (places) => {
      expect(await opened(places, textOf)).toContain(later);
      for (const { path } of await listBackups(places.backups)) expect(textInBackup(path)).toContain('另一段。');
    });
    expect(cuts).toBeGreaterThan(3);
  });

  it('of a migration leaves the old library or the new one, and the backup before it once that was written', async () => {
    const places = temporaryLibrary();
    const db = openDatabase({ path: places.database });
    migrate(
      db,
      migrations.filter(({ version }) => version <= 10),
    );
    db.exec(`
      INSERT INTO documents (id, head, meta, parts, revision, created_at, updated_at) VALUES ('${id}',
        '{"schemaVersion":1,"setAside":[]}', '{"genre":"other"}',
        '[{"id":"main-part","kind":"main","numbering":{},"blockIds":["block-000"]}]', 1, 5, 5);
      INSERT INTO blocks VALUES ('${id}', 'block-000', '${JSON.stringify(paragraph('block-000', later))}');
    `);
    db.close();
    const cuts = await cutEverywhere(places, 'open', async (places) => {
      expect(await opened(places, ({ notice }) => notice)).toBeNull();
      expect(await opened(places, textOf)).toContain(later);
      const backups = await listBackups(places.backups);
      expect(backups.length).toBeGreaterThan(0);
      for (const { path } of backups) expect(textInBackup(path)).toContain(later);
    });
    expect(cuts).toBeGreaterThan(3);
  });

  it('of a restore leaves what was there, in the library or in a backup of it', async () => {
    const places = await prepared();
    const [backup] = await listBackups(places.backups);
    const check = async (places: Places): Promise<void> => {
      const text = await opened(places, textOf);
      expect(text).toContain('另一段。');
      if (text.includes(later)) return;
      const [newest] = await listBackups(places.backups);
      expect(textInBackup(newest!.path)).toContain(later);
    };
    expect(await cutEverywhere(places, 'restore', check, backup!.path)).toBeGreaterThan(10);
  });

  it('of a restore in the place of a library that does not open leaves it, or the backup and it aside', async () => {
    const places = await prepared();
    const db = new Database(places.database);
    db.pragma('user_version = 9990');
    db.close();
    const future = readFileSync(places.database);
    const [backup] = await listBackups(places.backups);
    let restored = 0;
    const check = async (places: Places): Promise<void> => {
      const text = await opened(places, textOf).catch((error: unknown) => String(error));
      if (text.includes('请安装新版本')) {
        expect(readFileSync(places.database).equals(future)).toBe(true);
        return;
      }
      expect(text).toContain('备份时的句子。');
      const [folder] = readdirSync(places.damaged);
      expect(readFileSync(join(places.damaged, folder!, 'nigao.db')).equals(future)).toBe(true);
      restored += 1;
    };
    expect(await cutEverywhere(places, 'restore', check, backup!.path)).toBeGreaterThan(10);
    expect(restored).toBeGreaterThan(3);
  });

  it('of a recovery lets the next start go on: the text after the backup is found, the damaged file kept', async () => {
    const places = await prepared();
    damagePages(
      places.database,
      pagesOf(places.database, 'documents_by_time').map(({ number }) => number),
    );
    let told = 0;
    const check = async (places: Places): Promise<void> => {
      const notice = await opened(places, (library) => library.notice);
      if (notice !== null) {
        expect(notice).toMatch(/文库文件已损坏，已恢复 .* 的备份。从损坏的文件中找回了 1 份文稿此后的内容。/);
        told += 1;
      }
      expect(await opened(places, textOf)).toContain(later);
      expect(readdirSync(places.damaged)).toHaveLength(1);
    };
    const cuts = await cutEverywhere(places, 'open', check);
    expect(cuts).toBeGreaterThan(15);
    // Only the cut behind the last step, and the run that came through, have nothing left to tell.
    expect(told).toBeGreaterThan(cuts - 3);
  });
});
