import type Database from 'better-sqlite3';
import { createId } from '../../../shared/document/block-id';
import { type DocumentChanges, outlineParts, type PartOutline, parseDocument } from '../../../shared/document/changes';
import type { GovDocument } from '../../../shared/document/document';
import { documentYear, type Filing, filingSchema, unfiled } from '../../../shared/document/filing';
import { type DocumentSummary, documentSummarySchema } from '../../../shared/document/summary';
import { AppError } from '../../../shared/ipc/app-error';
import { markDamaged } from '../open-database';
import { inTransaction } from '../transaction';
import { assembleDocument, type BlockPiece, type DocumentPieces } from './document-pieces';
import { createPicturesRepo } from './pictures-repo';

/** A document as the library lists it. Times are milliseconds since 1970, UTC. */
export type StoredRow = Readonly<{
  id: string;
  /** Name given in the library; null while the document's own title is shown. */
  name: string | null;
  revision: number;
  updatedAt: number;
  trashedAt: number | null;
  /** As last computed; null when never. */
  summary: DocumentSummary | null;
  /** The summary does not (or no longer) describe this revision. */
  isStale: boolean;
  /** The set of rules the summary was made with. */
  rules: string | null;
  filing: Filing;
  /** The year it belongs to: of its number, its title or its beginning. */
  year: number;
}>;

/**
 * The documents of the library. All calls are synchronous and on disk when they return; each is one transaction.
 * @throws AppError 'not-found' for an id that is not there, 'storage' when the disk refuses
 */
export type DocumentsRepo = Readonly<{
  /** All documents, those in the 回收站 included, the last changed first; or only so many from a place on. */
  list(from?: number, most?: number): readonly StoredRow[];
  /** The row of one document; null when there is none. */
  row(id: string): StoredRow | null;
  /** The document, outside the 回收站, that holds most of these blocks, and at least half of them; null when none does. */
  withBlocks(blockIds: readonly string[]): string | null;
  /** Adds a document under its own id. Pictures that another document of the library has come along. */
  create(
    document: GovDocument,
    details?: Readonly<{ name?: string | null; summary?: DocumentSummary; rules?: string; source?: string }>,
  ): void;
  /** Does work with this library, of its other repos too, all of it or nothing. @throws what the work throws */
  together<Value>(work: () => Value): Value;
  /** The document outside the 回收站 that was read from a file with this SHA-256; null when there is none. */
  findSource(source: string): string | null;
  /** Files documents, all or none. Does not count as a change of the documents. */
  file(filings: readonly (Filing & Readonly<{ id: string }>)[]): void;
  /** Reads and validates a whole document. */
  open(id: string): Readonly<{ document: GovDocument; revision: number }>;
  /**
   * Writes what changed. Blocks that the order no longer names are removed.
   * @throws AppError 'conflict' when `revision` is not the stored one, 'bad-input' when the order names a block
   * that is neither stored nor among the changes; nothing is written then
   */
  save(id: string, revision: number, changes: DocumentChanges): Readonly<{ revision: number; savedAt: number }>;
  rename(id: string, name: string | null): void;
  /** Copies a document under a new id and the name “… 副本”; returns the id. */
  duplicate(id: string): string;
  trash(id: string): void;
  restore(id: string): void;
  /** Deletes for good; only what lies in the 回收站. */
  purge(id: string): void;
  /** Keeps a summary that was computed from `revision` with a set of rules. Does not count as a change. */
  storeSummary(id: string, revision: number, summary: DocumentSummary, rules: string): void;
  /** Documents outside the 回收站 whose summary was made with another set of rules, the last changed first. */
  checkedOtherwise(rules: string, most: number): readonly string[];
}>;

/** What the library needs of a document, without its contents. */
type RowRecord = Readonly<{
  id: string;
  name: string | null;
  revision: number;
  updated_at: number;
  trashed_at: number | null;
  summary: string | null;
  summary_revision: number | null;
  created_at: number;
  folder: string | null;
  tags: string;
  status: string;
  document_number: string | null;
  summary_rules: string | null;
}>;
type DocumentRecord = RowRecord & DocumentPieces;

/** So many blocks tell where a file comes from. */
const mostAsked = 300;

