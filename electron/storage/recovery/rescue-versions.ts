import { inflateSync } from 'node:zlib';
import type Database from 'better-sqlite3';
import { z } from 'zod';
import { versionSchema } from '../../../shared/document/version';
import type { DamagedDatabase } from './damaged-database';
import { addRow, type Row } from './put-row';

const aboutSchema = z.looseObject({
  version: z.int(),
  document_id: z.string(),
  kept_at: z.int(),
  reason: versionSchema.shape.reason,
  name: z.string().nullable(),
});
const rowSchema = aboutSchema.extend({ revision: z.int(), content: z.instanceof(Buffer) });
type VersionRow = Readonly<z.infer<typeof rowSchema>>;

/** The content of a version; null when it is not what was once deflated (the format carries a checksum). */
const contentOf = (row: VersionRow): unknown => {
  try {
    return JSON.parse(inflateSync(row.content).toString());
  } catch {
    return null;
  }
};

/** A version with its content; null when either cannot be read. */
const readVersion = (
  source: DamagedDatabase,
  version: number,
): Readonly<{ row: VersionRow; content: unknown }> | null => {
  const row = rowSchema.safeParse(source.row<Row>('SELECT * FROM versions WHERE version = ?', version)).data;
  const content = row ? contentOf(row) : null;
  return row && content !== null ? { row, content } : null;
};

/** The last state of a document that is kept and can be read. */
export const newestVersion = (
  source: DamagedDatabase,
  documentId: string,
): Readonly<{ revision: number; content: unknown }> | null => {
  const query = 'SELECT version FROM versions WHERE document_id = ?';
  const { rows } = source.rows<Readonly<{ version: number }>>(`${query} ORDER BY version DESC`, documentId);
  for (const { version } of rows) {
    const read = readVersion(source, version);
    if (read) return { revision: read.row.revision, content: read.content };
  }
  return null;
};

/** Numbers of all versions that can be reached, the oldest first. */
export const versionsIn = (source: DamagedDatabase): readonly number[] => {
  type Found = Readonly<{ version: number }>;
  const query = 'SELECT version FROM versions INDEXED BY versions_of_document';
  const found = [
    ...source.walk<Found>('versions', 'version'),
    ...source.reach<Found>(query, ['document_id', 'version']),
  ];
  return [...new Set(found.map(({ version }) => version))].toSorted((one, other) => one - other);
};

export type RescuedVersions = Readonly<{ added: number; named: number; unreadable: number }>;

/**
 * Adds the versions that a library does not have, of the documents that it has; the names given to those it has.
 * @param numbers of the versions in the damaged database
 * @returns what was done, and the numbers that are left because their document is not there
 */
export const rescueVersions = (
  source: DamagedDatabase,
  target: Database.Database,
  numbers: readonly number[],
): RescuedVersions & Readonly<{ left: readonly number[] }> => {
  const hasDocument = target.prepare<[string], number>('SELECT 1 FROM documents WHERE id = ?').pluck();
  const isTaken = target.prepare<[number], number>('SELECT 1 FROM versions WHERE version = ?').pluck();
  const selectSame = target.prepare<[string, number, string, number], { version: number; name: string | null }>(
    'SELECT version, name FROM versions WHERE document_id = ? AND kept_at = ? AND (reason = ? OR version = ?)',
  );
  const rename = target.prepare('UPDATE versions SET name = ? WHERE version = ?');
  const left: number[] = [];
  let [added, named, unreadable] = [0, 0, 0];
  for (const number of numbers) {
    // Most are there already: their content is not asked for.
    const query = 'SELECT version, document_id, kept_at, reason, name FROM versions WHERE version = ?';
    const about = aboutSchema.safeParse(source.row<Row>(query, number)).data;
    if (about && hasDocument.get(about.document_id) === undefined) {
      left.push(number);
      continue;
    }
    const same = about && selectSame.get(about.document_id, about.kept_at, about.reason, number);
    if (same) {
      if (about.name !== null && about.name !== same.name) rename.run(about.name, same.version);
      continue;
    }
    const read = readVersion(source, number);
    if (read) {
      const { version: _number, ...rest } = read.row;
      addRow(target, 'versions', isTaken.get(number) === undefined ? read.row : rest);
      added += 1;
      if (read.row.name !== null) named += 1;
    } else if (about || isTaken.get(number) === undefined) unreadable += 1;
  }
  return { added, named, unreadable, left };
};
