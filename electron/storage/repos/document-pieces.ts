import { partOutlinesSchema } from '../../../shared/document/changes';

/** A document as it lies in the database: JSON in pieces, so that a save writes only what changed. */
export type DocumentPieces = Readonly<{ id: string; head: string; meta: string; parts: string }>;
export type BlockPiece = Readonly<{ block_id: string; json: string }>;

/**
 * The pieces put together, not yet validated as a document.
 * @throws when the order of the blocks cannot be read; a block that is missing stands as null
 */
export const assembleDocument = (pieces: DocumentPieces, blocks: readonly BlockPiece[]): unknown => {
  const byId = new Map(blocks.map((block) => [block.block_id, block.json] as const));
  const parts = partOutlinesSchema.parse(JSON.parse(pieces.parts)).map(({ id, kind, numbering, blockIds }) => ({
    type: 'part',
    id,
    kind,
    numbering,
    children: blockIds.map((blockId): unknown => JSON.parse(byId.get(blockId) ?? 'null')),
  }));
  const head: unknown = JSON.parse(pieces.head);
  return { ...Object(head), id: pieces.id, meta: JSON.parse(pieces.meta), parts };
};
