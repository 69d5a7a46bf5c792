import { deflateSync, inflateSync } from 'node:zlib';
import type Database from 'better-sqlite3';
import { parseDocument } from '../../../shared/document/changes';
import type { GovDocument } from '../../../shared/document/document';
import type { AutomaticReason, CarriedVersion, Version } from '../../../shared/document/version';
import { AppError } from '../../../shared/ipc/app-error';
import { timesToRemove, versionRetention } from '../backups/retention';
import { inTransaction } from '../transaction';
import { assembleDocument, type BlockPiece, type DocumentPieces } from './document-pieces';

/** Earlier states of a document. All calls are synchronous and on disk when they return. */
export type VersionsRepo = Readonly<{
  /** By when they were kept, the newest first. */
  list(documentId: string): readonly Version[];
  /**
   * Keeps the stored state of a document, unless the newest version is that state already.
   * Removes versions without a name that `versionRetention` no longer keeps.
   */
  keep(documentId: string, reason: AutomaticReason): void;
  /** Keeps a state every ten minutes in which something was saved. */
  keepWhileWorking(documentId: string): void;
  /** Keeps the stored state under a name; it is never removed by itself. */
  keepNamed(documentId: string, name: string): void;
  /** Gives a version a name, or another one. */
  rename(documentId: string, version: number, name: string): void;
  /**
   * Those that a file carries along: the named ones and the last of the others, the oldest first; and how many of them
   * can no longer be read.
   */
  carried(documentId: string): Readonly<{ versions: readonly CarriedVersion[]; damaged: number }>;
  /**
   * Adds versions that came with a file, the oldest first, but for those that are here already. One of them that has a
   * name only there takes it here too.
   */
  take(documentId: string, versions: readonly CarriedVersion[]): void;
  /** The document as it was. @throws AppError 'not-found', 'storage' when it can no longer be read */
  open(documentId: string, version: number): GovDocument;
}>;

const damaged = '这个版本的内容已损坏，无法打开。文稿本身和其他版本不受影响。';

/** So many versions without a name go along with a file. */
const mostUnnamed = 10;

const workInterval = 10 * 60 * 1000;

type VersionRecord = Readonly<{ version: number; kept_at: number; reason: string; name: string | null }>;
type NewestRecord = VersionRecord & Readonly<{ revision: number }>;

/** Both have gone through the same schema, which fixes the order of the keys. */
const isSame = (one: GovDocument | null, other: GovDocument): boolean => JSON.stringify(one) === JSON.stringify(other);

