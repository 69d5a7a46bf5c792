import { useId, useState } from 'react';
import type { Imported, LockedFile } from '../../../shared/ipc/contract';
import { DialogFrame } from '../../app/ui/dialog-frame';
import { PasswordFields } from '../../app/ui/password-fields';
import { call, sentenceOf } from '../../ipc/client';

type UnlockDialogProps = Readonly<{
  locked: LockedFile;
  /** It is not opened. */
  onClose(): void;
  onOpened(result: Imported): void;
}>;

/** Asks for the password of a file that is being opened, until it is the right one. */
export const UnlockDialog = ({ locked, onClose, onOpened }: UnlockDialogProps) => {
  const [password, setPassword] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const id = useId();
  const leave = () => {
    // Nothing to tell: the file is merely forgotten.
    call('files:leave-locked', { key: locked.key }).catch(() => {});
    onClose();
  };
  const open = async () => {
    setBusy(true);
    setProblem(null);
    try {
      onOpened(await call('files:unlock', { key: locked.key, password }));
    } catch (error) {
      setProblem(sentenceOf(error));
      setBusy(false);
    }
  };
  return (
    <DialogFrame
      title="输入密码"
      closable={!isBusy}
      onClose={leave}
      foot={
        <>
          <span className="spacer" />
          <button type="button" className="btn" disabled={isBusy} onClick={leave}>
            不打开
          </button>
          <button type="submit" form={`${id}-form`} className="btn btn-primary" disabled={isBusy || password === ''}>
            {isBusy ? '正在打开…' : '打开'}
          </button>
        </>
      }
    >
      <form
        id={`${id}-form`}
        className="form-rows"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBusy && password !== '') void open();
        }}
      >
        <p className="dialog-text">“{locked.file}”设有密码。</p>
        <PasswordFields fields={[{ label: '密码', value: password, onChange: setPassword }]} problem={problem} />
        <p className="field-note">打开后，文稿存入本机文库，在文库里不加密。</p>
      </form>
    </DialogFrame>
  );
};
