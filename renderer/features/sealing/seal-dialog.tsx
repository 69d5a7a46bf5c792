import { useId, useState } from 'react';
import { shortestPassword } from '../../../shared/file/limits';
import { DialogFrame } from '../../app/ui/dialog-frame';
import { PasswordFields } from '../../app/ui/password-fields';

type SealDialogProps = Readonly<{
  title: string;
  onClose(): void;
  onDone(password: string): void;
}>;

/** 加密另存: asks for the password a file is to be opened with, twice. */
export const SealDialog = ({ title, onClose, onDone }: SealDialogProps) => {
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [isAsked, setAsked] = useState(false);
  const id = useId();
  const problem =
    [...password].length < shortestPassword
      ? `密码至少 ${shortestPassword} 个字符。`
      : again !== password
        ? '两次输入的密码不同。'
        : null;
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
        <PasswordFields
          fields={[
            { label: `密码，至少 ${shortestPassword} 个字符`, value: password, onChange: setPassword },
            { label: '再输入一次', value: again, onChange: setAgain },
          ]}
          problem={isAsked ? problem : null}
        />
        <p className="field-note">忘记密码后，谁也打不开这个文件，也无法找回。文库里的文稿照旧，不加密。</p>
      </form>
    </DialogFrame>
  );
};
