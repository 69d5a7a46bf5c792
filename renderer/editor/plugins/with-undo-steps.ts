import { HistoryEditor } from 'slate-history';
import type { GovEditor } from '../slate-types';

/** A pause in typing after which undo takes a step of its own, in milliseconds. */
const pause = 1200;

/** Undo in steps a person expects: slate-history joins typing without end; a pause or an ended sentence ends a step. */
export const withUndoSteps = (editor: GovEditor, now: () => number = Date.now): GovEditor => {
  const { apply } = editor;
  let typedAt = 0;
  let sentenceEnded = false;
  editor.apply = (operation) => {
    const typing = operation.type === 'insert_text' || operation.type === 'remove_text';
    const alone = editor.operations.every(({ type }) => type === 'set_selection');
    if (typing && alone && HistoryEditor.isSaving(editor) !== false) {
      const at = now();
      if (at - typedAt > pause || (sentenceEnded && operation.type === 'insert_text'))
        HistoryEditor.setSplittingOnce(editor, true);
      typedAt = at;
      sentenceEnded = operation.type === 'insert_text' && /[。；！？]$/.test(operation.text);
    }
    apply(operation);
  };
  return editor;
};
