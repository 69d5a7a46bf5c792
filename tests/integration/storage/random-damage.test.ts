import { cpSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openLibrary } from '../../../electron/storage/open-library';
import { blockText } from '../../../shared/document/plain-text';
import { Random } from '../../fuzz/random';
import { paragraph, sampleDocument } from './sample-document';
import { temporaryFolder, temporaryLibrary } from './temporary-folder';

const rounds = 24;

describe('a library with random pages overwritten', () => {
  it(`opens ${rounds} times of ${rounds}, every document in it can be read, and what the backup held is there`, async () => {
    const random = new Random(20260305);
    const whole = temporaryLibrary();
    const first = await openLibrary(whole);
    const ids = Array.from({ length: 25 }, (_, at) => `document-${at}`);
    for (const id of ids) {
      const texts = Array.from({ length: 12 }, (_, at) => `${id}备份时第${at}段，${'完善社区服务网络'.repeat(8)}。`);
      first.documents.create(sampleDocument(id, texts));
      first.versions.keepNamed(id, '征求意见稿');
    }
    await first.backUp();
    for (const id of ids) first.documents.save(id, 1, { blocks: [paragraph('block-000', `${id}此后写的一句。`)] });
    first.close();
    let found = 0;
    for (let round = 0; round < rounds; round += 1) {
      const places = temporaryLibrary(temporaryFolder());
      cpSync(whole.dataFolder, places.dataFolder, { recursive: true });
      const hasBackup = round % 2 === 0;
      const bytes = readFileSync(places.database);
      const pages = bytes.length / 4096;
      for (let count = random.below(6); count >= 0; count -= 1) {
        const start = random.below(pages) * 4096 + (random.below(3) === 0 ? random.below(4096) : 0);
        bytes.fill(random.below(256), start, Math.min(bytes.length, start + 1 + random.below(8192)));
      }
      writeFileSync(places.database, bytes);
      if (random.below(6) === 0) truncateSync(places.database, random.below(bytes.length));
      if (!hasBackup) rmSync(places.backups, { recursive: true });

      const library = await openLibrary(places);
      const texts = new Map(
        library.documents.list().map(
          ({ id }) =>
            [
              id,
              library.documents
                .open(id)
                .document.parts.flatMap(({ children }) => children.map(blockText))
                .join('\n'),
            ] as const,
        ),
      );
      for (const id of ids)
        for (const { version } of texts.has(id) ? library.versions.list(id) : []) library.versions.open(id, version);
      while (!library.search.catchUp(1000));
      if (hasBackup) for (const id of ids) expect(texts.get(id), `round ${round}`).toContain(`${id}备份时第11段`);
      const here = ids.filter((id) => texts.get(id)?.includes(`${id}此后写的一句。`)).length;
      // What nobody was told of is all there.
      if (library.notice === null) expect(here, `round ${round}`).toBe(ids.length);
      found += here;
      library.close();
      const db = new Database(places.database);
      expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
      db.close();
    }
    // Up to a fifth of the pages was overwritten, and some files were cut off.
    expect(found / (rounds * ids.length)).toBeGreaterThan(0.7);
  });
});
