import { type ReactElement, type RefObject, useCallback, useState } from 'react';
import { say } from '../../../app/ui/toasts';
import { type NotePlace, notePlaceAt } from '../../../editor/commands/unit-note';
import type { EditorHandle } from '../../../editor/document-editor';
import { UnitPickerDialog } from '../../../features/unit-picker/unit-picker-dialog';

type UnitPicker = Readonly<{
  /** Opens it for a block; says why when no unit note can stand there. */
  open(blockId: string | null): void;
  dialog: ReactElement | null;
}>;

/** The picker of 责任单位 over the editor. */
export const useUnitPicker = (editor: RefObject<EditorHandle | null>): UnitPicker => {
  const [place, setPlace] = useState<NotePlace | null>(null);
  const document = editor.current?.getDocument();
  const open = useCallback(
    (blockId: string | null) => {
      const found = editor.current && notePlaceAt(editor.current.getDocument(), blockId);
      if (found) setPlace(found);
      else say('请先把光标放到要写责任单位的条目里。');
    },
    [editor],
  );
  /** When the dialog is gone: while it is there it keeps the keyboard, and gives it back without the caret. */
  const close = (then: (handle: EditorHandle) => void) => {
    setPlace(null);
    setTimeout(() => editor.current && then(editor.current), 0);
  };
  const dialog = place && document && (
    <UnitPickerDialog
      document={document}
      place={place}
      onClose={() => close((handle) => handle.focus())}
      onSave={(next) => close((handle) => handle.run({ type: 'writeNote', place: next }))}
    />
  );
  return { open, dialog: dialog ?? null };
};
