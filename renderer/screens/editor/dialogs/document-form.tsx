import type { RefObject } from 'react';
import type { DocumentMeta } from '../../../../shared/document/document';
import { say } from '../../../app/ui/toasts';
import { type DocumentLines, readDocumentLines } from '../../../editor/commands/document-lines';
import { hasNotice } from '../../../editor/commands/notice';
import type { EditorHandle } from '../../../editor/document-editor';
import { DocumentFormDialog } from '../../../features/document-form/document-form-dialog';
import { readMeta } from '../../../features/document-form/form-fields';

type DocumentFormProps = Readonly<{
  editor: RefObject<EditorHandle | null>;
  meta: DocumentMeta;
  onMeta(meta: DocumentMeta): void;
  onClose(): void;
}>;

/** To tell whether a field has changed, whatever the order they are stored in. */
const fieldsOf = (meta: DocumentMeta): string => JSON.stringify([meta.genre, readMeta(meta)]);

/** 文件信息 over the editor: its lines are changed in the text, the other fields beside it. */
export const DocumentForm = ({ editor, meta, onMeta, onClose }: DocumentFormProps) => {
  const parts = editor.current?.getDocument().parts;
  if (!parts) return null;
  /** When the dialog is gone: while it is there it keeps the keyboard, and gives it back without the caret. */
  const close = (then: (handle: EditorHandle) => void) => {
    onClose();
    setTimeout(() => editor.current && then(editor.current), 0);
  };
  const save = (next: DocumentMeta, lines: DocumentLines) => {
    if (fieldsOf(next) !== fieldsOf(meta)) {
      onMeta(next);
      say('文件信息已改。', { label: '撤销', run: () => onMeta(meta) });
    }
    close((handle) => handle.run({ type: 'setDocumentLines', lines }));
  };
  const noticed = hasNotice(parts);
  const toggleNotice = () =>
    close(({ run }) =>
      run(noticed ? { type: 'removeNotice' } : { type: 'addNotice', organ: meta.issuingOrgan?.replaceAll('\n', '、') }),
    );
  return (
    <DocumentFormDialog
      meta={meta}
      lines={readDocumentLines(parts)}
      hasNotice={noticed}
      onSave={save}
      onNotice={toggleNotice}
      onClose={() => close((handle) => handle.focus())}
    />
  );
};
