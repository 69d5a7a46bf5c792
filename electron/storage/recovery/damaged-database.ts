import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { LibraryPlaces } from '../library-places';

/** A copy of a damaged database, read as far as its pages allow: what cannot be read is left out, never thrown. */
export type DamagedDatabase = Readonly<{
  /** The rows of a query up to the first page that cannot be read; `isWhole` when there was none. */
  rows<Row>(query: string, ...values: readonly unknown[]): Readonly<{ rows: readonly Row[]; isWhole: boolean }>;
  /** The one row of a query; null when it is not there or cannot be read. */
  row<Row>(query: string, ...values: readonly unknown[]): Row | null;
  /**
   * Rows by every way that leads to them: where one index or page is damaged another may be whole, and what lies
   * behind a damaged page is reached from the other end. Some come several times.
   */
  reach<Row>(ways: readonly Way[]): readonly Row[];
  close(): void;
}>;

/** A query without its order, and the columns of the order in which it is read from either end. */
type Way = Readonly<{ query: string; order: readonly string[] }>;

/** Where the copy lies while it is read, beside the database. */
export const rescuePath = ({ database }: Pick<LibraryPlaces, 'database'>): string => `${database}-rescue`;

/**
 * @param folder where the damaged database lies, moved aside; nothing in it is changed: opening a database writes
 * beside it, so only a copy is opened, on the same disk and never in a folder that others read
 * @throws a file error when it cannot be copied; SqliteError when nothing at all can be read of it
 */
export const openDamaged = (folder: string, places: LibraryPlaces): DamagedDatabase => {
  const { nativeBinding } = places;
  const copy = rescuePath(places);
  const remove = (): void => rmSync(copy, { recursive: true, force: true });
  // What a start that was cut off has left there.
  remove();
  let db: Database.Database | null = null;
  try {
    mkdirSync(copy);
    for (const end of ['', '-wal', '-journal'])
      if (existsSync(join(folder, `nigao.db${end}`)))
        copyFileSync(join(folder, `nigao.db${end}`), join(copy, `nigao.db${end}`));
    db = new Database(join(copy, 'nigao.db'), { ...(nativeBinding && { nativeBinding }) });
    db.pragma('cell_size_check = ON');
    db.pragma('trusted_schema = OFF');
    return readingOf(db, remove);
  } catch (error) {
    db?.close();
    remove();
    throw error;
  }
};

const readingOf = (db: Database.Database, remove: () => void): DamagedDatabase => {
  const rows = <Row>(query: string, ...values: readonly unknown[]) => {
    const read: Row[] = [];
    try {
      for (const row of db.prepare<unknown[], Row>(query).iterate(...values)) read.push(row);
      return { rows: read, isWhole: true };
    } catch {
      // What came before the damaged page counts; a table that an earlier version did not have holds nothing.
      return { rows: read, isWhole: false };
    }
  };
  return {
    rows,
    row: <Row>(query: string, ...values: readonly unknown[]) => rows<Row>(query, ...values).rows[0] ?? null,
    reach: <Row>(ways: readonly Way[]) =>
      ways.flatMap(({ query, order }) => {
        const forwards = rows<Row>(`${query} ORDER BY ${order.join(', ')}`);
        if (forwards.isWhole) return forwards.rows;
        const backwards = rows<Row>(`${query} ORDER BY ${order.map((column) => `${column} DESC`).join(', ')}`);
        return [...forwards.rows, ...backwards.rows];
      }),
    close: () => {
      db.close();
      remove();
    },
  };
};
