import type Database from 'better-sqlite3';

/** A row as it was read: whatever columns its table had then. */
export type Row = Readonly<Record<string, unknown>>;

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** The columns of a row that its table has in the database it goes into. */
const knownColumns = (db: Database.Database, table: string, row: Row): readonly string[] =>
  db
    .prepare<[string], string>('SELECT name FROM pragma_table_info(?)')
    .pluck()
    .all(table)
    .filter((name) => row[name] !== undefined);

/** Adds a row, unless one of its key is there; columns that the table does not have are left out. True when added. */
export const addRow = (db: Database.Database, table: string, row: Row): boolean => {
  const columns = knownColumns(db, table, row);
  const names = columns.map(quoted).join(', ');
  const places = columns.map(() => '?').join(', ');
  return (
    db
      .prepare(`INSERT OR IGNORE INTO ${quoted(table)} (${names}) VALUES (${places})`)
      .run(...columns.map((name) => row[name])).changes > 0
  );
};

/** Changes the row with this key. True when something in it was another. */
export const changeRow = (db: Database.Database, table: string, key: string, row: Row): boolean => {
  const columns = knownColumns(db, table, row).filter((name) => name !== key);
  const sets = columns.map((name) => `${quoted(name)} = ?`).join(', ');
  const others = columns.map((name) => `${quoted(name)} IS NOT ?`).join(' OR ');
  const values = columns.map((name) => row[name]);
  return (
    db
      .prepare(`UPDATE ${quoted(table)} SET ${sets} WHERE ${quoted(key)} = ? AND (${others})`)
      .run(...values, row[key], ...values).changes > 0
  );
};
