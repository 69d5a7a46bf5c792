import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { migrate } from '../../../electron/storage/migrate';
import { openDatabase } from '../../../electron/storage/open-database';
import { createDocumentsRepo } from '../../../electron/storage/repos/documents-repo';
import { applyChanges, type DocumentChanges, diffDocuments, outlineParts } from '../../../shared/document/changes';
import type { GovDocument, Part } from '../../../shared/document/document';
import { arbitraryDocument } from '../../helpers/arbitrary-document';
import { paragraph, sampleDocument, sampleSummary } from './sample-document';

const openRepo = () => {
  const db = openDatabase({ path: ':memory:' });
  migrate(db);
  let time = 1_000;
  return { db, repo: createDocumentsRepo(db, () => (time += 1)) };
};
const appError = (code: string) => expect.objectContaining({ name: 'AppError', code });

describe('saving', () => {
  it('gives back what was created, to the letter', () => {
    const { repo } = openRepo();
    fc.assert(
      fc.property(arbitraryDocument, fc.uuid(), (made, id) => {
        const document = { ...made, id };
        repo.create(document);
        expect(repo.open(id)).toEqual({ document, revision: 1 });
      }),
      { numRuns: 60 },
    );
  });

  it('writes only the changed blocks and counts the revision up', () => {
    const { db, repo } = openRepo();
    repo.create(sampleDocument('document', ['一句。', '二句。']));
    const untouched = () => db.prepare("SELECT rowid, json FROM blocks WHERE block_id = 'block-000'").get();
    const before = untouched();
    const saved = repo.save('document', 1, { blocks: [paragraph('block-001', '二句改了。')] });
    expect(saved.revision).toBe(2);
    expect(untouched()).toEqual(before);
    expect(repo.open('document').document.parts[0]?.children[2]).toEqual(paragraph('block-001', '二句改了。'));
  });

  it('removes blocks that the order no longer names', () => {
    const { db, repo } = openRepo();
    const document = sampleDocument('document', ['一句。', '二句。']);
    repo.create(document);
    const shorter = {
      ...document,
      parts: document.parts.map((part) => ({ ...part, children: part.children.slice(0, 2) })),
    };
    repo.save('document', 1, diffDocuments(document, shorter)!);
    expect(db.prepare('SELECT count(*) FROM blocks').pluck().get()).toBe(2);
    expect(repo.open('document').document).toEqual(shorter);
  });

  it('refuses changes made to an older revision and writes nothing', () => {
    const { repo } = openRepo();
    repo.create(sampleDocument('document'));
    repo.save('document', 1, { blocks: [paragraph('block-000', '先写的。')] });
    expect(() => repo.save('document', 1, { blocks: [paragraph('block-000', '后写的。')] })).toThrow(
      appError('conflict'),
    );
    expect(repo.open('document').document.parts[0]?.children[1]).toEqual(paragraph('block-000', '先写的。'));
  });

  it('refuses an order that names a block it does not have, and writes nothing', () => {
    const { repo } = openRepo();
    const document = sampleDocument('document');
    repo.create(document);
    const [part] = outlineParts(document.parts);
    const parts = [{ ...part!, blockIds: [...part!.blockIds, 'unknown-block'] }];
    const changes: DocumentChanges = { parts, blocks: [paragraph('block-000', '改了。')] };
    expect(() => repo.save('document', 1, changes)).toThrow(appError('bad-input'));
    expect(repo.open('document')).toEqual({ document, revision: 1 });
  });

  it('says so when the document is not there', () => {
    const { repo } = openRepo();
    expect(() => repo.save('document', 1, { blocks: [] })).toThrow(appError('not-found'));
    expect(() => repo.open('document')).toThrow(appError('not-found'));
  });

  it('equals the document after any sequence of changes saved one by one', () => {
    fc.assert(
      fc.property(arbitraryDocument, fc.array(edit, { maxLength: 12 }), (first, edits) => {
        const { repo } = openRepo();
        repo.create(first);
        let document = first;
        let revision = 1;
        edits.forEach((change, step) => {
          const next = applyEdit(document, change, step);
          const changes = diffDocuments(document, next);
          if (!changes) return;
          expect(applyChanges(document, changes)).toEqual(next);
          ({ revision } = repo.save(next.id, revision, changes));
          document = next;
        });
        expect(repo.open(first.id)).toEqual({ document, revision });
      }),
      { numRuns: 150 },
    );
  });
});

