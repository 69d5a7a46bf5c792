import { useId, useState } from 'react';

type PasswordFieldsProps = Readonly<{
  fields: readonly Readonly<{ label: string; value: string; onChange(value: string): void }>[];
  /** A sentence that says what is wrong with them; null while nothing is. */
  problem: string | null;
}>;

/** Fields for passwords, each with its name above, which can be shown, and what is wrong with them. */
export const PasswordFields = ({ fields, problem }: PasswordFieldsProps) => {
  const [isShown, setShown] = useState(false);
  const id = useId();
  return (
    <>
      {fields.map(({ label, value, onChange }, at) => (
        <div key={label} className="field">
          <label htmlFor={`${id}-${at}`}>{label}</label>
          <input
            id={`${id}-${at}`}
            className="input"
            type={isShown ? 'text' : 'password'}
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            aria-invalid={problem !== null || undefined}
            aria-describedby={problem === null ? undefined : `${id}-problem`}
            value={value}
            onChange={(event) => onChange(event.currentTarget.value)}
          />
        </div>
      ))}
      <label className="check-line">
        <input type="checkbox" checked={isShown} onChange={(event) => setShown(event.currentTarget.checked)} />
        显示密码
      </label>
      {problem !== null && (
        <p id={`${id}-problem`} className="form-problem" role="alert">
          {problem}
        </p>
      )}
    </>
  );
};
