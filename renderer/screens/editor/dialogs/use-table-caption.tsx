import { type ReactElement, type RefObject, useCallback, useState } from 'react';
import type { Table } from '../../../../shared/document/block';
import { computeLabels } from '../../../../shared/numbering/compute-labels';
import type { EditorHandle } from '../../../editor/document-editor';
import { CaptionDialog } from '../../../features/table-tools/caption-dialog';

type TableCaption = Readonly<{
  /** Asks for the caption of the table with the caret. */
  open(): void;
  dialog: ReactElement | null;
}>;

/** The caption of a table, asked for over the editor. */
export const useTableCaption = (editor: RefObject<EditorHandle | null>): TableCaption => {
  const [asked, setAsked] = useState<Readonly<{ table: Table; label: string }> | null>(null);
  const open = useCallback(() => {
    const handle = editor.current;
    const id = handle?.getCaret().blockId;
    const parts = handle?.getDocument().parts ?? [];
    const table = parts.flatMap(({ children }) => children).find((block) => block.id === id);
    if (table?.type !== 'table') return;
    // The number it has, or would have.
    const captioned = parts.map((part) => ({
      ...part,
      children: part.children.map((block) => (block === table ? { ...table, caption: table.caption ?? '' } : block)),
    }));
    setAsked({ table, label: computeLabels({ parts: captioned }).get(table.id) ?? '' });
  }, [editor]);
  /** When the dialog is gone: while it is there it keeps the keyboard. */
  const close = (then: (handle: EditorHandle) => void) => {
    setAsked(null);
    setTimeout(() => editor.current && then(editor.current), 0);
  };
  const dialog = asked && (
    <CaptionDialog
      label={asked.label}
      caption={asked.table.caption ?? ''}
      onClose={() => close((handle) => handle.focus())}
      onSave={(caption) => close((handle) => handle.run({ type: 'setCaption', table: asked.table.id, caption }))}
    />
  );
  return { open, dialog };
};
