import { useId } from 'react';

type PasswordFieldProps = Readonly<{
  label: string;
  value: string;
  isShown: boolean;
  isWrong?: boolean;
  /** Id of the sentence that says what is wrong. */
  describedBy?: string | undefined;
  onChange(value: string): void;
}>;

/** A field for a password, with its name above. */
export const PasswordField = ({ label, value, isShown, isWrong, describedBy, onChange }: PasswordFieldProps) => {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="input"
        type={isShown ? 'text' : 'password'}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        aria-invalid={isWrong || undefined}
        aria-describedby={describedBy}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  );
};
