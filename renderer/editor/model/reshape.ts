import type { Block } from '../../../shared/document/block';
import { createId } from '../../../shared/document/block-id';
import type { GovEditor } from '../slate-types';
import { type BlockEntry, boxIdOf, isBoxable, isTextBlock } from './blocks';

type Distribute<B> = B extends Block ? Readonly<Omit<B, 'id' | 'children' | 'boxId'>> : never;
/** What a text block is, apart from its text, its id and the 专栏 it stands in. */
export type BlockShape = Distribute<Exclude<Block, { type: 'table' | 'boxTitle' }>>;

export const paragraphShape: BlockShape = { type: 'paragraph' };

/** A new block of a shape, in a 专栏 when `boxId` is given and the shape may stand in one. */
export const newBlock = (shape: BlockShape, boxId?: string, text = ''): Block =>
  ({
    ...shape,
    id: createId(),
    ...(boxId !== undefined && isBoxable(shape.type) && { boxId }),
    children: [{ text }],
  }) as Block;

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
  const next: Record<string, unknown> = { ...properties, ...patch };
  for (const key of Object.keys(next)) if (next[key] === undefined) delete next[key];
  setProperties(editor, [block, path], next);
};

/** Copies of blocks with new ids, boxes included, for a paste or a duplicate. */
export const withFreshIds = (blocks: readonly Block[]): Block[] => {
  const boxes = new Map<string, string>();
  return blocks.map((block) => {
    const boxId = boxIdOf(block);
    if (boxId === undefined) return { ...block, id: createId() };
    if (!boxes.has(boxId)) boxes.set(boxId, createId());
    return { ...block, id: createId(), boxId: boxes.get(boxId)! } as Block;
  });
};
