import type { Path } from 'slate';
import { type Beside, besideKey, besideTexts } from '../../../shared/document/beside-text';
import { type Block, longestCaption } from '../../../shared/document/block';
import { blockText, leafText, leavesText } from '../../../shared/document/plain-text';
import { longestFootnote, type TextLeaf } from '../../../shared/document/text';
import { rewordFootnote } from '../footnotes/edit-footnotes';
import { blockEntryAt, findBlock, isTextBlock, partsOf } from '../model/blocks';
import { patchBlock } from '../model/reshape';
import type { GovEditor } from '../slate-types';

/** A stretch of a block's text, offsets as `blockText` counts them, or of words beside it, and what stands there instead. */
export type TextEdit = Readonly<{ blockId: string; beside?: Beside; start: number; end: number; text: string }>;

/**
 * Replaces stretches of text, which do not overlap; offsets are those before the first. The new text has the face
 * of the first character it replaces; a placeholder of which nothing is left is none any more. To be called without
 * normalising.
 */
export const replaceTexts = (editor: GovEditor, edits: readonly TextEdit[]): void => {
  const byBlock = new Map<string, TextEdit[]>();
  for (const edit of edits) {
    const own = byBlock.get(edit.blockId);
    if (own) own.push(edit);
    else byBlock.set(edit.blockId, [edit]);
  }
  for (const [part, { children }] of partsOf(editor).entries())
    for (const [index, block] of children.entries()) {
      const own = byBlock.get(block.id);
      if (!own) continue;
      replaceBeside(editor, block, own);
      for (const edit of own.toSorted((a, b) => b.start - a.start)) {
        if (edit.beside) continue;
        const place = leavesAt(block, [part, index], edit.start);
        if (place) replaceInLeaves(editor, place, edit);
      }
      ensureRunIn(editor, block, [part, index]);
    }
};

/** Words beside a block, put together anew. Empty ones stay, no sign goes with them; what would be too long stays as it was. */
const replaceBeside = (editor: GovEditor, block: Block, edits: readonly TextEdit[]): void => {
  for (const { beside, text } of besideTexts(block)) {
    const own = edits.filter((edit) => edit.beside && besideKey(edit.beside) === besideKey(beside));
    if (own.length === 0) continue;
    const words = own
      .toSorted((a, b) => b.start - a.start)
      .reduce((before, edit) => before.slice(0, edit.start) + edit.text + before.slice(edit.end), text);
    if (words.length > (beside.kind === 'footnote' ? longestFootnote : longestCaption)) continue;
    if (beside.kind === 'footnote') rewordFootnote(editor, beside.id, words);
    else patchBlock(editor, findBlock(editor, block.id)!, { caption: words });
  }
};

type Place = Readonly<{ leaves: readonly TextLeaf[]; path: Path; from: number }>;

/** The leaves of the block, or of the cell, in whose text an offset stands, and where that text begins. */
const leavesAt = (block: Block, path: Path, offset: number): Place | null => {
  if (isTextBlock(block)) return { leaves: block.children, path, from: 0 };
  let from = 0;
  for (const [at, row] of block.children.entries())
    for (const [cell, { children }] of row.children.entries()) {
      const { length } = leavesText(children);
      if (offset <= from + length) return { leaves: children, path: [...path, at, cell], from };
      from += length + 1;
    }
  return null;
};

/** From the last leaf to the first, so that no operation moves the place of another. */
const replaceInLeaves = (editor: GovEditor, { leaves, path, from }: Place, { start, end, text }: TextEdit): void => {
  let at = from;
  const touched = leaves.flatMap((leaf, index) => {
    const first = Math.max(start - at, 0);
    const { length } = leafText(leaf);
    const last = Math.min(end - at, length);
    at += length;
    return first < last ? [{ leaf, path: [...path, index], first, last }] : [];
  });
  touched.toReversed().forEach(({ leaf, path: leafPath, first, last }, index) => {
    const whole = first === 0 && last === leaf.text.length;
    if (whole && leaf.placeholder) {
      const { placeholder } = leaf;
      editor.apply({ type: 'set_node', path: leafPath, properties: { placeholder }, newProperties: {} });
    }
    editor.apply({ type: 'remove_text', path: leafPath, offset: first, text: leaf.text.slice(first, last) });
    if (index === touched.length - 1 && text !== '')
      editor.apply({ type: 'insert_text', path: leafPath, offset: first, text });
  });
};

const hasTextBehindLead = (block: Block): boolean => /^[^。]*。./s.test(blockText(block));

/** A clause that got text behind its first 。 is run-in. */
const ensureRunIn = (editor: GovEditor, before: Block, path: Path): void => {
  if (before.type !== 'clause' || before.runIn || hasTextBehindLead(before)) return;
  const entry = blockEntryAt(editor, path);
  if (entry && hasTextBehindLead(entry[0])) patchBlock(editor, entry, { runIn: true });
};
