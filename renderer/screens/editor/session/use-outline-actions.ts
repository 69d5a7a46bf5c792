import { type RefObject, useCallback } from 'react';
import type { DocumentFunction } from '../../../../shared/functions/types';
import type { OutlineRow } from '../../../app/outline/outline-rows';
import { say } from '../../../app/ui/toasts';
import { untouchedSince } from '../../../app/ui/untouched-since';
import type { EditorCommand } from '../../../editor/commands/editor-command';
import type { EditorHandle } from '../../../editor/document-editor';

/** Until the caret stands where a command put it. */
const caretDelay = 50;

/** What is done to the text from the panel at its left. */
export const useOutlineActions = (editor: RefObject<EditorHandle | null>) => {
  const run = useCallback((command: EditorCommand) => editor.current?.runFromOutside(command), [editor]);
  const addPart = useCallback(
    (name: DocumentFunction) => {
      editor.current?.run({ type: 'insertMissing', function: name });
      // The command came from outside the paper, so nothing has scrolled to the caret yet.
      setTimeout(() => getSelection()?.focusNode?.parentElement?.scrollIntoView({ block: 'center' }), caretDelay);
    },
    [editor],
  );
  const deleteRow = useCallback(
    (row: OutlineRow) => {
      const before = editor.current?.getDocument().parts;
      editor.current?.runFromOutside({ type: 'deleteBranch', id: row.id });
      const after = editor.current?.getDocument().parts;
      if (after === before) return;
      const undo = () => {
        if (untouchedSince(editor, after)) editor.current?.runFromOutside({ type: 'undo' });
      };
      say(`已删除“${row.label}${row.text}”。`, { label: '撤销', run: undo });
    },
    [editor],
  );
  return { run, addPart, deleteRow };
};
