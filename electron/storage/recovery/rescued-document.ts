import { z } from 'zod';
import { type Block, blockSchema } from '../../../shared/document/block';
import { createId } from '../../../shared/document/block-id';
import { outlineParts, type PartOutline, partOutlinesSchema } from '../../../shared/document/changes';
import { documentSchema, type GovDocument, schemaVersion } from '../../../shared/document/document';
import { filingSchema, unfiled } from '../../../shared/document/filing';
import { documentSummarySchema } from '../../../shared/document/summary';
import { assembleDocument, type BlockPiece, type DocumentPieces } from '../repos/document-pieces';
import type { Row } from './put-row';

const rowSchema = z.looseObject({
  id: z.string(),
  name: z.string().nullable(),
  head: z.string(),
  meta: z.string(),
  parts: z.string(),
  revision: z.int(),
  updated_at: z.int(),
  created_at: z.int(),
  trashed_at: z.int().nullable(),
});
/** A row of the documents as it was read; other columns as they are. */
export type DocumentRow = Readonly<z.infer<typeof rowSchema>>;

/** Null for what is no row of a document. */
export const asDocumentRow = (row: Row | null): DocumentRow | null => rowSchema.safeParse(row).data ?? null;

const parseJson = (json: unknown): unknown => {
  try {
    return JSON.parse(String(json));
  } catch {
    return null;
  }
};

/** How a document is filed and named, with what is not valid replaced by what a new one has. */
export const filingOf = (row: DocumentRow): Row => {
  const filing = filingSchema.safeParse({ folder: row.folder, tags: parseJson(row.tags), status: row.status });
  const { folder, tags, status } = filing.data ?? unfiled;
  const { name, trashed_at, source } = row;
  return { name, trashed_at, source: source ?? null, folder, tags: JSON.stringify(tags), status };
};

/** The summary of a row, where it still describes the document. */
export const summaryOf = (row: DocumentRow | null): Row =>
  row !== null && documentSummarySchema.safeParse(parseJson(row.summary)).success
    ? { summary: row.summary, summary_revision: row.summary_revision, summary_rules: row.summary_rules }
    : { summary: null, summary_revision: null, summary_rules: null };

/** A document in the pieces that are stored, without its blocks. */
export const piecesOf = (document: GovDocument): DocumentPieces => {
  const { id, meta, parts, ...head } = document;
  return {
    id,
    head: JSON.stringify(head),
    meta: JSON.stringify(meta),
    parts: JSON.stringify(outlineParts(parts)),
  };
};

/** The document with every block it names; null when something of it is missing or not valid. */
export const wholeDocument = (row: DocumentRow, blocks: readonly BlockPiece[]): GovDocument | null => {
  try {
    return documentSchema.parse(assembleDocument(row, blocks));
  } catch {
    return null;
  }
};

/** A document kept as a version; null when it cannot be read. */
export const documentOf = (value: unknown, id: string): GovDocument | null =>
  documentSchema.safeParse({ ...Object(value), id }).data ?? null;

/**
 * A document out of what can be read of it: its blocks in its own order where that is known, else in that of an
 * earlier state with the new ones at the end, else as they were stored; what is missing is taken from the earlier
 * state. Null when there is nothing to make one of.
 * @param row null when it cannot be read
 * @param base an earlier state; null when there is none
 */
export const patchedDocument = (
  id: string,
  row: DocumentRow | null,
  pieces: readonly BlockPiece[],
  base: GovDocument | null,
): GovDocument | null => {
  const read = pieces.flatMap(({ json }) => blockSchema.safeParse(parseJson(json)).data ?? []);
  const known = new Map([...blocksOf(base), ...read].map((block) => [block.id, block] as const));
  const outlines = (row && partOutlinesSchema.safeParse(parseJson(row.parts)).data) ?? outlinesOf(base, read);
  const parts = outlines.flatMap(({ blockIds, ...part }) => {
    const children = blockIds.flatMap((blockId) => known.get(blockId) ?? []);
    return children.length === 0 ? [] : [{ type: 'part', ...part, children }];
  });
  const { id: _id, meta: baseMeta, parts: _parts, ...baseHead } = base ?? blank;
  const head: unknown = (row && parseJson(row.head)) ?? baseHead;
  const meta: unknown = (row && parseJson(row.meta)) ?? baseMeta;
  const whole = documentSchema.safeParse({ ...Object(head), id, meta, parts });
  return whole.data ?? documentSchema.safeParse({ ...baseHead, id, meta: baseMeta, parts }).data ?? null;
};

const blank: Omit<GovDocument, 'id' | 'parts'> & Readonly<{ id: null; parts: null }> = {
  schemaVersion,
  id: null,
  meta: { genre: 'other' },
  parts: null,
  setAside: [],
};

export const blocksOf = (document: GovDocument | null): readonly Block[] =>
  document?.parts.flatMap((part) => part.children) ?? [];

const outlinesOf = (base: GovDocument | null, read: readonly Block[]): readonly PartOutline[] => {
  const placed = new Set(blocksOf(base).map(({ id }) => id));
  const others = read.flatMap(({ id }) => (placed.has(id) ? [] : [id]));
  if (base === null) return [{ id: createId(), kind: 'main', numbering: {}, blockIds: others }];
  return outlineParts(base.parts).map((part) =>
    part.kind === 'main' ? { ...part, blockIds: [...part.blockIds, ...others] } : part,
  );
};
