import { useId, useState } from 'react';
import { type Lock, lockMinutes, shortestLockPassword } from '../../../shared/settings';
import { lockNow, setLock } from '../../app/lock/lock-state';
import { sayError } from '../../app/say-error';
import { PasswordFields } from '../../app/ui/password-fields';
import { say } from '../../app/ui/toasts';
import { call, sentenceOf } from '../../ipc/client';

type LockSettingsProps = Readonly<{ lock: Lock; onChange(lock: Lock): void }>;

/** 锁定: after how long the windows are covered, and what uncovers them. */
export const LockSettings = ({ lock, onChange }: LockSettingsProps) => {
  const [isAsking, setAsking] = useState(false);
  const id = useId();
  const take = (next: Lock) => {
    onChange(next);
    setLock(next);
  };
  const setAfter = (after: Lock['after']) => void call('lock:set', { after }).then(take, (error) => sayError(error));
  return (
    <fieldset>
      <legend>锁定</legend>
      <label htmlFor={`${id}-after`}>不操作多久后遮住画面</label>
      <select
        id={`${id}-after`}
        className="input settings-select"
        value={String(lock.after)}
        onChange={(event) => {
          const minutes = Number(event.currentTarget.value);
          setAfter(lockMinutes.find((each) => each === minutes) ?? null);
        }}
      >
        <option value="null">不遮</option>
        {lockMinutes.map((minutes) => (
          <option key={minutes} value={minutes}>
            {minutes} 分钟
          </option>
        ))}
      </select>
      {isAsking ? (
        <PasswordForm
          hasPassword={lock.hasPassword}
          onClose={() => setAsking(false)}
          onDone={(next) => {
            take(next);
            setAsking(false);
            say(next.hasPassword ? '已设锁定密码，启动时也要输入。' : '已取消锁定密码。');
          }}
        />
      ) : (
        <div className="settings-buttons">
          <button type="button" className="btn" onClick={() => setAsking(true)}>
            {lock.hasPassword ? '更换或取消密码…' : '设密码…'}
          </button>
          <button type="button" className="btn" onClick={lockNow}>
            立即锁定
          </button>
        </div>
      )}
      <p>
        {lock.hasPassword ? '锁定后和启动时要输入密码。' : '没有设密码时，单击“继续”就解开。'}
        {(lock.after !== null || lock.hasPassword) && '电脑睡眠、锁屏时也会遮住。'}
        锁定只遮住画面，磁盘上的文稿不加密；离开时请同时锁定电脑。
      </p>
    </fieldset>
  );
};

type PasswordFormProps = Readonly<{ hasPassword: boolean; onClose(): void; onDone(lock: Lock): void }>;

const PasswordForm = ({ hasPassword, onClose, onDone }: PasswordFormProps) => {
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const put = async (next: string | null) => {
    if (next !== null && [...next].length < shortestLockPassword)
      return setProblem(`密码至少 ${shortestLockPassword} 个字符。`);
    try {
      onDone(await call('lock:set-password', { current, password: next }));
    } catch (error) {
      setProblem(sentenceOf(error));
    }
  };
  return (
    <form
      className="form-rows"
      onSubmit={(event) => {
        event.preventDefault();
        void put(password);
      }}
    >
      <PasswordFields
        fields={[
          ...(hasPassword ? [{ label: '原来的密码', value: current, onChange: setCurrent }] : []),
          { label: `新密码，至少 ${shortestLockPassword} 个字符`, value: password, onChange: setPassword },
        ]}
        problem={problem}
      />
      <div className="settings-buttons">
        <button type="submit" className="btn btn-primary">
          设为新密码
        </button>
        {hasPassword && (
          <button type="button" className="btn" onClick={() => void put(null)}>
            取消密码
          </button>
        )}
        <button type="button" className="btn" onClick={onClose}>
          不改
        </button>
      </div>
    </form>
  );
};
