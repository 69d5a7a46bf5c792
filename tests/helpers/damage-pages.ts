import { readFileSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';

/** SQLite's page size, as every library has it. */
const pageBytes = 4096;

type Page = Readonly<{ number: number; type: string }>;

/** The pages of one table or index of a database that is closed, in the order of their rows. */
export const pagesOf = (path: string, name: string): readonly Page[] => {
  const db = new Database(path, { readonly: true });
  try {
    return db
      .prepare<[string], Page>('SELECT pageno AS number, pagetype AS type FROM dbstat WHERE name = ? ORDER BY path')
      .all(name);
  } finally {
    db.close();
  }
};

/** Overwrites pages, numbered from 1, as a failing disk does. */
export const damagePages = (path: string, numbers: readonly number[]): void => {
  const bytes = readFileSync(path);
  for (const number of numbers) bytes.fill(0x5a, (number - 1) * pageBytes, number * pageBytes);
  writeFileSync(path, bytes);
};
