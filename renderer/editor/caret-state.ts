import type { BlockType, Level } from '../../shared/document/block';
import { headingText } from '../../shared/document/heading-text';
import { blockText } from '../../shared/document/plain-text';
import { footnoteAtCaret } from './footnotes/edit-footnotes';
import { boxIdOf, currentBlock, partAt } from './model/blocks';
import type { GovEditor } from './slate-types';
import { readTableCaret, type TableCaret } from './tables/table-caret';

export type CaretHeading = Readonly<{ id: string; label: string; text: string }>;

/** Where the caret stands, for the toolbar and the breadcrumb. Everything null or empty without a caret. */
export type CaretState = Readonly<
  TableCaret & {
    partId: string | null;
    blockId: string | null;
    type: BlockType | null;
    level: Level | null;
    runIn: boolean;
    inBox: boolean;
    /** The footnote whose sign it touches. */
    footnote: string | null;
    /** Headings above the caret, the highest first, the caret's own clause included. */
    path: readonly CaretHeading[];
    canUndo: boolean;
    canRedo: boolean;
  }
>;

export const readCaret = (editor: GovEditor, labelOf: (id: string) => string): CaretState => {
  const { undos, redos } = editor.history;
  const steps = { canUndo: undos.length > 0, canRedo: redos.length > 0, ...readTableCaret(editor) };
  const footnote = footnoteAtCaret(editor)?.id ?? null;
  const entry = currentBlock(editor);
  const part = entry && partAt(editor, entry[1][0]);
  if (!entry || !part)
    return {
      partId: null,
      blockId: null,
      type: null,
      level: null,
      runIn: false,
      inBox: false,
      footnote,
      path: [],
      ...steps,
    };
  const [block, [, index]] = entry;
  const path: CaretHeading[] = [];
  let level = 5;
  for (let at = index; at >= 0 && level > 1; at -= 1) {
    const above = part.children[at]!;
    const inSameBox = boxIdOf(above) !== undefined && boxIdOf(above) === boxIdOf(block);
    if (above.type === 'boxTitle' && inSameBox)
      path.unshift({ id: above.id, label: labelOf(above.id), text: blockText(above) });
    if (above.type !== 'clause' || above.level >= level || (above.boxId !== undefined && at !== index)) continue;
    if (above.boxId === undefined) level = above.level;
    path.unshift({ id: above.id, label: labelOf(above.id), text: headingText(above) });
  }
  return {
    partId: part.id,
    blockId: block.id,
    type: block.type,
    level: block.type === 'clause' ? block.level : null,
    runIn: block.type === 'clause' && block.runIn === true,
    inBox: boxIdOf(block) !== undefined,
    footnote,
    path,
    ...steps,
  };
};

/** Whether two reports say the same, so that the second need not be made. */
export const sameCaret = (a: CaretState, b: CaretState): boolean => {
  const { path: before, ...one } = a;
  const { path: after, ...other } = b;
  return (
    (Object.keys(one) as (keyof typeof one)[]).every((key) => one[key] === other[key]) &&
    before.length === after.length &&
    before.every(({ id, label, text }, at) => {
      const heading = after[at];
      return id === heading?.id && label === heading.label && text === heading.text;
    })
  );
};
