import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { damageMark } from '../../../electron/storage/open-database';
import { openLibrary } from '../../../electron/storage/open-library';
import { journalPath } from '../../../electron/storage/recovery/recovery-journal';
import { blockText } from '../../../shared/document/plain-text';
import { damagePages, pagesOf } from '../../helpers/damage-pages';
import { onMounted } from '../../helpers/mounted-folder';
import { paragraph, sampleDocument } from './sample-document';
import { temporaryFolder, temporaryLibrary } from './temporary-folder';

type Places = ReturnType<typeof temporaryLibrary>;

const long = Array.from({ length: 200 }, (_, at) => `备份时第${at}段，${'完善社区服务网络'.repeat(60)}。`);
/** A library with a backup and a sentence that came after it, damaged. */
const damagedLibrary = async (places: Places): Promise<void> => {
  const library = await openLibrary(places);
  library.documents.create(sampleDocument('document-1', long));
  await library.backUp();
  library.documents.save('document-1', 1, { blocks: [paragraph('block-000', '备份之后写的一句。')] });
  library.close();
  damagePages(
    places.database,
    pagesOf(places.database, 'documents_by_time').map(({ number }) => number),
  );
};
const textIn = async (places: Places): Promise<string> => {
  const library = await openLibrary(places);
  onTestFinished(library.close);
  return library.documents
    .open('document-1')
    .document.parts.flatMap(({ children }) => children.map(blockText))
    .join('\n');
};

describe('a damaged library that cannot be replaced now', () => {
  it('for want of room stays as it is and says so; with room everything is found, nothing is begun anew', async ({
    skip,
  }) => {
    const places = temporaryLibrary();
    await onMounted(places.dataFolder, 'size=8m', skip, async () => {
      await damagedLibrary(places);
      const filler = join(places.dataFolder, 'filler');
      const leave = (room: number): void => {
        rmSync(filler, { force: true });
        const { bavail, bsize } = statfsSync(places.dataFolder);
        writeFileSync(filler, new Uint8Array(Math.max(0, bavail * bsize - room)));
      };
      // At each of the steps the disk fills up once: the journal, the copy of the backup, that of the damaged file.
      let refusals = 0;
      for (let room = 0; ; room += 96 * 1024) {
        leave(room);
        const library = await openLibrary(places).catch((error: unknown) => String(error));
        if (typeof library !== 'string') {
          expect(library.notice).toContain('找回了 1 份文稿此后的内容');
          library.close();
          break;
        }
        expect(library).toMatch(/磁盘已满/);
        refusals += 1;
      }
      expect(refusals).toBeGreaterThan(5);
      rmSync(filler);
      expect(await textIn(places)).toContain('备份之后写的一句。');
      expect(existsSync(journalPath(places))).toBe(false);
    });
  });

  it('because its backup cannot be copied today is not begun anew', async () => {
    const places = temporaryLibrary();
    await damagedLibrary(places);
    const [own] = readdirSync(places.backups);
    const backup = join(places.backups, own!);
    // Whoever runs the tests may read every file; what is no file nobody can copy.
    renameSync(backup, `${backup}-away`);
    mkdirSync(backup);
    await expect(openLibrary(places)).rejects.toThrow();
    expect(existsSync(places.database)).toBe(false);
    rmdirSync(backup);
    renameSync(`${backup}-away`, backup);
    expect(await textIn(places)).toContain('备份之后写的一句。');
  });
});

describe('a library that is moved aside', () => {
  it('takes its side files along, and leaves none beside the next one', async () => {
    const places = temporaryLibrary(temporaryFolder());
    await damagedLibrary(places);
    writeFileSync(damageMark(places.database), '');
    const library = await openLibrary(places);
    library.close();
    const [folder] = readdirSync(places.damaged);
    expect(readdirSync(join(places.damaged, folder!)).sort()).toEqual(['nigao.db', 'nigao.db-damaged']);
    expect(readdirSync(places.dataFolder).filter((name) => name.startsWith('nigao.db'))).toEqual(['nigao.db']);
    const db = new Database(places.database, { readonly: true });
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    db.close();
  });
});
