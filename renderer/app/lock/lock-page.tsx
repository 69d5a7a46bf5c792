import { useEffect, useId, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { call, sentenceOf } from '../../ipc/client';
import { openLock, useLock } from './lock-state';
import './lock.css';

/** Covers the window while it is locked: no word of a document shows, until a click or the password. */
export const LockPage = () => {
  const { isLocked, lock, settingsFile } = useLock();
  // Beside the dialogs, which hide all else from screen readers.
  return isLocked
    ? createPortal(<Cover hasPassword={lock.hasPassword} settingsFile={settingsFile} />, document.body)
    : null;
};

type CoverProps = Readonly<{ hasPassword: boolean; settingsFile: string }>;

const Cover = ({ hasPassword, settingsFile }: CoverProps) => {
  const [password, setPassword] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const holder = document.activeElement;
    // The top layer: everything behind it is out of reach of keys, clicks and screen readers.
    dialog.current?.showModal();
    // The paper shows its caret again by itself.
    return () => void setTimeout(() => holder instanceof HTMLElement && holder.focus({ preventScroll: true }), 0);
  }, []);
  const open = async () => {
    setBusy(true);
    try {
      await call('lock:open', { password });
      openLock();
    } catch (error) {
      setProblem(sentenceOf(error));
      setPassword('');
      setBusy(false);
    }
  };
  return (
    <dialog
      ref={dialog}
      className="lock-page"
      aria-labelledby={`${id}-title`}
      onCancel={(event) => event.preventDefault()}
    >
      <form
        className="lock-box"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBusy) void open();
        }}
      >
        <h1 id={`${id}-title`}>拟稿已锁定</h1>
        {hasPassword ? (
          <>
            <label htmlFor={`${id}-password`}>输入密码继续</label>
            <input
              id={`${id}-password`}
              className="input"
              type="password"
              autoComplete="off"
              maxLength={200}
              aria-invalid={problem !== null || undefined}
              aria-describedby={problem === null ? undefined : `${id}-problem`}
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
            {problem !== null && (
              <>
                <p id={`${id}-problem`} className="form-problem" role="alert">
                  {problem}
                </p>
                <p className="lock-hint">忘记密码时，请维护人员关闭程序，删去 {settingsFile}。文稿不受影响。</p>
              </>
            )}
          </>
        ) : (
          <p>文稿已保存，内容已遮住。</p>
        )}
        <button type="submit" className="btn btn-primary" disabled={isBusy}>
          继续
        </button>
      </form>
    </dialog>
  );
};
