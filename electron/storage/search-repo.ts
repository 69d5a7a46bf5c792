import type Database from 'better-sqlite3';
import { z } from 'zod';
import { blockSchema } from '../../shared/document/block';
import { partOutlinesSchema } from '../../shared/document/changes';
import { blockText } from '../../shared/document/plain-text';
import type { SearchHit } from '../../shared/document/search-hit';
import { foldText, matchExpression, tokensOf, wordsOf } from './search-words';
import { inTransaction } from './transaction';

/** Search over the texts of all documents outside the 回收站. Synchronous, in the calling thread. */
export type SearchRepo = Readonly<{
  /**
   * Indexes documents that changed since they were last indexed, for about so many milliseconds (one document at
   * least; 500 characters take about 1 ms). True when nothing is left.
   */
  catchUp(milliseconds: number): boolean;
  /** Documents with a block that holds every word of the query, one hit each, those first kept last. */
  find(query: string, limit: number): readonly SearchHit[];
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
       WHERE d.trashed_at IS NULL AND s.revision IS NOT d.revision LIMIT 1`,
    )
    .pluck();
  const selectDocument = db.prepare<[string], { parts: string; revision: number }>(
    'SELECT parts, revision FROM documents WHERE id = ?',
  );
  const selectBlocks = db.prepare<[string], { block_id: string; json: string }>(
    'SELECT block_id, json FROM blocks WHERE document_id = ?',
  );
  const removeOld = db.prepare('DELETE FROM search_documents WHERE document_id = ?');
  const insertDocument = db.prepare('INSERT INTO search_documents (document_id, revision) VALUES (?, ?)');
  const insertRow = db.prepare('INSERT INTO search_rows (row, block_id) VALUES (?, ?)');
  const insertTokens = db.prepare('INSERT INTO search_index (rowid, tokens) VALUES (?, ?)');
  const selectMatch = db
    .prepare<[string, number], number>(
      'SELECT rowid FROM search_index WHERE search_index MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT 1',
    )
    .pluck();
  const selectHit = db.prepare<[number, number], { id: string; block_id: string; json: string }>(
    `SELECT d.id, r.block_id, b.json FROM search_rows r
     JOIN search_documents s ON s.number = ?
     JOIN documents d ON d.id = s.document_id AND d.trashed_at IS NULL
     JOIN blocks b ON b.document_id = d.id AND b.block_id = r.block_id
     WHERE r.row = ?`,
  );

  const index = (id: string): void => {
    const document = selectDocument.get(id);
    if (!document) return;
    removeOld.run(id);
    const first = Number(insertDocument.run(id, document.revision).lastInsertRowid) * perDocument;
    const json = new Map(selectBlocks.all(id).map((block) => [block.block_id, block.json] as const));
    const order = partOutlinesSchema
      .parse(JSON.parse(document.parts))
      .flatMap((part) => part.blockIds)
      .slice(0, perDocument - 1);
    for (const [at, blockId] of order.entries()) {
      const block = blockSchema.safeParse(JSON.parse(json.get(blockId) ?? 'null'));
      const tokens = block.success ? tokensOf(blockText(block.data)) : '';
      if (tokens === '') continue;
      insertRow.run(first + at, blockId);
      insertTokens.run(first + at, tokens);
    }
  };

  return {
    catchUp: (milliseconds) => {
      const end = performance.now() + milliseconds;
      for (;;) {
        const stale = selectStale.get();
        if (stale === undefined) return true;
        inTransaction(db, () => index(stale));
        if (performance.now() > end) return selectStale.get() === undefined;
      }
    },

    find: (query, limit) =>
      inTransaction(db, () => {
        const words = wordsOf(query);
        const expression = matchExpression(words);
        if (expression === null) return [];
        const hits: SearchHit[] = [];
        let below = Number.MAX_SAFE_INTEGER;
        while (hits.length < limit) {
          const row = selectMatch.get(expression, below);
          if (row === undefined) break;
          const number = Math.floor(row / perDocument);
          const found = selectHit.get(number, row);
          const text = found ? textOf(found.json) : '';
          const folded = foldText(text);
          if (found && words.every((word) => folded.includes(word))) {
            hits.push({ id: found.id, blockId: found.block_id, ...excerpt(text, words) });
            below = number * perDocument;
          } else below = found ? row : number * perDocument;
        }
        return hits;
      }),
  };
};

const textOf = (json: string): string => {
  const block = z.preprocess((value) => JSON.parse(String(value)), blockSchema).safeParse(json);
  return block.success ? blockText(block.data) : '';
};
