import { z } from 'zod';
import { blockIdSchema, blockSchema } from './block';
import {
  documentSchema,
  type GovDocument,
  metaSchema,
  numberingSchema,
  type Part,
  partKinds,
  structureProblems,
  templateRefSchema,
} from './document';

const partOutlineSchema = z.strictObject({
  id: blockIdSchema,
  kind: z.enum(partKinds),
  numbering: numberingSchema,
  blockIds: z.array(blockIdSchema).min(1).max(20_000),
});

/** The parts of a document with the order of their blocks: what is left of it without the blocks. */
export const partOutlinesSchema = z
  .array(partOutlineSchema)
  .min(1)
  .max(200)
  .superRefine((parts, context) => {
    for (const message of structureProblems(parts)) context.addIssue({ code: 'custom', message });
  });

/**
 * What changed between two states of one document: the changed and new blocks, the order where it changed,
 * form fields and template where they changed. Blocks no longer in any order are gone. The same record feeds
 * saving (only what changed crosses the door) and the checker's mirror of the document.
 */
export const documentChangesSchema = z.strictObject({
  meta: metaSchema.optional(),
  template: templateRefSchema.optional(),
  parts: partOutlinesSchema.optional(),
  blocks: z.array(blockSchema).max(20_000),
});
export type DocumentChanges = Readonly<z.infer<typeof documentChangesSchema>>;
export type PartOutline = Readonly<z.infer<typeof partOutlineSchema>>;

/** The parts of a document with the order of their blocks, without the blocks. */
export const outlineParts = (parts: readonly Part[]): PartOutline[] =>
  parts.map((part) => ({
    id: part.id,
    kind: part.kind,
    numbering: part.numbering,
    blockIds: part.children.map((block) => block.id),
  }));

const sameStructure = (before: readonly Part[], after: readonly Part[]): boolean =>
  before.length === after.length &&
  before.every((part, index) => {
    const other = after[index];
    if (part === other) return true;
    return (
      other !== undefined &&
      part.id === other.id &&
      part.kind === other.kind &&
      part.numbering === other.numbering &&
      part.children.length === other.children.length &&
      part.children.every((block, at) => block.id === other.children[at]?.id)
    );
  });

/** Changes that lead from `before` to `after`, found by identity of the immutable blocks; null when there are none. */
export const diffDocuments = (before: GovDocument, after: GovDocument): DocumentChanges | null => {
  if (before === after) return null;
  const known = new Set(before.parts.flatMap((part) => part.children));
  const blocks = after.parts.flatMap((part) => part.children.filter((block) => !known.has(block)));
  const meta = before.meta === after.meta ? undefined : after.meta;
  const parts = sameStructure(before.parts, after.parts) ? undefined : outlineParts(after.parts);
  const template = before.template === after.template ? undefined : after.template;
  if (!meta && !template && !parts && blocks.length === 0) return null;
  return { ...(meta && { meta }), ...(template && { template }), ...(parts && { parts }), blocks };
};

/**
 * Applies changes to a document.
 * @throws Error when the order names a block that neither the document nor the changes hold.
 */
export const applyChanges = (document: GovDocument, changes: DocumentChanges): GovDocument => {
  const blocks = new Map(document.parts.flatMap((part) => part.children.map((block) => [block.id, block] as const)));
  for (const block of changes.blocks) blocks.set(block.id, block);
  const parts = (changes.parts ?? outlineParts(document.parts)).map(
    ({ id, kind, numbering, blockIds }): Part => ({
      type: 'part',
      id,
      kind,
      numbering,
      children: blockIds.map((blockId) => {
        const block = blocks.get(blockId);
        if (!block) throw new Error(`order names an unknown block: ${blockId}`);
        return block;
      }),
    }),
  );
  const template = changes.template ?? document.template;
  return { ...document, ...(template && { template }), meta: changes.meta ?? document.meta, parts };
};

/** Reads a stored or foreign document; throws a ZodError naming what does not fit. */
export const parseDocument = (value: unknown): GovDocument => documentSchema.parse(value);
