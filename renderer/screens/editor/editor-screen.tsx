import { useCallback, useEffect, useState } from 'react';
import type { GovDocument } from '../../../shared/document/document';
import { sayError } from '../../app/say-error';
import { call } from '../../ipc/client';
import { EditorDesk } from './editor-desk';

type EditorScreenProps = Readonly<{
  id: string;
  /** Where to put the caret; the start where none is given. */
  blockId: string | undefined;
  onBack(): void;
  /** Leaves this document for another. */
  onOpenDocument(id: string): void;
}>;
type Opened = Readonly<{ document: GovDocument; revision: number; name: string | null; visit: number }>;

/** Opens a document and shows its desk; goes back to the library with a sentence when it cannot be opened. */
export const EditorScreen = ({ id, blockId, onBack, onOpenDocument }: EditorScreenProps) => {
  const [opened, setOpened] = useState<Opened | null>(null);
  const open = useCallback(
    () =>
      call('document:open', { id }).then(
        ({ document, revision, name }) => setOpened({ document, revision, name, visit: Date.now() }),
        (error) => {
          sayError(error, true);
          onBack();
        },
      ),
    [id, onBack],
  );
  useEffect(() => {
    void open();
    // What cannot be told is of no matter: the next document takes its place.
    return () => void call('document:close', {}).catch(() => {});
  }, [open]);
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
      onOpenDocument={onOpenDocument}
      onReload={() => void open()}
    />
  );
};
