import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../../electron/storage/open-database';
import { openLibrary } from '../../../electron/storage/open-library';
import { paragraph, sampleDocument } from './sample-document';
import { temporaryLibrary } from './temporary-folder';

const minute = 60_000;
const id = 'document-1';
const open = async () => {
  const clock = { now: Date.parse('2026-03-05T08:00:00Z') };
  const places = temporaryLibrary();
  const library = await openLibrary(places, () => clock.now);
  onTestFinished(library.close);
  library.documents.create(sampleDocument(id));
  let revision = 1;
  const write = (text: string) => {
    const parts = [{ id: 'main-part', kind: 'main' as const, numbering: {}, blockIds: ['the-title', 'block-000'] }];
    ({ revision } = library.documents.save(id, revision, { parts, blocks: [paragraph('block-000', text)] }));
  };
  return { ...library, places, clock, write };
};

describe('earlier states of a document', () => {
  it('are kept once each, newest first, and open as they were', async () => {
    const { documents, versions, clock, write } = await open();
    const first = documents.open(id).document;
    versions.keep(id, 'opened');
    versions.keep(id, 'exported');
    write('改过一次。');
    clock.now += minute;
    versions.keep(id, 'exported');
    const [newest, oldest, ...more] = versions.list(id);
    expect(more).toEqual([]);
    expect([newest!.reason, oldest!.reason]).toEqual(['exported', 'opened']);
    expect(newest!.keptAt).toBe(clock.now);
    expect(versions.open(id, oldest!.version)).toEqual(first);
    expect(versions.open(id, newest!.version)).toEqual(documents.open(id).document);
  });

  it('are kept every ten minutes of work, also with a clock that was set back', async () => {
    const { versions, clock, write } = await open();
    versions.keep(id, 'opened');
    for (let count = 1; count <= 25; count += 1) {
      clock.now += minute;
      write(`第${count}次。`);
      versions.keepWhileWorking(id);
    }
    expect(versions.list(id).map(({ reason }) => reason)).toEqual(['work', 'work', 'opened']);
    clock.now -= 600 * minute;
    write('时钟拨回以后。');
    versions.keepWhileWorking(id);
    expect(versions.list(id)).toHaveLength(4);
  });

  it('with a name stay for ever, and so does what was read from a file; the others thin out', async () => {
    const { versions, clock, write } = await open();
    versions.keep(id, 'imported');
    write('送审以前。');
    versions.keepNamed(id, '送审稿');
    for (let count = 1; count <= 300; count += 1) {
      clock.now += 60 * minute;
      write(`第${count}次。`);
      versions.keepWhileWorking(id);
    }
    const list = versions.list(id);
    expect(list.length).toBeLessThan(10 + 24 + 30 + 10);
    expect(list.at(-1)!.reason).toBe('imported');
    expect(list.at(-2)!.name).toBe('送审稿');
  });

  it('that is the newest already takes the name; a second name is a version of its own', async () => {
    const { versions } = await open();
    versions.keep(id, 'opened');
    versions.keepNamed(id, '征求意见稿');
    expect(versions.list(id).map(({ name }) => name)).toEqual(['征求意见稿']);
    versions.keepNamed(id, '送审稿');
    expect(versions.list(id).map(({ name }) => name)).toEqual(['送审稿', '征求意见稿']);
  });

  it('are renamed; one that is not there is refused with a sentence', async () => {
    const { versions } = await open();
    versions.keepNamed(id, '征求意见稿');
    const { version } = versions.list(id)[0]!;
    versions.rename(id, version, '送审稿');
    expect(versions.list(id)[0]!.name).toBe('送审稿');
    expect(() => versions.rename(id, 999, '审定稿')).toThrow('没有找到这个版本');
    expect(() => versions.open('another-one', version)).toThrow('没有找到这个版本');
  });

  it('go with their document, and one that was damaged says so', async () => {
    const { documents, versions, places } = await open();
    versions.keepNamed(id, '送审稿');
    const { version } = versions.list(id)[0]!;
    const db = openDatabase({ path: places.database });
    db.prepare('UPDATE versions SET content = ?').run(Buffer.from('not deflated'));
    db.close();
    expect(() => versions.open(id, version)).toThrow('已损坏');
    // The others go along with a file without it.
    versions.keepNamed(id, '审定稿');
    const carried = versions.carried(id);
    expect(carried.damaged).toBe(1);
    expect(carried.versions.map(({ name }) => name)).toEqual(['审定稿']);
    documents.trash(id);
    documents.purge(id);
    expect(versions.list(id)).toEqual([]);
  });
});
