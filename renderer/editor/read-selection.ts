import { Range, Transforms } from 'slate';
import { ReactEditor } from 'slate-react';
import type { GovEditor } from './slate-types';

/**
 * Takes the page's selection over at once. Slate does so up to 100 ms later (it throttles `selectionchange`): a key
 * pressed right behind a click or an arrow would act where the caret was before.
 */
export const readSelection = (editor: GovEditor): void => {
  const selection = getSelection();
  if (!selection?.anchorNode || !ReactEditor.isFocused(editor) || ReactEditor.isComposing(editor)) return;
  if (!ReactEditor.hasTarget(editor, selection.anchorNode) || !ReactEditor.hasTarget(editor, selection.focusNode))
    return;
  const range = ReactEditor.toSlateRange(editor, selection, { exactMatch: false, suppressThrow: true });
  if (range && !(editor.selection && Range.equals(range, editor.selection))) Transforms.select(editor, range);
};

/**
 * Puts the page's selection where Slate has it, as the paper gets the keyboard back. A dialog that closes only focuses
 * the paper, and Chromium puts the caret of what is focused at its top: what is typed next would go into the title.
 */
export const showSelection = (editor: GovEditor): void => {
  // Not yet drawn: Slate shows it with the text.
  if (!editor.selection || editor.operations.length > 0) return;
  const { anchor, focus } = editor.selection;
  const from = ReactEditor.resolveDOMPoint(editor, anchor);
  const to = ReactEditor.resolveDOMPoint(editor, focus);
  if (from && to) getSelection()?.setBaseAndExtent(...from, ...to);
};
