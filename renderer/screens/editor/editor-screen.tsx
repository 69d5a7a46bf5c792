import { useCallback, useEffect, useState } from 'react';
import type { GovDocument } from '../../../shared/document/document';
import { say } from '../../app/ui/toasts';
import { call, sentenceOf } from '../../ipc/client';
import { EditorDesk } from './editor-desk';

type EditorScreenProps = Readonly<{ id: string; onBack(): void }>;
type Opened = Readonly<{ document: GovDocument; revision: number; visit: number }>;

/** Opens a document and shows its desk; goes back to the library with a sentence when it cannot be opened. */
export const EditorScreen = ({ id, onBack }: EditorScreenProps) => {
  const [opened, setOpened] = useState<Opened | null>(null);
  const open = useCallback(
    () =>
      call('document:open', { id }).then(
        ({ document, revision }) => setOpened({ document, revision, visit: Date.now() }),
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
      opened={opened.document}
      revision={opened.revision}
      onBack={onBack}
      onReload={() => void open()}
    />
  );
};
