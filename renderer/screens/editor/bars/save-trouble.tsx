import type { GovDocument } from '../../../../shared/document/document';
import { sayError } from '../../../app/say-error';
import { ConfirmDialog } from '../../../app/ui/confirm-dialog';
import { say } from '../../../app/ui/toasts';
import { type Saving, useSaveState } from '../../../features/saving/use-saving';
import { call } from '../../../ipc/client';

type SaveTroubleProps = Readonly<{
  id: string;
  saving: Saving;
  /** The document as it is on the paper. */
  current(): GovDocument;
  /** Opens what is stored and drops the unsaved changes. */
  onReload(): void;
}>;

/** Neither state may be dropped by a key pressed in passing. */
const stay = () => {};

/** Writes a document that the library cannot take as a file somewhere else. */
const saveElsewhere = async (document: GovDocument): Promise<void> => {
  try {
    const { path, missing } = await call('document:save-elsewhere', { document });
    if (path === null) return;
    say(`已另存到 ${path}。${missing > 0 ? `有 ${missing} 张图片读不出来，没有带上。` : ''}`, undefined, true);
  } catch (error) {
    sayError(error);
  }
};

/** Says why the document could not be saved; after a conflict, asks which state is to stay. */
export const SaveTrouble = ({ id, saving, current, onReload }: SaveTroubleProps) => {
  const state = useSaveState(saving);
  if (state.kind === 'failed') {
    return (
      <div className="save-trouble" role="alert">
        <span>未保存，正在重试。{state.message}</span>
        <button type="button" className="btn" onClick={() => void saving.flush().catch(() => {})}>
          立即重试
        </button>
        <button type="button" className="btn" onClick={() => void saveElsewhere(current())}>
          把现在的文稿另存到…
        </button>
      </div>
    );
  }
  if (state.kind !== 'conflict') return null;
  const keepMine = async () => {
    try {
      const { document, revision } = await call('document:open', { id });
      saving.rebase(document, revision);
    } catch (error) {
      sayError(error);
    }
  };
  return (
    <ConfirmDialog
      title="这份文稿在别处改过"
      text="最近的改动还没有保存。可以用这里的内容覆盖已存的文稿，也可以放弃这里的改动，打开已存的文稿。"
      action="用这里的内容覆盖"
      cancel="打开已存的文稿"
      onConfirm={() => void keepMine()}
      onCancel={onReload}
      onDismiss={stay}
    />
  );
};
