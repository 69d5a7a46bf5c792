import { describe, expect, it } from 'vitest';
import { type Migration, migrate, migrations } from '../../../electron/storage/migrate';
import { openDatabase } from '../../../electron/storage/open-database';

const open = () => openDatabase({ path: ':memory:' });
const versionOf = (db: ReturnType<typeof open>) => db.pragma('user_version', { simple: true });
const tables = (db: ReturnType<typeof open>) =>
  db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").pluck().all();

describe('migrations', () => {
  it('go up in tens', () => {
    const versions = migrations.map((step) => step.version);
    expect(versions).toEqual(versions.toSorted((one, other) => one - other));
    expect(versions.filter((version) => version % 10 !== 0)).toEqual([]);
  });

  it('10 makes the tables of documents and blocks, blocks going with their document', () => {
    const db = open();
    migrate(db, migrations.slice(0, 1));
    expect(tables(db)).toEqual(['blocks', 'documents']);
    expect(versionOf(db)).toBe(10);
    db.exec(`INSERT INTO documents (id, head, meta, parts, revision, created_at, updated_at)
             VALUES ('document', '{}', '{}', '[]', 1, 0, 0)`);
    db.exec(`INSERT INTO blocks VALUES ('document', 'block-000', '{}')`);
    expect(() => db.exec(`INSERT INTO blocks VALUES ('nobody', 'block-000', '{}')`)).toThrow(/FOREIGN KEY/);
    db.exec(`DELETE FROM documents`);
    expect(db.prepare('SELECT count(*) FROM blocks').pluck().get()).toBe(0);
  });

  it('20 makes the table of versions, which go with their document', () => {
    const db = open();
    migrate(db, migrations.slice(0, 1));
    db.exec(`INSERT INTO documents (id, head, meta, parts, revision, created_at, updated_at)
             VALUES ('document', '{}', '{}', '[]', 1, 0, 0)`);
    migrate(db, migrations.slice(0, 2));
    expect(versionOf(db)).toBe(20);
    db.exec(`INSERT INTO versions (document_id, revision, kept_at, reason, content)
             VALUES ('document', 1, 0, 'opened', x'00')`);
    db.exec(`DELETE FROM documents`);
    expect(db.prepare('SELECT count(*) FROM versions').pluck().get()).toBe(0);
  });

  it('30 makes the index, whose rows go with their document', () => {
    const db = open();
    migrate(db, migrations.slice(0, 2));
    db.exec(`INSERT INTO documents (id, head, meta, parts, revision, created_at, updated_at)
             VALUES ('document', '{}', '{}', '[]', 1, 0, 0)`);
    migrate(db, migrations.slice(0, 3));
    expect(versionOf(db)).toBe(30);
    db.exec(`INSERT INTO search_documents VALUES (7, 'document', 1)`);
    db.exec(`INSERT INTO search_rows VALUES (${7 * 2 ** 20 + 3}, 'block-000'), (${8 * 2 ** 20}, 'block-001')`);
    db.exec(`INSERT INTO search_index (rowid, tokens) VALUES (${7 * 2 ** 20 + 3}, '养 养老'), (${8 * 2 ** 20}, '养')`);
    db.exec(`DELETE FROM documents`);
    expect(db.prepare('SELECT block_id FROM search_rows').pluck().all()).toEqual(['block-001']);
    expect(db.prepare(`SELECT rowid FROM search_index WHERE search_index MATCH '养'`).pluck().all()).toEqual([
      8 * 2 ** 20,
    ]);
  });

  it('40 makes the tables of own templates and settings, one row a template', () => {
    const db = open();
    migrate(db, migrations.slice(0, 4));
    expect(versionOf(db)).toBe(40);
    expect(tables(db)).toEqual(expect.arrayContaining(['settings', 'templates']));
    const insert = () => db.exec(`INSERT INTO templates VALUES ('own-1', '{}', 0)`);
    insert();
    expect(insert).toThrow(/UNIQUE/);
  });

  it('50 makes the table of pictures, which go with their document', () => {
    const db = open();
    migrate(db, migrations.slice(0, 5));
    expect(versionOf(db)).toBe(50);
    db.exec(`INSERT INTO documents (id, head, meta, parts, revision, created_at, updated_at)
             VALUES ('document', '{}', '{}', '[]', 1, 0, 0)`);
    const insert = () => db.exec(`INSERT INTO pictures VALUES ('document', 'aa', 'image/png', x'00')`);
    insert();
    expect(insert).toThrow(/UNIQUE/);
    db.exec('DELETE FROM documents');
    expect(db.prepare('SELECT count(*) FROM pictures').pluck().get()).toBe(0);
  });

  it('60 files what is there as begun and unfiled, and has its texts indexed again', () => {
    const db = open();
    migrate(
      db,
      migrations.filter(({ version }) => version < 60),
    );
    db.exec(`INSERT INTO documents (id, head, meta, parts, revision, created_at, updated_at)
             VALUES ('document', '{}', '{}', '[]', 1, 0, 0)`);
    db.exec(`INSERT INTO search_documents VALUES (7, 'document', 1)`);
    db.exec(`INSERT INTO search_rows VALUES (${7 * 2 ** 20}, 'block-000')`);
    db.exec(`INSERT INTO search_index (rowid, tokens) VALUES (${7 * 2 ** 20}, '养')`);
    migrate(
      db,
      migrations.filter(({ version }) => version <= 60),
    );
    expect(versionOf(db)).toBe(60);
    expect(db.prepare('SELECT folder, tags, status, source FROM documents').get()).toEqual({
      folder: null,
      tags: '[]',
      status: 'drafting',
      source: null,
    });
    for (const table of ['search_documents', 'search_rows'])
      expect(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0);
    expect(db.prepare(`SELECT rowid FROM search_index WHERE search_index MATCH '养'`).all()).toEqual([]);
    // A document that goes still takes its rows along.
    db.exec(`INSERT INTO search_documents VALUES (8, 'document', 1)`);
    db.exec(`INSERT INTO search_rows VALUES (${8 * 2 ** 20}, 'block-000')`);
    db.exec('DELETE FROM documents');
    expect(db.prepare('SELECT count(*) FROM search_rows').pluck().get()).toBe(0);
  });

  it('100 changes no table, only what earlier versions of the app refuse', () => {
    const schema = (steps: readonly Migration[]) => {
      const db = open();
      migrate(db, steps);
      return { version: versionOf(db), sql: db.prepare('SELECT sql FROM sqlite_schema ORDER BY name').pluck().all() };
    };
    const before = migrations.filter(({ version }) => version < 100);
    const [old, now] = [schema(before), schema(migrations.filter(({ version }) => version <= 100))];
    expect(now.sql).toEqual(old.sql);
    expect(now.version).toBe(100);
    const db = open();
    migrate(db);
    expect(() => migrate(db, before)).toThrow('请安装新版本后再启动');
  });

  it('do nothing to a database that is up to date', () => {
    const db = open();
    migrate(db);
    const before = db.pragma('schema_version', { simple: true });
    migrate(db);
    expect(db.pragma('schema_version', { simple: true })).toBe(before);
  });

  it('are all done or none when one of them fails', () => {
    const db = open();
    const steps: readonly Migration[] = [
      { version: 10, up: (target) => target.exec('CREATE TABLE first (id)') },
      {
        version: 20,
        up: () => {
          throw new Error('power cut');
        },
      },
    ];
    expect(() => migrate(db, steps)).toThrow('power cut');
    expect(tables(db)).toEqual([]);
    expect(versionOf(db)).toBe(0);
  });

  it('refuse a database from a later version in a sentence, and leave it alone', () => {
    const db = open();
    db.pragma('user_version = 9990');
    expect(() => migrate(db)).toThrow(
      expect.objectContaining({ code: 'storage', message: expect.stringContaining('请安装新版本') }),
    );
    expect(versionOf(db)).toBe(9990);
  });
});
