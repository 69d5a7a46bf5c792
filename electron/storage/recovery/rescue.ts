import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { diffDocuments, parseDocument } from '../../../shared/document/changes';
import type { GovDocument } from '../../../shared/document/document';
import { blockText } from '../../../shared/document/plain-text';
import { assembleDocument, type BlockPiece, type DocumentPieces } from '../document-pieces';
import { createDocumentsRepo } from '../documents-repo';
import type { LibraryPlaces } from '../library-places';
import { createVersionsRepo } from '../versions-repo';

/** What was found in a damaged database, by titles. */
export type Rescued = Readonly<{
  /** Documents whose newer state was read out of it. */
  found: readonly string[];
  /** Documents that it holds newer and that can no longer be read: they are as the backup has them, or gone. */
  lost: readonly string[];
}>;

type Piece = DocumentPieces & Readonly<{ name: string | null; revision: number; trashed_at: number | null }>;
type PictureRow = Readonly<{ sha256: string; mime: string; bytes: Buffer }>;

export const nothingRescued: Rescued = { found: [], lost: [] };

/** Rows as far as they can be read: damage ends the reading, not the rescue. */
const readable = <Row>(read: () => Iterable<Row>): Row[] => {
  const rows: Row[] = [];
  try {
    for (const row of read()) rows.push(row);
  } catch {
    // What came before the damaged page counts.
  }
  return rows;
};

const titleOf = (document: GovDocument): string => {
  const title = document.parts.flatMap((part) => part.children).find((block) => block.type === 'title');
  return (title && blockText(title).trim()) || '（未写标题）';
};

/**
 * Reads what it can out of a damaged database and brings the library that took its place up to it: documents that are
 * newer there, with the older state kept as a version, and documents that the library does not have.
 * @param folder where the damaged database lies, moved aside; nothing in it is changed
 */
export const rescueLibrary = (
  folder: string,
  target: Database.Database,
  { database, nativeBinding }: LibraryPlaces,
  now: () => number,
): Rescued => {
  // Opening a database writes beside it: only a copy is opened, on the same disk, never in a folder for all.
  const copy = `${database}-rescue`;
  try {
    rmSync(copy, { recursive: true, force: true });
    mkdirSync(copy);
    for (const end of ['', '-wal', '-journal'])
      if (existsSync(join(folder, `nigao.db${end}`)))
        copyFileSync(join(folder, `nigao.db${end}`), join(copy, `nigao.db${end}`));
    const source = new Database(join(copy, 'nigao.db'), { ...(nativeBinding && { nativeBinding }) });
    try {
      return rescueFrom(source, target, now);
    } finally {
      source.close();
    }
  } catch {
    // No database any more, or one without documents.
    return nothingRescued;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
};

const rescueFrom = (source: Database.Database, target: Database.Database, now: () => number): Rescued => {
  const documents = createDocumentsRepo(target, now);
  const versions = createVersionsRepo(target, now);
  // Through three indexes: where one is damaged another may be whole.
  const ids = new Set(
    [
      'SELECT id FROM documents',
      'SELECT id FROM documents NOT INDEXED',
      'SELECT DISTINCT document_id FROM blocks',
    ].flatMap((query) => readable(() => source.prepare<[], string>(query).pluck().iterate())),
  );
  const found: string[] = [];
  const lost: string[] = [];
  for (const id of ids) {
    const row = documents.row(id);
    let stored: GovDocument | null = null;
    const piece = readable(() => source.prepare<[string], Piece>('SELECT * FROM documents WHERE id = ?').all(id))[0];
    if (piece && row && piece.revision <= row.revision) continue;
    try {
      stored = row ? documents.open(id).document : null;
      if (!piece) throw new Error('unreadable');
      const blocks = source
        .prepare<[string], BlockPiece>('SELECT block_id, json FROM blocks WHERE document_id = ?')
        .all(id);
      const document = parseDocument(assembleDocument(piece, blocks));
      target.transaction(() => {
        if (row && stored) {
          versions.keep(id, 'restored');
          documents.save(id, row.revision, diffDocuments(stored, document) ?? { blocks: [] });
        } else {
          documents.create(document, { name: piece.name });
          if (piece.trashed_at !== null) documents.trash(id);
        }
        const picture = target.prepare(
          'INSERT OR IGNORE INTO pictures (document_id, sha256, mime, bytes) VALUES (?, ?, ?, ?)',
        );
        for (const { sha256, mime, bytes } of readable(() =>
          source.prepare<[string], PictureRow>('SELECT * FROM pictures WHERE document_id = ?').iterate(id),
        ))
          picture.run(id, sha256, mime, bytes);
      })();
      found.push(titleOf(document));
    } catch {
      // A document whose state is unknown counts only when something of it is newer for sure or missing here.
      if (!stored || piece) lost.push(stored ? titleOf(stored) : (piece?.name ?? '（标题读不出来）'));
    }
  }
  return { found, lost };
};
