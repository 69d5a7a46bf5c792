import type { Block } from '../../../shared/document/block';
import { createId } from '../../../shared/document/block-id';
import type { GovEditor } from '../slate-types';
import { type BlockEntry, boxIdOf, isBoxable, isTextBlock } from './blocks';

type Distribute<B> = B extends Block ? Readonly<Omit<B, 'id' | 'children' | 'boxId'>> : never;
/** What a text block is, apart from its text, its id and the 专栏 it stands in. */
export type BlockShape = Distribute<Exclude<Block, { type: 'table' | 'boxTitle' | 'picture' }>>;

export const paragraphShape: BlockShape = { type: 'paragraph' };

/** Taken from a block whose number is not its own any more: at another level, or as a copy of another block. */
export const withoutOwnNumber = { fixedLabel: undefined, locked: undefined, sourceNumber: undefined } as const;

/** A new block of a shape (numbers of another block are not taken over), in a 专栏 when `boxId` is given and the shape may stand in one. */
export const newBlock = (shape: BlockShape, boxId?: string, text = ''): Block =>
  withoutUndefined({
    ...shape,
    ...withoutOwnNumber,
    id: createId(),
    ...(boxId !== undefined && isBoxable(shape.type) && { boxId }),
    children: [{ text }],
  }) as Block;

const withoutUndefined = (properties: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined));

/** Gives a text block another shape in one operation: text and id stay, and its 专栏 where the shape may stand in one. */
export const reshape = (editor: GovEditor, [block, path]: BlockEntry, shape: BlockShape): void => {
  if (!isTextBlock(block)) return;
  const boxId = boxIdOf(block);
  setProperties(editor, [block, path], {
    ...shape,
    ...(boxId !== undefined && isBoxable(shape.type) && { boxId }),
  });
};

/** Replaces all properties of a block but its id and children. */
const setProperties = (editor: GovEditor, [block, path]: BlockEntry, next: Readonly<Record<string, unknown>>): void => {
  const before: Record<string, unknown> = { ...block };
  const properties: Record<string, unknown> = {};
  const newProperties: Record<string, unknown> = {};
  for (const key of new Set([...Object.keys(before), ...Object.keys(next)])) {
    if (key === 'id' || key === 'children' || before[key] === next[key]) continue;
    if (key in before) properties[key] = before[key];
    if (key in next) newProperties[key] = next[key];
  }
  if (Object.keys(properties).length + Object.keys(newProperties).length === 0) return;
  editor.apply({ type: 'set_node', path, properties, newProperties });
};

/** Sets some properties of a block; a property given as undefined is taken away. */
export const patchBlock = (
  editor: GovEditor,
  [block, path]: BlockEntry,
  patch: Readonly<Record<string, unknown>>,
): void => {
  const { id: _id, children: _children, ...properties } = block;
  setProperties(editor, [block, path], withoutUndefined({ ...properties, ...patch }));
};

/**
 * Copies of blocks for a paste: an id that is `taken` is replaced, and the copy has no number of its own; what was cut
 * keeps its id, so that references to it hold. Boxes always get a new id. `renamed` has the new ids by the old ones.
 */
export const withFreshIds = (
  blocks: readonly Block[],
  taken: ReadonlySet<string>,
): Readonly<{ blocks: Block[]; renamed: ReadonlyMap<string, string> }> => {
  const boxes = new Map<string, string>();
  const renamed = new Map<string, string>();
  const copies = blocks.map((block) => {
    const fresh = taken.has(block.id) || renamed.has(block.id);
    const id = fresh ? createId() : block.id;
    renamed.set(block.id, id);
    const boxId = boxIdOf(block);
    if (boxId !== undefined && !boxes.has(boxId)) boxes.set(boxId, createId());
    return withoutUndefined({
      ...block,
      ...(fresh && withoutOwnNumber),
      id,
      ...(boxId !== undefined && { boxId: boxes.get(boxId) }),
    }) as Block;
  });
  return { blocks: copies, renamed };
};