export const createDocumentsRepo = (db: Database.Database, now: () => number = Date.now): DocumentsRepo => {
  const pictures = createPicturesRepo(db);
  const columns = `id, name, revision, updated_at, trashed_at, summary, summary_revision, created_at, folder, tags,
    status, meta ->> '$.documentNumber' AS document_number, summary_rules`;
  const selectSome = db.prepare<[number, number], RowRecord>(
    `SELECT ${columns} FROM documents ORDER BY updated_at DESC, id DESC LIMIT ? OFFSET ?`,
  );
  const selectOne = db.prepare<[string], DocumentRecord>(
    `SELECT ${columns}, head, meta, parts FROM documents WHERE id = ?`,
  );
  const selectSource = db
    .prepare<[string], string>('SELECT id FROM documents WHERE source = ? AND trashed_at IS NULL LIMIT 1')
    .pluck();
  const updateFiling = db.prepare(
    'UPDATE documents SET folder = :folder, tags = :tags, status = :status WHERE id = :id',
  );
  const selectBlocks = db.prepare<[string], BlockPiece>('SELECT block_id, json FROM blocks WHERE document_id = ?');
  const selectBlockIds = db.prepare<[string], string>('SELECT block_id FROM blocks WHERE document_id = ?').pluck();
  const countBlocks = db.prepare<[string], Readonly<{ id: string; count: number }>>(
    `SELECT document_id AS id, COUNT(*) AS count FROM blocks JOIN documents ON documents.id = document_id
     WHERE block_id IN (SELECT value FROM json_each(?)) AND trashed_at IS NULL
     GROUP BY document_id ORDER BY count DESC, documents.updated_at DESC`,
  );
  const insertDocument = db.prepare(
    `INSERT INTO documents (id, name, head, meta, parts, revision, created_at, updated_at, summary, summary_revision,
       summary_rules, folder, tags, status, source)
     VALUES (:id, :name, :head, :meta, :parts, 1, :time, :time, :summary, :summaryRevision,
       :rules, :folder, :tags, :status, :source)`,
  );
  const insertBlock = db.prepare('INSERT INTO blocks (document_id, block_id, json) VALUES (?, ?, ?)');
  const updateBlock = db.prepare('UPDATE blocks SET json = :json WHERE document_id = :id AND block_id = :blockId');
  const deleteBlock = db.prepare('DELETE FROM blocks WHERE document_id = ? AND block_id = ?');
  const copyBlocks = db.prepare(
    'INSERT INTO blocks (document_id, block_id, json) SELECT :to, block_id, json FROM blocks WHERE document_id = :from',
  );
  const updateDocument = db.prepare(
    'UPDATE documents SET head = :head, meta = :meta, parts = :parts, revision = :revision, updated_at = :time WHERE id = :id',
  );
  const updateName = db.prepare('UPDATE documents SET name = ? WHERE id = ?');
  const updateTrashed = db.prepare('UPDATE documents SET trashed_at = ? WHERE id = ?');
  const deleteTrashed = db.prepare('DELETE FROM documents WHERE id = ? AND trashed_at IS NOT NULL');
  const updateSummary = db.prepare(
    `UPDATE documents SET summary = :summary, summary_revision = :revision, summary_rules = :rules
     WHERE id = :id AND revision >= :revision`,
  );
  const selectOtherwise = db
    .prepare<[string, number], string>(
      `SELECT id FROM documents WHERE trashed_at IS NULL AND summary IS NOT NULL AND summary_rules IS NOT ?
       ORDER BY updated_at DESC, id DESC LIMIT ?`,
    )
    .pluck();

  const find = (id: string): DocumentRecord => {
    const record = selectOne.get(id);
    if (!record) throw new AppError('not-found', '文库里没有这份文稿，可能已被彻底删除。请返回文库刷新后再试。');
    return record;
  };
  const changeOne = (statement: Database.Statement, ...values: readonly unknown[]): void =>
    inTransaction(db, () => {
      if (statement.run(...values).changes === 0) find(String(values.at(-1)));
    });

  const saveOrder = (id: string, parts: readonly PartOutline[], changes: DocumentChanges): void => {
    const stored = new Set(selectBlockIds.all(id));
    const order = new Set(parts.flatMap((part) => part.blockIds));
    for (const block of changes.blocks)
      if (order.has(block.id) && !stored.has(block.id)) insertBlock.run(id, block.id, JSON.stringify(block));
    const known = new Set([...stored, ...changes.blocks.map((block) => block.id)]);
    for (const blockId of order)
      if (!known.has(blockId))
        throw new AppError(
          'bad-input',
          '这次改动没有写入：段落次序与已保存的文稿对不上。请返回文库后重新打开这份文稿。',
        );
    for (const blockId of stored) if (!order.has(blockId)) deleteBlock.run(id, blockId);
  };

  return {
    // Without an end: -1.
    list: (from = 0, most = -1) => inTransaction(db, () => selectSome.all(most, from)).map(readRow),

    row: (id) => {
      const record = inTransaction(db, () => selectOne.get(id));
      return record ? readRow(record) : null;
    },

    withBlocks: (blockIds) => {
      const asked = [...new Set(blockIds)].slice(0, mostAsked);
      if (asked.length === 0) return null;
      const [best] = inTransaction(db, () => countBlocks.all(JSON.stringify(asked)));
      return best && best.count * 2 >= asked.length ? best.id : null;
    },

    create: (document, { name = null, summary, rules, source } = {}) =>
      inTransaction(db, () => {
        const { id, meta, parts, ...head } = document;
        insertDocument.run({
          id,
          name,
          head: JSON.stringify(head),
          meta: JSON.stringify(meta),
          parts: JSON.stringify(outlineParts(parts)),
          time: now(),
          summary: summary ? JSON.stringify(summary) : null,
          summaryRevision: summary ? 1 : null,
          rules: rules ?? null,
          folder: unfiled.folder,
          tags: JSON.stringify(unfiled.tags),
          status: unfiled.status,
          source: source ?? null,
        });
        for (const block of parts.flatMap((part) => part.children))
          insertBlock.run(id, block.id, JSON.stringify(block));
        for (const part of parts) pictures.adopt(id, part.children);
      }),

    open: (id) => {
      const { record, blocks } = inTransaction(db, () => ({ record: find(id), blocks: selectBlocks.all(id) }));
      try {
        return { document: parseDocument(assembleDocument(record, blocks)), revision: record.revision };
      } catch (cause) {
        markDamaged(db);
        throw new AppError('storage', '这份文稿的内容不完整，无法打开。其他文稿不受影响，请从备份中找回这一份。', {
          cause,
        });
      }
    },

    save: (id, revision, changes) =>
      inTransaction(db, () => {
        const record = find(id);
        if (record.revision !== revision)
          throw new AppError('conflict', '这次改动没有写入：文稿已在别处改动过。请返回文库后重新打开这份文稿。');
        if (changes.parts) saveOrder(id, changes.parts, changes);
        for (const block of changes.blocks) updateBlock.run({ id, blockId: block.id, json: JSON.stringify(block) });
        pictures.adopt(id, changes.blocks);
        const saved = { revision: revision + 1, time: now() };
        updateDocument.run({
          id,
          head: changes.template
            ? JSON.stringify({ ...JSON.parse(record.head), template: changes.template })
            : record.head,
          meta: changes.meta ? JSON.stringify(changes.meta) : record.meta,
          parts: changes.parts ? JSON.stringify(changes.parts) : record.parts,
          ...saved,
        });
        return { revision: saved.revision, savedAt: saved.time };
      }),

    rename: (id, name) => changeOne(updateName, name, id),
    trash: (id) => changeOne(updateTrashed, now(), id),
    restore: (id) => changeOne(updateTrashed, null, id),
    purge: (id) => changeOne(deleteTrashed, id),

    duplicate: (id) =>
      inTransaction(db, () => {
        const record = find(id);
        const { summary, isStale, filing } = readRow(record);
        const copy = createId();
        insertDocument.run({
          id: copy,
          name: `${record.name ?? summary?.title ?? ''} 副本`.trim(),
          head: record.head,
          meta: record.meta,
          parts: record.parts,
          time: now(),
          summary: record.summary,
          summaryRevision: isStale ? null : 1,
          rules: record.summary_rules,
          folder: filing.folder,
          tags: JSON.stringify(filing.tags),
          status: unfiled.status,
          source: null,
        });
        copyBlocks.run({ from: id, to: copy });
        pictures.copy(id, copy);
        return copy;
      }),

    together: (work) => inTransaction(db, work),

    findSource: (source) => inTransaction(db, () => selectSource.get(source)) ?? null,

    file: (filings) =>
      inTransaction(db, () => {
        for (const { id, folder, tags, status } of filings)
          if (updateFiling.run({ id, folder, tags: JSON.stringify(tags), status }).changes === 0) find(id);
      }),

    storeSummary: (id, revision, summary, rules) =>
      inTransaction(db, () => {
        updateSummary.run({ id, revision, summary: JSON.stringify(summary), rules });
      }),

    checkedOtherwise: (rules, most) => inTransaction(db, () => selectOtherwise.all(rules, most)),
  };
};

const readRow = (record: RowRecord): StoredRow => {
  // A summary that an earlier version wrote in another shape counts as none.
  const parsed = record.summary === null ? null : documentSummarySchema.safeParse(JSON.parse(record.summary));
  const summary = parsed?.success ? parsed.data : null;
  return {
    id: record.id,
    name: record.name,
    revision: record.revision,
    updatedAt: record.updated_at,
    trashedAt: record.trashed_at,
    summary,
    isStale: summary === null || record.summary_revision !== record.revision,
    rules: record.summary_rules,
    filing: readFiling(record),
    year: documentYear(record.document_number, record.name ?? summary?.title ?? '', record.created_at),
  };
};

/** What a later version wrote in another shape counts as not filed. */
const readFiling = ({ folder, tags, status }: RowRecord): Filing => {
  const parsed = filingSchema.safeParse({ folder, tags: JSON.parse(tags), status });
  return parsed.success ? parsed.data : unfiled;
};