export const createVersionsRepo = (db: Database.Database, now: () => number = Date.now): VersionsRepo => {
  const selectAll = db.prepare<[string], VersionRecord>(
    'SELECT version, kept_at, reason, name FROM versions WHERE document_id = ? ORDER BY kept_at DESC, version DESC',
  );
  /** Of those that were kept here: what came with a file may be older than what was there. */
  const selectNewest = db.prepare<[string], NewestRecord>(
    'SELECT version, kept_at, reason, name, revision FROM versions WHERE document_id = ? AND revision > 0 ORDER BY version DESC LIMIT 1',
  );
  const selectContent = db
    .prepare<[string, number], Buffer>('SELECT content FROM versions WHERE document_id = ? AND version = ?')
    .pluck();
  const selectRevision = db.prepare<[string], number>('SELECT revision FROM documents WHERE id = ?').pluck();
  const selectPieces = db.prepare<[string], DocumentPieces>('SELECT id, head, meta, parts FROM documents WHERE id = ?');
  const selectBlocks = db.prepare<[string], BlockPiece>('SELECT block_id, json FROM blocks WHERE document_id = ?');
  const insert = db.prepare(
    `INSERT INTO versions (document_id, revision, kept_at, reason, name, content)
     VALUES (:documentId, :revision, :time, :reason, :name, :content)`,
  );
  const updateName = db.prepare('UPDATE versions SET name = ? WHERE document_id = ? AND version = ?');
  const remove = db.prepare('DELETE FROM versions WHERE version = ?');

  const missing = (): AppError => new AppError('not-found', '没有找到这个版本，可能已按保留规则清理。请刷新后再试。');

  const removeSurplus = (documentId: string): void => {
    // The state that was read from a file is the source: it stays like a named one.
    const free = selectAll.all(documentId).filter(({ name, reason }) => name === null && reason !== 'imported');
    const surplus = new Set(
      timesToRemove(
        free.map(({ kept_at }) => kept_at),
        versionRetention,
      ),
    );
    for (const { version, kept_at } of free) if (surplus.has(kept_at)) remove.run(version);
  };

  const add = (documentId: string, reason: AutomaticReason | 'named', name: string | null): void => {
    const pieces = selectPieces.get(documentId);
    if (!pieces) throw missing();
    const content = JSON.stringify(assembleDocument(pieces, selectBlocks.all(documentId)));
    insert.run({
      documentId,
      revision: selectRevision.get(documentId),
      time: now(),
      reason,
      name,
      // Speed before size: the fastest level takes 6 ms for 200,000 characters.
      content: deflateSync(content, { level: 1 }),
    });
    removeSurplus(documentId);
  };
  const isKept = (documentId: string): NewestRecord | null => {
    const newest = selectNewest.get(documentId);
    return newest && newest.revision === selectRevision.get(documentId) ? newest : null;
  };

  const openVersion = (documentId: string, version: number): GovDocument => {
    const content = inTransaction(db, () => selectContent.get(documentId, version));
    if (!content) throw missing();
    try {
      return parseDocument(JSON.parse(inflateSync(content).toString()));
    } catch (cause) {
      throw new AppError('storage', damaged, { cause });
    }
  };
  /** Null for one that can no longer be read; @throws when the disk refuses */
  const readVersion = (documentId: string, version: number): GovDocument | null => {
    try {
      return openVersion(documentId, version);
    } catch (error) {
      if (error instanceof AppError && error.message === damaged) return null;
      throw error;
    }
  };

  return {
    list: (documentId) =>
      inTransaction(db, () => selectAll.all(documentId)).map(({ version, kept_at, reason, name }) => ({
        version,
        keptAt: kept_at,
        reason: reason as Version['reason'],
        name,
      })),

    keep: (documentId, reason) =>
      inTransaction(db, () => {
        if (!isKept(documentId)) add(documentId, reason, null);
      }),

    keepWhileWorking: (documentId) =>
      inTransaction(db, () => {
        const newest = selectNewest.get(documentId);
        // The distance, not the order: a clock that was set back must not stop it.
        if (!newest || Math.abs(now() - newest.kept_at) >= workInterval) add(documentId, 'work', null);
      }),

    keepNamed: (documentId, name) =>
      inTransaction(db, () => {
        const kept = isKept(documentId);
        if (kept && kept.name === null && kept.reason !== 'imported') updateName.run(name, documentId, kept.version);
        else add(documentId, 'named', name);
      }),

    rename: (documentId, version, name) =>
      inTransaction(db, () => {
        if (updateName.run(name, documentId, version).changes === 0) throw missing();
      }),

    carried: (documentId) => {
      let unnamed = 0;
      const chosen = inTransaction(db, () => selectAll.all(documentId)).filter(({ name }) => {
        if (name === null) unnamed += 1;
        return name !== null || unnamed <= mostUnnamed;
      });
      const versions = chosen.reverse().flatMap(({ version, kept_at, reason, name }): CarriedVersion[] => {
        const document = readVersion(documentId, version);
        return document ? [{ keptAt: kept_at, reason: reason as Version['reason'], name, document }] : [];
      });
      return { versions, damaged: chosen.length - versions.length };
    },

    take: (documentId, versions) =>
      inTransaction(db, () => {
        for (const { keptAt, reason, name, document } of versions) {
          const own = { ...document, id: documentId };
          const present = selectAll
            .all(documentId)
            .filter((one) => one.kept_at === keptAt && isSame(readVersion(documentId, one.version), own));
          if (present.some((one) => name === null || one.name === name)) continue;
          const unnamed = present.find((one) => one.name === null);
          if (unnamed) updateName.run(name, documentId, unnamed.version);
          else
            insert.run({
              documentId,
              // None of this library's own: it is never taken for the state that is stored.
              revision: 0,
              time: keptAt,
              reason,
              name,
              content: deflateSync(JSON.stringify(own), { level: 1 }),
            });
        }
      }),

    open: openVersion,
  };
};
