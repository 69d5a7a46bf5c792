import { z } from 'zod';
import { blockIdSchema } from '../document/block';

/** A stretch of text that both states have, or only one of them. */
const segmentSchema = z.strictObject({ kind: z.enum(['same', 'removed', 'added']), text: z.string() });
export type Segment = Readonly<z.infer<typeof segmentSchema>>;

const sideSchema = z.strictObject({
  blockId: blockIdSchema,
  /** Where it stands, in plain Chinese: 二（三）第2段. */
  place: z.string(),
  /** Its number; empty for a block without one. */
  label: z.string(),
});

const comparedBlockSchema = z.strictObject({
  /** Where the block stands in the earlier state; null when it is new. */
  before: sideSchema.nullable(),
  /** Where it stands in the later state; null when it is gone. */
  after: sideSchema.nullable(),
  /**
   * For a block that only one state has: the block of the other state behind which it belongs; null for the start
   * of the document, and for a block that both have.
   */
  behind: blockIdSchema.nullable(),
  /** Part and chapter that lead to it, in the later state if it is there. */
  chapter: z.string(),
  /** The earlier text is `same` and `removed`, the later one `same` and `added`. */
  segments: z.array(segmentSchema),
  /** It stands elsewhere among the blocks that both states have. */
  moved: z.boolean(),
  /** Unchanged blocks behind it that moved along. */
  movedAlong: z.number().int().min(0),
  /** What the change means for the plan: 目标：98%→95%, 配合单位增加市财政局. */
  remarks: z.array(z.string()),
});
export type ComparedBlock = Readonly<z.infer<typeof comparedBlockSchema>>;

/** What happened to a block, the weightiest first. */
export const changeKinds = ['removed', 'added', 'changed', 'moved', 'renumbered'] as const;
export type ChangeKind = (typeof changeKinds)[number];

export const changeNames: Readonly<Record<ChangeKind, string>> = {
  removed: '删去',
  added: '新增',
  changed: '修改',
  moved: '移动',
  renumbered: '编号变动',
};

/** What lies between two states of a document, block by block in the order of the later one. */
export const comparisonSchema = z.strictObject({
  blocks: z.array(comparedBlockSchema),
  /** On the whole document: a function gone or newly written, another genre. */
  remarks: z.array(z.string()),
});
export type Comparison = Readonly<z.infer<typeof comparisonSchema>>;

export const kindOf = ({ before, after, segments, moved }: ComparedBlock): ChangeKind => {
  if (!after) return 'removed';
  if (!before) return 'added';
  if (segments.some(({ kind }) => kind !== 'same')) return 'changed';
  return moved ? 'moved' : 'renumbered';
};
