import { Editor, Range, Transforms } from 'slate';
import { blockText } from '../../../shared/document/plain-text';
import { clauseShape } from '../commands/levels';
import { selectPlaceholderAt } from '../commands/placeholders';
import { asOneStep } from '../commands/run-command';
import type { CompositionGate } from '../ime/composition-gate';
import { blockEntryAt, currentBlock, offsetIn } from '../model/blocks';
import { typedPrefix } from '../model/number-prefix';
import { type BlockShape, paragraphShape, patchBlock, reshape } from '../model/reshape';
import type { GovEditor } from '../slate-types';

/** Whether text follows the first 。 of a clause. */
const hasTextBehindLead = (text: string): boolean => {
  const stop = text.indexOf('。');
  return stop >= 0 && stop < text.length - 1;
};

/** Text after the first 。 of a clause makes it run-in; a clause whose lead was taken apart by hand stays so. */
export const ensureRunIn = (editor: GovEditor, before: string): void => {
  const entry = currentBlock(editor);
  if (entry?.[0].type !== 'clause' || entry[0].runIn || hasTextBehindLead(before)) return;
  if (hasTextBehindLead(blockText(entry[0]))) patchBlock(editor, entry, { runIn: true });
};

/**
 * What typing does besides inserting: a placeholder is replaced as a whole, a number at the start of a block makes
 * it that level, text behind the first 。 of a clause makes it run-in. The same for keys and for input methods:
 * both end in `insertText`; what would reshape the block waits until the composition is over.
 */
export const withTyping = (editor: GovEditor, gate: CompositionGate): GovEditor => {
  const { insertText } = editor;
  /** A paragraph just made an item by “1.”: a digit now means a decimal number was being written. */
  let justNumbered: { blockId: string; prefix: string; shape: BlockShape } | null = null;

  /** Where typing in a block began that has waited for the end of a composition, maybe through several of them. */
  let waiting: { blockId: string; from: number } | null = null;

  /** `from` is where typing began: a number that stood there before, or came back by undo, is left alone. */
  const takeNumber = (from: number): void => {
    const { selection } = editor;
    const entry = currentBlock(editor);
    if (!selection || !Range.isCollapsed(selection) || !entry) return;
    const [block, path] = entry;
    if (block.type !== 'paragraph' && block.type !== 'clause') return;
    const text = blockText(block);
    const typed = typedPrefix(text);
    if (!typed || from >= typed.prefix.length || offsetIn(editor, selection.anchor) < typed.prefix.length) return;
    asOneStep(editor, () => {
      Transforms.delete(editor, { at: Editor.start(editor, path), distance: typed.prefix.length });
      const rest = blockEntryAt(editor, path)!;
      reshape(editor, rest, typed.shape.type === 'clause' ? clauseShape(rest[0], typed.shape.level) : typed.shape);
    });
    if (text !== typed.prefix) return;
    const shape = block.type === 'clause' ? clauseShape(block, block.level) : paragraphShape;
    justNumbered = { blockId: block.id, prefix: typed.prefix, shape };
  };

  editor.insertText = (text, options) => {
    const entry = currentBlock(editor);
    const collapsed = editor.selection !== null && Range.isCollapsed(editor.selection);
    if (entry && justNumbered?.blockId === entry[0].id && /^\d/.test(text) && /^\d+\.$/.test(justNumbered.prefix)) {
      const { prefix, shape } = justNumbered;
      justNumbered = null;
      if (blockText(entry[0]) === '') {
        reshape(editor, entry, shape);
        insertText(prefix + text, options);
        return;
      }
    }
    justNumbered = null;
    const before = entry ? blockText(entry[0]) : '';
    let from = 0;
    Editor.withoutNormalizing(editor, () => {
      if (!collapsed) editor.deleteFragment();
      selectPlaceholderAt(editor);
      if (editor.selection && Range.isExpanded(editor.selection)) {
        editor.deleteFragment();
        selectPlaceholderAt(editor);
      }
      from = editor.selection ? offsetIn(editor, editor.selection.anchor) : 0;
      insertText(text, options);
      ensureRunIn(editor, before);
    });
    const blockId = currentBlock(editor)?.[0].id ?? '';
    if (waiting?.blockId === blockId) from = Math.min(from, waiting.from);
    waiting = { blockId, from };
    gate.pass('take-number', () => {
      waiting = null;
      takeNumber(from);
    });
  };
  return editor;
};
