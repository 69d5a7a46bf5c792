import type Database from 'better-sqlite3';
import type { GovDocument } from '../../../shared/document/document';
import { blockText } from '../../../shared/document/plain-text';
import { assembleDocument, type BlockPiece, type DocumentPieces } from '../repos/document-pieces';
import { createVersionsRepo } from '../repos/versions-repo';
import { diskCode, isDamage } from '../storage-error';
import type { DamagedDatabase } from './damaged-database';
import { addRow, changeRow, type Row } from './put-row';
import { newestVersion } from './rescue-versions';
import {
  asDocumentRow,
  blocksOf,
  type DocumentRow,
  documentOf,
  filingOf,
  patchedDocument,
  piecesOf,
  summaryOf,
  wholeDocument,
} from './rescued-document';

/** What became of the documents of a damaged database, by titles. */
export type RescuedDocuments = Readonly<{
  /** Their newer state was read out of it, whole. */
  found: readonly string[];
  /** Only some of their blocks could be read; the others are as the backup has them, or missing. */
  partial: readonly string[];
  /** Newer there, or perhaps newer, and no longer to be read: they are as the backup has them, or gone. */
  lost: readonly string[];
  /** What failed without a reason of the disk, for the log. */
  troubles: readonly unknown[];
}>;

type Outcome = Readonly<{ kind: 'same' | 'found' | 'partial' | 'lost'; title: string }>;
/** What the library has; the document is put together only where it is asked for: most have not changed. */
type Stored = Readonly<{ revision: number; updatedAt: number; document: () => GovDocument | null }>;

const same: Outcome = { kind: 'same', title: '' };
export const unknownTitle = '（标题读不出来）';
const titleOf = (document: GovDocument): string => {
  const title = document.parts.flatMap((part) => part.children).find((block) => block.type === 'title');
  return (title && blockText(title).trim()) || '（未写标题）';
};

/** Ids of all documents of which anything can be reached, with the number of their row where that is known. */
const idsIn = (source: DamagedDatabase): ReadonlyMap<string, number | null> => {
  type Found = Readonly<{ id: unknown; at?: number }>;
  const found: readonly Found[] = [
    ...source.reach<Found>('SELECT id FROM documents', ['id']),
    ...source.reach<Found>('SELECT DISTINCT document_id AS id FROM blocks', ['document_id']),
    ...source.reach<Found>('SELECT DISTINCT document_id AS id FROM versions', ['document_id']),
    ...source.walk<Found>('documents', 'id'),
  ];
  return new Map(
    found.flatMap(({ id, at = null }) =>
      typeof id === 'string' && /^[a-z0-9-]{6,40}$/.test(id) ? [[id, at] as const] : [],
    ),
  );
};

/** All blocks of documents whose index is damaged, found in one walk through the table. */
const walkBlocks = (source: DamagedDatabase) => {
  let all: Map<string, Map<string, BlockPiece>> | null = null;
  return (id: string): readonly BlockPiece[] => {
    if (all === null) {
      all = new Map();
      type Found = BlockPiece & Readonly<{ document_id: string }>;
      for (const piece of source.walk<Found>('blocks', 'document_id, block_id, json')) {
        const of = all.get(piece.document_id) ?? new Map<string, BlockPiece>();
        all.set(piece.document_id, of.set(piece.block_id, piece));
      }
    }
    return [...(all.get(id)?.values() ?? [])];
  };
};

/**
 * Brings the documents of a library up to what can be read of them in the damaged database that it replaces: newer
 * ones, with the state of the backup kept as a version; those it does not have; and how all are named and filed.
 * Doing it again changes nothing.
 */
