import type Database from 'better-sqlite3';
import { blockSchema } from '../../../shared/document/block';
import { partOutlinesSchema } from '../../../shared/document/changes';
import type { GovDocument } from '../../../shared/document/document';
import { blockText } from '../../../shared/document/plain-text';
import type { SearchHit } from '../../../shared/document/search-hit';
import { findFunctions } from '../../../shared/functions/find-functions';
import type { DocumentFunction } from '../../../shared/functions/types';
import { inTransaction } from '../transaction';
import { assembleDocument, type BlockPiece, type DocumentPieces } from './document-pieces';
import { foldText, functionToken, matchExpression, tokensOf, wordsOf } from './search-words';

/** Search over the texts of all documents outside the 回收站. Synchronous, in the calling thread. */
export type SearchRepo = Readonly<{
  /**
   * Indexes documents that changed since they were last indexed, for about so many milliseconds (one document at
   * least; 300 characters take about 1 ms). True when nothing is left.
   */
  catchUp(milliseconds: number): boolean;
  /**
   * Documents with a block that holds every word of the query, one hit each, those indexed last first.
   * @param within only blocks that serve this function
   */
  find(query: string, limit: number, within?: DocumentFunction): readonly SearchHit[];
}>;

const perDocument = 2 ** 20;
/** Characters of a hit's sentence that are shown. */
const shownBefore = 24;
const shownLength = 90;

/** The stretch around the first word, its words marked. */
const excerpt = (text: string, words: readonly string[]): Pick<SearchHit, 'text' | 'marks'> => {
  const flat = text.replace(/[\t\n]/g, ' ');
  const first = Math.min(...words.map((word) => foldText(flat).indexOf(word)));
  const start = first <= shownBefore ? 0 : first - shownBefore;
  const shown = flat.slice(start, start + shownLength);
  const folded = foldText(shown);
  const marks = words.flatMap((word) => {
    const found: { start: number; end: number }[] = [];
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length))
      found.push({ start: at, end: at + word.length });
    return found;
  });
  const ends = [start > 0 ? '…' : '', start + shownLength < flat.length ? '…' : ''];
  const shift = ends[0]!.length;
  return {
    text: `${ends[0]}${shown}${ends[1]}`,
    marks: marks
      .sort((a, b) => a.start - b.start)
      .map((mark) => ({ start: mark.start + shift, end: mark.end + shift })),
  };
};

export const createSearchRepo = (db: Database.Database): SearchRepo => {
  const selectStale = db
    .prepare<[], string>(
      `SELECT d.id FROM documents d LEFT JOIN search_documents s ON s.document_id = d.id
       WHERE d.trashed_at IS NULL AND s.revision IS NOT d.revision`,
    )
    .pluck();
  const selectDocument = db.prepare<[string], DocumentPieces & { revision: number }>(
    'SELECT id, head, meta, parts, revision FROM documents WHERE id = ?',
  );
  const selectBlocks = db.prepare<[string], BlockPiece>('SELECT block_id, json FROM blocks WHERE document_id = ?');
  const removeOld = db.prepare('DELETE FROM search_documents WHERE document_id = ?');
  const insertDocument = db.prepare('INSERT INTO search_documents (document_id, revision) VALUES (?, ?)');
  const insertRow = db.prepare('INSERT INTO search_rows (row, block_id) VALUES (?, ?)');
  const insertTokens = db.prepare('INSERT INTO search_index (rowid, tokens) VALUES (?, ?)');
  const selectMatches = db
    .prepare<[string], number>('SELECT rowid FROM search_index WHERE search_index MATCH ? ORDER BY rowid DESC')
    .pluck();
  const selectHit = db.prepare<[number, number], { id: string; block_id: string; json: string }>(
    `SELECT d.id, r.block_id, b.json FROM search_rows r
     JOIN search_documents s ON s.number = ?
     JOIN documents d ON d.id = s.document_id AND d.trashed_at IS NULL
     JOIN blocks b ON b.document_id = d.id AND b.block_id = r.block_id
     WHERE r.row = ?`,
  );

  /** Changed and not yet indexed, as last looked up. */
  let pending: string[] = [];
  const index = (id: string): void => {
    const pieces = selectDocument.get(id);
    if (!pieces) return;
    removeOld.run(id);
    const first = Number(insertDocument.run(id, pieces.revision).lastInsertRowid) * perDocument;
    const blocks = selectBlocks.all(id);
    const json = new Map(blocks.map((block) => [block.block_id, block.json] as const));
    const functions = functionsOf(pieces, blocks);
    const order = orderOf(pieces).slice(0, perDocument - 1);
    for (const [at, blockId] of order.entries()) {
      const tokens = tokensOf(textOf(json.get(blockId) ?? 'null'));
      if (tokens === '') continue;
      insertRow.run(first + at, blockId);
      insertTokens.run(first + at, [tokens, ...(functions.get(blockId) ?? []).map(functionToken)].join(' '));
    }
  };

  return {
    catchUp: (milliseconds) => {
      const end = performance.now() + milliseconds;
      for (;;) {
        // Looking for what has changed takes as long as indexing a document: once for many.
        if (pending.length === 0) pending = selectStale.all();
        const id = pending.pop();
        if (id === undefined) return true;
        inTransaction(db, () => index(id));
        if (performance.now() > end && pending.length > 0) return false;
      }
    },

    find: (query, limit, within) =>
      inTransaction(db, () => {
        const words = wordsOf(query);
        const expression = matchExpression(words, within);
        if (expression === null) return [];
        const hits: SearchHit[] = [];
        let settled = -1;
        // One walk through the index: its rows are passed over ten times faster than it is asked anew.
        for (const row of selectMatches.iterate(expression)) {
          const number = Math.floor(row / perDocument);
          if (number === settled) continue;
          const found = selectHit.get(number, row);
          const text = found ? textOf(found.json) : '';
          const folded = foldText(text);
          const holds = words.every((word) => folded.includes(word));
          if (found && holds) hits.push({ id: found.id, blockId: found.block_id, ...excerpt(text, words) });
          if (!found || holds) settled = number;
          if (hits.length === limit) break;
        }
        return hits;
      }),
  };
};

const textOf = (json: string): string => {
  const block = blockSchema.safeParse(JSON.parse(json));
  return block.success ? blockText(block.data) : '';
};

/** Ids of the blocks in order; none of a document that cannot be read, which must not stop the index. */
const orderOf = ({ parts }: DocumentPieces): readonly string[] => {
  const outlines = partOutlinesSchema.safeParse(JSON.parse(parts));
  return outlines.success ? outlines.data.flatMap((part) => part.blockIds) : [];
};

/** Which functions each block serves; none in a document that cannot be read as a whole. */
const functionsOf = (pieces: DocumentPieces, blocks: readonly BlockPiece[]): Map<string, DocumentFunction[]> => {
  const served = new Map<string, DocumentFunction[]>();
  try {
    // What was stored is valid, and what is not must only not stop the index.
    for (const place of findFunctions(assembleDocument(pieces, blocks) as GovDocument))
      for (const id of place.blockIds) served.set(id, [...(served.get(id) ?? []), place.function]);
  } catch {
    served.clear();
  }
  return served;
};
