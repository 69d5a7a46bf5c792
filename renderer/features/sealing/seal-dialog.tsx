import { useId, useState } from 'react';
import { shortestPassword } from '../../../shared/file/limits';
import { DialogFrame } from '../../app/ui/dialog-frame';
import { PasswordField } from '../../app/ui/password-field';

type SealDialogProps = Readonly<{
  title: string;
  onClose(): void;
  onDone(password: string): void;
}>;

/** 加密另存: asks for the password a file is to be opened with, twice. */
export const SealDialog = ({ title, onClose, onDone }: SealDialogProps) => {
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [isShown, setShown] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const id = useId();
  const problem =
    [...password].length < shortestPassword
      ? `密码至少 ${shortestPassword} 个字符。`
      : again !== password
        ? '两次输入的密码不同。'
        : null;
  const told = isAsked ? problem : null;
  return (
    <DialogFrame
      title="加密另存"
      onClose={onClose}
      foot={
        <>
          <span className="spacer" />
          <button type="button" className="btn" onClick={onClose}>
            取消
          </button>
          <button type="submit" form={`${id}-form`} className="btn btn-primary">
            选择位置并保存
          </button>
        </>
      }
    >
      <form
        id={`${id}-form`}
        className="form-rows"
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (problem === null) onDone(password);
        }}
      >
        <p className="dialog-text">《{title}》连同版本和图片存成一个文件，凭密码才能打开。</p>
        <PasswordField
          label={`密码，至少 ${shortestPassword} 个字符`}
          value={password}
          isShown={isShown}
          isWrong={told !== null}
          describedBy={told === null ? undefined : `${id}-problem`}
          onChange={setPassword}
        />
        <PasswordField
          label="再输入一次"
          value={again}
          isShown={isShown}
          isWrong={told !== null}
          describedBy={told === null ? undefined : `${id}-problem`}
          onChange={setAgain}
        />
        <label className="check-line">
          <input type="checkbox" checked={isShown} onChange={(event) => setShown(event.currentTarget.checked)} />
          显示密码
        </label>
        {told !== null && (
          <p id={`${id}-problem`} className="form-problem" role="alert">
            {told}
          </p>
        )}
        <p className="field-note">忘记密码后，谁也打不开这个文件，也无法找回。文库里的文稿照旧，不加密。</p>
      </form>
    </DialogFrame>
  );
};