type Edit = Readonly<{ kind: 'type' | 'insert' | 'delete' | 'move' | 'meta' | 'attach'; at: number; text: string }>;
const edit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom('type', 'insert', 'delete', 'move', 'meta', 'attach'),
  at: fc.nat(1000),
  text: fc.string({ unit: 'grapheme', maxLength: 12 }),
});

const applyEdit = (document: GovDocument, { kind, at, text }: Edit, step: number): GovDocument => {
  const target = document.parts[at % document.parts.length]!;
  const index = at % target.children.length;
  const inTarget = (children: Part['children']): GovDocument => ({
    ...document,
    parts: document.parts.map((part) => (part === target ? { ...part, children } : part)),
  });
  const fresh = paragraph(`fresh-${step}-${at}`, text);
  switch (kind) {
    case 'type':
      return inTarget(target.children.with(index, paragraph(target.children[index]!.id, text)));
    case 'insert':
      return inTarget(target.children.toSpliced(index, 0, fresh));
    case 'delete':
      return target.children.length === 1 ? document : inTarget(target.children.toSpliced(index, 1));
    case 'move': {
      const [block] = target.children.slice(index);
      return inTarget([...target.children.filter((other) => other !== block), block!]);
    }
    case 'meta':
      return { ...document, meta: { ...document.meta, copyTo: text } };
    case 'attach':
      return {
        ...document,
        parts: [
          ...document.parts,
          { type: 'part', id: `attached-${step}-${at}`, kind: 'attachment', numbering: {}, children: [fresh] },
        ],
      };
  }
};

describe('the library', () => {
  it('lists documents with the last changed first, and says whether a summary still fits', () => {
    const { repo } = openRepo();
    repo.create(sampleDocument('first-one'), { summary: sampleSummary('第一份') });
    repo.create(sampleDocument('second-one'));
    repo.save('first-one', 1, { blocks: [paragraph('block-000', '改了。')] });
    expect(repo.list()).toMatchObject([
      { id: 'first-one', revision: 2, summary: sampleSummary('第一份'), isStale: true },
      { id: 'second-one', revision: 1, summary: null, isStale: true },
    ]);
    repo.storeSummary('first-one', 2, sampleSummary('第一份改'), '规则甲');
    expect(repo.list()[0]).toMatchObject({ summary: { title: '第一份改' }, isStale: false });
  });

  it('counts a summary in an older shape as none', () => {
    const { db, repo } = openRepo();
    repo.create(sampleDocument('document'), { summary: sampleSummary('旧') });
    db.exec(`UPDATE documents SET summary = '{"title":"旧"}'`);
    expect(repo.list()[0]).toMatchObject({ summary: null, isStale: true });
  });

  it('renames without touching the document', () => {
    const { repo } = openRepo();
    repo.create(sampleDocument('document'));
    repo.rename('document', '送审稿');
    expect(repo.list()[0]).toMatchObject({ name: '送审稿', revision: 1 });
    repo.rename('document', null);
    expect(repo.list()[0]?.name).toBeNull();
  });

  it('duplicates into a document of its own named 副本', () => {
    const { repo } = openRepo();
    repo.create(sampleDocument('document'), { summary: sampleSummary('社区食堂意见') });
    const copy = repo.duplicate('document');
    expect(repo.list().find((row) => row.id === copy)).toMatchObject({ name: '社区食堂意见 副本', isStale: false });
    repo.save(copy, 1, { blocks: [paragraph('block-000', '只改副本。')] });
    expect(repo.open('document').document).toEqual(sampleDocument('document'));
    expect(repo.open(copy).document.id).toBe(copy);
  });

  it('keeps a trashed document until it is purged, and purges nothing else', () => {
    const { db, repo } = openRepo();
    repo.create(sampleDocument('document'));
    repo.purge('document');
    expect(repo.row('document')).not.toBeNull();
    repo.trash('document');
    expect(repo.list()[0]?.trashedAt).toBeGreaterThan(0);
    repo.restore('document');
    expect(repo.list()[0]?.trashedAt).toBeNull();
    repo.trash('document');
    repo.purge('document');
    expect(repo.row('document')).toBeNull();
    expect(db.prepare('SELECT count(*) FROM blocks').pluck().get()).toBe(0);
  });

  it('names what cannot be read instead of opening half a document', () => {
    const { db, repo } = openRepo();
    repo.create(sampleDocument('document'));
    db.exec(`DELETE FROM blocks WHERE block_id = 'block-000'`);
    expect(() => repo.open('document')).toThrow(appError('storage'));
  });
});
