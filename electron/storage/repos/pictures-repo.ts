import { inflateSync } from 'node:zlib';
import type Database from 'better-sqlite3';
import type { Block } from '../../../shared/document/block';
import type { GovDocument } from '../../../shared/document/document';
import { listPictures, picturesIn } from '../../../shared/document/list-pictures';
import type { PictureFile, PictureMime, Pictures } from '../../../shared/document/picture';
import { maxPicturesBytes, tooManyPictures } from '../../../shared/file/limits';
import { AppError } from '../../../shared/ipc/app-error';
import { inTransaction } from '../transaction';

/** The bytes of pictures, kept with each document that has them. All calls are synchronous and on disk when they return. */
export type PicturesRepo = Readonly<{
  /** Keeps a picture for a document. @throws AppError 'file' when its pictures together become too large */
  add(documentId: string, file: PictureFile, bytes: Uint8Array): void;
  /** Those a document names, as far as they are there. */
  of(documentId: string, document: GovDocument): Pictures;
  /** One by its content, whichever document has it. */
  find(sha256: string): Readonly<{ mime: PictureMime; bytes: Uint8Array }> | null;
  /** Gives a document the pictures its blocks name that only other documents have: what was pasted or begun from there. */
  adopt(documentId: string, blocks: readonly Block[]): void;
  /** Copies all pictures from one document to another. */
  copy(from: string, to: string): void;
  /**
   * Deletes what neither the document nor one of its versions names. Only while nobody edits it: what was deleted in
   * the editor comes back by undo.
   */
  collect(documentId: string): void;
}>;

type PictureRecord = Readonly<{ sha256: string; mime: PictureMime; bytes: Buffer }>;

export const createPicturesRepo = (db: Database.Database): PicturesRepo => {
  const insert = db.prepare('INSERT OR IGNORE INTO pictures (document_id, sha256, mime, bytes) VALUES (?, ?, ?, ?)');
  const selectSize = db
    .prepare<[string], number>('SELECT sum(length(bytes)) FROM pictures WHERE document_id = ?')
    .pluck();
  const selectOne = db.prepare<[string, string], PictureRecord>(
    'SELECT sha256, mime, bytes FROM pictures WHERE document_id = ? AND sha256 = ?',
  );
  const selectAny = db.prepare<[string], PictureRecord>(
    'SELECT sha256, mime, bytes FROM pictures WHERE sha256 = ? LIMIT 1',
  );
  const adoptOne = db.prepare(
    `INSERT OR IGNORE INTO pictures (document_id, sha256, mime, bytes)
     SELECT :documentId, sha256, mime, bytes FROM pictures WHERE sha256 = :sha256 LIMIT 1`,
  );
  const copyAll = db.prepare(
    `INSERT OR IGNORE INTO pictures (document_id, sha256, mime, bytes)
     SELECT :to, sha256, mime, bytes FROM pictures WHERE document_id = :from`,
  );
  const selectUnnamed = db
    .prepare<[string], string>(
      `SELECT sha256 FROM pictures AS picture WHERE document_id = ? AND NOT EXISTS
         (SELECT 1 FROM blocks WHERE blocks.document_id = picture.document_id AND instr(json, picture.sha256) > 0)`,
    )
    .pluck();
  const selectVersions = db.prepare<[string], Buffer>('SELECT content FROM versions WHERE document_id = ?').pluck();
  const remove = db.prepare('DELETE FROM pictures WHERE document_id = ? AND sha256 = ?');

  return {
    add: (documentId, { sha256, mime }, bytes) =>
      inTransaction(db, () => {
        if (selectOne.get(documentId, sha256)) return;
        if ((selectSize.get(documentId) ?? 0) + bytes.length > maxPicturesBytes)
          throw new AppError('file', tooManyPictures);
        insert.run(documentId, sha256, mime, bytes);
      }),

    of: (documentId, document) =>
      inTransaction(db, () => {
        const named = new Set(listPictures(document).map(({ sha256 }) => sha256));
        return new Map(
          [...named].flatMap((sha256) => {
            const found = selectOne.get(documentId, sha256) ?? selectAny.get(sha256);
            return found ? [[sha256, new Uint8Array(found.bytes)] as const] : [];
          }),
        );
      }),

    find: (sha256) => inTransaction(db, () => selectAny.get(sha256) ?? null),

    adopt: (documentId, blocks) => {
      const named = new Set(picturesIn(blocks).map(({ sha256 }) => sha256));
      if (named.size > 0)
        inTransaction(db, () => {
          for (const sha256 of named) adoptOne.run({ documentId, sha256 });
        });
    },

    copy: (from, to) =>
      inTransaction(db, () => {
        copyAll.run({ from, to });
      }),

    collect: (documentId) =>
      inTransaction(db, () => {
        let unnamed = selectUnnamed.all(documentId);
        if (unnamed.length === 0) return;
        for (const content of selectVersions.iterate(documentId)) {
          const text = inflateSync(content).toString();
          unnamed = unnamed.filter((sha256) => !text.includes(sha256));
        }
        for (const sha256 of unnamed) remove.run(documentId, sha256);
      }),
  };
};
