import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import { z } from 'zod';
import { bureauRulesSchema } from '../../../shared/checks/bureau/bureau-rules';
import { templateSchema } from '../../../shared/templates/template';
import { unitDictionarySchema } from '../../../shared/units/unit-dictionary';
import { diskCode } from '../storage-error';
import type { DamagedDatabase } from './damaged-database';
import { addRow, changeRow, type Row } from './put-row';

/** How many rows were added or brought up to date, and how many are there and cannot be read. */
export type RescuedRows = Readonly<{ added: number; unreadable: number }>;

const pictureSchema = z.looseObject({ sha256: z.string(), bytes: z.instanceof(Buffer) });
type PictureKey = Readonly<{ document_id: string; sha256: string; at?: number }>;

/** Adds the pictures that documents of a library miss. */
export const rescuePictures = (source: DamagedDatabase, target: Database.Database): RescuedRows => {
  const hasDocument = target.prepare<[string], number>('SELECT 1 FROM documents WHERE id = ?').pluck();
  const hasPicture = target
    .prepare<[string, string], number>('SELECT 1 FROM pictures WHERE document_id = ? AND sha256 = ?')
    .pluck();
  const keys = [
    ...source.reach<PictureKey>('SELECT document_id, sha256 FROM pictures', ['document_id', 'sha256']),
    ...source.walk<PictureKey>('pictures', 'document_id, sha256'),
  ];
  const missing = new Map(
    keys
      .filter((key) => hasDocument.get(key.document_id) && !hasPicture.get(key.document_id, key.sha256))
      .map((key) => [`${key.document_id} ${key.sha256}`, key] as const),
  );
  let added = 0;
  for (const { document_id, sha256, at = null } of missing.values()) {
    const query = 'SELECT * FROM pictures WHERE';
    const found =
      source.row<Row>(`${query} document_id = ? AND sha256 = ?`, document_id, sha256) ??
      source.row<Row>(`${query} rowid = ?`, at);
    const row = pictureSchema.safeParse(found).data;
    // Its name is the sum of its bytes.
    if (row && createHash('sha256').update(row.bytes).digest('hex') === sha256 && addRow(target, 'pictures', row))
      added += 1;
  }
  return { added, unreadable: missing.size - added };
};

const templateRowSchema = z.looseObject({ id: z.string(), json: z.string(), updated_at: z.int() });
const settingRowSchema = z.looseObject({ name: z.string(), json: z.string() });

/** What each setting has to be; of others only that they can be read. */
const settingSchemas: Readonly<Record<string, z.ZodType>> = {
  units: unitDictionarySchema,
  rules: bureauRulesSchema,
  library: z.string().regex(/^[0-9a-f]{8}$/),
};

const isValid = (schema: z.ZodType, json: string): boolean => {
  try {
    return schema.safeParse(JSON.parse(json)).success;
  } catch {
    return false;
  }
};

/** Brings what the bureau has set up for itself up to date: own templates, its units and rules. */
export const rescueBureau = (source: DamagedDatabase, target: Database.Database): RescuedRows => {
  let [added, unreadable] = [0, 0];
  const storedAt = target.prepare<[string], number>('SELECT updated_at FROM templates WHERE id = ?').pluck();
  /** The rows of a small table by their keys; null for those of which only the key is left. */
  const rowsOf = (table: string, key: string): ReadonlyMap<string, Row | null> =>
    new Map([
      ...source.reach<Row>(`SELECT ${key} FROM ${table}`, [key]).map((row) => [String(row[key]), null] as const),
      ...source.walk<Row>(table, '*').map(({ at: _at, ...row }) => [String(row[key]), row] as const),
    ]);
  for (const [id, found] of rowsOf('templates', 'id')) {
    const row = templateRowSchema.safeParse(found).data;
    const before = storedAt.get(id);
    if (!row || !isValid(templateSchema, row.json)) unreadable += 1;
    else if (before === undefined ? addRow(target, 'templates', row) : row.updated_at > before) {
      changeRow(target, 'templates', 'id', row);
      added += 1;
    }
  }
  for (const [name, found] of rowsOf('settings', 'name')) {
    if (name.startsWith('recovered-')) continue;
    const row = settingRowSchema.safeParse(found).data;
    if (!row || !isValid(settingSchemas[name] ?? z.unknown(), row.json)) unreadable += 1;
    // The file was in use until it broke: its settings are never older than those of a backup.
    else if (addRow(target, 'settings', row) || changeRow(target, 'settings', 'name', row))
      if (name !== 'library') added += 1;
  }
  return { added, unreadable };
};

/** Tables that are brought up to date one by one, or made anew from the documents. */
const ownWays = /^(documents|blocks|versions|pictures|templates|settings|search_.*|sqlite_.*)$/;

/** Adds the rows of all other tables that a library does not have. */
export const rescueFurther = (source: DamagedDatabase, target: Database.Database): void => {
  const tables = target.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
  for (const table of tables.filter((name) => !ownWays.test(name)))
    for (const row of source.walk<Row>(table, '*'))
      try {
        addRow(target, table, row);
      } catch (error) {
        // One that belongs to a document that is not there.
        if (!diskCode(error).startsWith('SQLITE_CONSTRAINT')) throw error;
      }
};
