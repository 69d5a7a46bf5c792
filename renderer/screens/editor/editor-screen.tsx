import { useCallback, useEffect, useState } from 'react';
import type { GovDocument } from '../../../shared/document/document';
import { say } from '../../app/ui/toasts';
import { call, sentenceOf } from '../../ipc/client';
import { EditorDesk } from './editor-desk';

type EditorScreenProps = Readonly<{
  id: string;
  /** Where to put the caret; the start where none is given. */
  blockId: string | undefined;
  onBack(): void;
}>;
type Opened = Readonly<{ document: GovDocument; revision: number; name: string | null; visit: number }>;

/** Opens a document and shows its desk; goes back to the library with a sentence when it cannot be opened. */
export const EditorScreen = ({ id, blockId, onBack }: EditorScreenProps) => {
  const [opened, setOpened] = useState<Opened | null>(null);
  const open = useCallback(
    () =>
      Promise.all([call('document:open', { id }), call('library:list', {})]).then(
        ([{ document, revision }, rows]) => {
          const name = rows.find((row) => row.id === id)?.name ?? null;
          setOpened({ document, revision, name, visit: Date.now() });
        },
        (error) => {
          say(sentenceOf(error), undefined, true);
          onBack();
        },
      ),
    [id, onBack],
  );
  useEffect(() => void open(), [open]);
  if (!opened) return <div className="waiting">正在打开文稿…</div>;
  return (
    <EditorDesk
      key={opened.visit}
      id={id}
      blockId={blockId}
      name={opened.name}
      opened={opened.document}
      revision={opened.revision}
      onBack={onBack}
      onReload={() => void open()}
    />
  );
};