export const rescueDocuments = (
  source: DamagedDatabase,
  target: Database.Database,
  now: () => number,
): RescuedDocuments => {
  const versions = createVersionsRepo(target, now);
  const selectRow = target.prepare<[string], DocumentPieces & Readonly<{ revision: number; updated_at: number }>>(
    'SELECT id, head, meta, parts, revision, updated_at FROM documents WHERE id = ?',
  );
  const selectBlocks = target.prepare<[string], BlockPiece>('SELECT block_id, json FROM blocks WHERE document_id = ?');
  const removeBlocks = target.prepare('DELETE FROM blocks WHERE document_id = ?');
  const insertBlock = target.prepare('INSERT INTO blocks (document_id, block_id, json) VALUES (?, ?, ?)');
  const forgetIndex = target.prepare('DELETE FROM search_documents WHERE document_id = ?');
  const walked = walkBlocks(source);

  const storedOf = (id: string): Stored | null => {
    const row = selectRow.get(id);
    if (!row) return null;
    let read: GovDocument | null | undefined;
    const document = (): GovDocument | null => {
      read ??= wholeOf(row, selectBlocks.all(id));
      return read;
    };
    return { revision: row.revision, updatedAt: row.updated_at, document };
  };
  const blocksIn = (id: string): Readonly<{ pieces: readonly BlockPiece[]; isWhole: boolean }> => {
    const query = 'SELECT block_id, json FROM blocks WHERE document_id = ? ORDER BY rowid';
    const { rows, isWhole } = source.rows<BlockPiece>(query, id);
    return isWhole ? { pieces: rows, isWhole } : { pieces: walked(id), isWhole };
  };
  const write = (document: GovDocument, stored: Stored | null, values: Row): void => {
    const { id } = document;
    // A state that cannot be read is none to keep.
    if (stored?.document()) versions.keep(id, 'restored');
    const row = { ...values, ...piecesOf(document) };
    if (stored) changeRow(target, 'documents', 'id', row);
    else addRow(target, 'documents', row);
    removeBlocks.run(id);
    for (const block of blocksOf(document)) insertBlock.run(id, block.id, JSON.stringify(block));
    forgetIndex.run(id);
  };

  const rescueOne = (id: string, at: number | null): Outcome => {
    const stored = storedOf(id);
    const row =
      asDocumentRow(source.row<Row>('SELECT * FROM documents WHERE id = ?', id)) ??
      asDocumentRow(source.row<Row>('SELECT * FROM documents WHERE rowid = ?', at));
    if (row && stored && !isNewer(row, stored)) {
      if (row.revision === stored.revision && row.updated_at === stored.updatedAt)
        changeRow(target, 'documents', 'id', { id, ...filingOf(row) });
      return same;
    }
    const { pieces, isWhole } = blocksIn(id);
    const revision = Math.max(row?.revision ?? 0, stored?.revision ?? 0);
    const updated_at = Math.max(row?.updated_at ?? 0, stored?.updatedAt ?? 0);
    const whole = row && wholeDocument(row, pieces);
    if (whole) {
      write(whole, stored, { ...row, ...filingOf(row), ...summaryOf(row), revision, updated_at });
      return { kind: 'found', title: titleOf(whole) };
    }
    const before = stored?.document() ?? null;
    // Everything that is read is as it was: nothing of it is newer.
    if (!row && before && isWhole && hasBlocks(before, pieces)) return same;
    const version = newestVersion(source, id);
    const isVersionNewer = version !== null && version.revision > (stored?.revision ?? 0);
    const base = (isVersionNewer ? documentOf(version.content, id) : null) ?? before;
    const document = pieces.length > 0 || isVersionNewer ? patchedDocument(id, row, pieces, base) : null;
    if (document === null || (before && isSame(document, before)))
      return { kind: 'lost', title: before ? titleOf(before) : (row?.name ?? unknownTitle) };
    const begun = row ?? { name: null, created_at: now(), trashed_at: null };
    write(document, stored, {
      ...(stored && !row ? {} : begun),
      ...(row && filingOf(row)),
      ...summaryOf(null),
      revision: row ? revision : Math.max(revision, version?.revision ?? 0) + 1,
      updated_at: row ? updated_at : now(),
    });
    return { kind: 'partial', title: titleOf(document) };
  };

  const outcomes: Outcome[] = [];
  const troubles: unknown[] = [];
  for (const [id, at] of idsIn(source))
    try {
      outcomes.push(target.transaction(() => rescueOne(id, at))());
    } catch (error) {
      // A disk that is full, say, is not the document's fault: all of it is done again at the next start.
      if (diskCode(error) !== '' && !isDamage(error)) throw error;
      troubles.push(error);
      outcomes.push({ kind: 'lost', title: unknownTitle });
    }
  const titles = (kind: Outcome['kind']): readonly string[] =>
    outcomes.filter((outcome) => outcome.kind === kind).map(({ title }) => title);
  return { found: titles('found'), partial: titles('partial'), lost: titles('lost'), troubles };
};

/** By either count: a clock may have been set back, and a restored backup goes on from its own revision. */
const isNewer = (row: DocumentRow, stored: Stored): boolean =>
  row.revision > stored.revision || row.updated_at > stored.updatedAt;

const wholeOf = (row: DocumentPieces, blocks: readonly BlockPiece[]): GovDocument | null => {
  try {
    return documentOf(assembleDocument(row, blocks), row.id);
  } catch {
    return null;
  }
};

/** Whether a document has exactly these blocks, whatever their order. */
const hasBlocks = (document: GovDocument, pieces: readonly BlockPiece[]): boolean => {
  const stored = new Map(blocksOf(document).map((block) => [block.id, JSON.stringify(block)] as const));
  return stored.size === pieces.length && pieces.every(({ block_id, json }) => stored.get(block_id) === json);
};

const isSame = (one: GovDocument, other: GovDocument): boolean => JSON.stringify(one) === JSON.stringify(other);
