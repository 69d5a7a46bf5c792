import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { LibraryPlaces } from '../library-places';

/** A copy of a damaged database, read as far as its pages allow: what cannot be read is left out, never thrown. */
export type DamagedDatabase = Readonly<{
  /** The rows of a query up to the first page that cannot be read; `isWhole` when there was none. */
  rows<Row>(query: string, ...values: readonly unknown[]): Readonly<{ rows: readonly Row[]; isWhole: boolean }>;
  /** The one row of a query; null when it is not there or cannot be read. */
  row<Row>(query: string, ...values: readonly unknown[]): Row | null;
  /** All rows of a table that can be read, with their numbers (`at`), also between damaged pages. */
  walk<Row>(table: string, columns: string): readonly (Row & Numbered)[];
  /** The rows of a query in the order of an index, from either end up to the first page that cannot be read. */
  reach<Row>(query: string, order: readonly string[]): readonly Row[];
  close(): void;
}>;

/** A row of a table with its number there. */
export type Numbered = Readonly<{ at: number }>;

/** Where the copy lies while it is read, beside the database. */
export const rescuePath = ({ database }: Pick<LibraryPlaces, 'database'>): string => `${database}-rescue`;

/**
 * @param folder where the damaged database lies, moved aside; nothing in it is changed: opening a database writes
 * beside it, so only a copy is opened, on the same disk and never in a folder that others read
 * @param target the library that took its place. Where the pages are lost that say where each table begins, those of
 * the target do instead: a backup has every table where the library had it
 * @throws a file error when it cannot be copied
 */
export const openDamaged = (folder: string, places: LibraryPlaces, target: Database.Database): DamagedDatabase => {
  const copy = rescuePath(places);
  const remove = (): void => rmSync(copy, { recursive: true, force: true });
  const open = (schema: Pages | null): Database.Database => {
    // What an attempt before has changed, or a start that was cut off has left there.
    remove();
    mkdirSync(copy);
    for (const end of ['', '-wal', '-journal'])
      if (existsSync(join(folder, `nigao.db${end}`)))
        copyFileSync(join(folder, `nigao.db${end}`), join(copy, `nigao.db${end}`));
    const path = join(copy, 'nigao.db');
    if (schema && existsSync(path)) putPages(path, schema);
    const db = new Database(path, { ...(places.nativeBinding && { nativeBinding: places.nativeBinding }) });
    db.pragma('cell_size_check = ON');
    db.pragma('trusted_schema = OFF');
    return db;
  };
  try {
    let db = open(null);
    for (const schema of [
      // A file that was cut off claims more pages than it has, and is refused for it.
      () => readPages(join(folder, 'nigao.db'), [1]),
      () => readPages(target.name, schemaPages(target)),
    ]) {
      if (knowsTables(db)) break;
      db.close();
      db = open(schema());
    }
    return readingOf(db, remove);
  } catch (error) {
    remove();
    throw error;
  }
};

const pageBytes = 4096;
/** Pages of a file by their numbers, from 1. */
type Pages = ReadonlyMap<number, Buffer>;

/** The pages with the list of tables, as they then stand in the file itself. */
const schemaPages = (db: Database.Database): readonly number[] => {
  db.pragma('wal_checkpoint(TRUNCATE)');
  try {
    const numbers = db.prepare<[], number>("SELECT pageno FROM dbstat WHERE name = 'sqlite_schema'").pluck().all();
    return [...new Set([1, ...numbers])];
  } catch {
    // An addon that was built without it: most of the list stands on the first page.
    return [1];
  }
};

const readPages = (path: string, numbers: readonly number[]): Pages => {
  const pages = new Map<number, Buffer>();
  if (!existsSync(path)) return pages;
  const file = openSync(path, 'r');
  try {
    for (const number of numbers) {
      const page = Buffer.alloc(pageBytes);
      if (readSync(file, page, 0, pageBytes, (number - 1) * pageBytes) === pageBytes) pages.set(number, page);
    }
  } finally {
    closeSync(file);
  }
  return pages;
};

/** Puts pages into a database file; the first is made to fit its size. */
const putPages = (path: string, pages: Pages): void => {
  const count = Math.floor(statSync(path).size / pageBytes);
  const first = pages.get(1);
  // The number of pages, which counts only when the two counters of changes are the same.
  first?.writeUInt32BE(count, 28);
  first?.copy(first, 92, 24, 28);
  const file = openSync(path, 'r+');
  try {
    for (const [number, page] of pages)
      if (number <= count) writeSync(file, page, 0, pageBytes, (number - 1) * pageBytes);
  } finally {
    closeSync(file);
  }
};

const knowsTables = (db: Database.Database): boolean => {
  try {
    const tables = db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
    return ['documents', 'blocks'].every((name) => tables.includes(name));
  } catch {
    return false;
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
  const walk = <Row>(table: string, columns: string): readonly (Row & Numbered)[] => {
    const query = `SELECT rowid AS at, ${columns} FROM "${table}" NOT INDEXED WHERE rowid > ? ORDER BY rowid`;
    const canGoOn = (after: number): boolean => {
      const { rows: next, isWhole } = rows(`${query} LIMIT 1`, after);
      return next.length > 0 || isWhole;
    };
    const found: (Row & Numbered)[] = [];
    let last = Number.MIN_SAFE_INTEGER;
    for (;;) {
      const { rows: stretch, isWhole } = rows<Row & Numbered>(query, last);
      for (const row of stretch) found.push(row);
      if (isWhole) return found;
      last = stretch.at(-1)?.at ?? Math.max(last, 0);
      // Over the rows that cannot be read, with longer and longer steps, and back to the first that can.
      let step = 1;
      while (step <= longestStep && !canGoOn(last + step)) step *= 2;
      if (step > longestStep) return found;
      let [damaged, sound] = [last + Math.floor(step / 2), last + step];
      while (sound - damaged > 1) {
        const middle = Math.floor((damaged + sound) / 2);
        if (canGoOn(middle)) sound = middle;
        else damaged = middle;
      }
      last = sound;
    }
  };
  return {
    rows,
    row: <Row>(query: string, ...values: readonly unknown[]) => rows<Row>(query, ...values).rows[0] ?? null,
    walk,
    reach: <Row>(query: string, order: readonly string[]) => {
      const forwards = rows<Row>(`${query} ORDER BY ${order.join(', ')}`);
      if (forwards.isWhole) return forwards.rows;
      const backwards = rows<Row>(`${query} ORDER BY ${order.map((column) => `${column} DESC`).join(', ')}`);
      return [...forwards.rows, ...backwards.rows];
    },
    close: () => {
      db.close();
      remove();
    },
  };
};

/** No table of a library has more rows. */
const longestStep = 2 ** 40;
