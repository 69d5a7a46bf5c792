import { readField, type TypedField } from '../../../shared/templates/read-field';
import type { Template } from '../../../shared/templates/template';
import { UnitInput } from './unit-input';

type FieldInputProps = Readonly<{
  field: Template['placeholders'][number];
  typed: TypedField;
  onChange(typed: TypedField): void;
}>;

const longest = 200;

/** 《名称》（文号） of an example, for the two inputs. */
const partsOf = (example: string): readonly [string, string] => {
  const match = /^《(.+?)》(?:（(.+)）)?$/.exec(example);
  return match ? [match[1]!, match[2] ?? ''] : [example, ''];
};

/** One field of the start form, asked for as its kind needs it. */
export const FieldInput = ({ field, typed, onChange }: FieldInputProps) => {
  const { key, kind, label, example, measure } = field;
  const id = `new-${key}`;
  const [first = '', second = ''] = typed;
  const { problem } = readField(field, typed);
  const note = `${id}-note`;
  const input = (
    value: string,
    hint: string,
    change: (value: string) => TypedField,
    more: Readonly<{ id?: string; 'aria-label'?: string }>,
  ) => (
    <input
      {...more}
      className="input"
      maxLength={longest}
      placeholder={hint}
      value={value}
      aria-invalid={problem !== null || undefined}
      aria-describedby={problem ? note : undefined}
      onChange={(event) => onChange(change(event.currentTarget.value))}
    />
  );
  const inputs = () => {
    switch (kind) {
      case 'bureau':
        return (
          <UnitInput
            id={id}
            value={first}
            placeholder={`如 ${example}，可写拼音首字母`}
            onChange={(value) => onChange([value])}
          />
        );
      case 'superior': {
        const [title, number] = partsOf(example);
        return (
          <>
            {input(first, `名称，如 ${title}`, (value) => [value, second], { id })}
            {input(second, `文号，如 ${number}`, (value) => [first, value], { 'aria-label': `${label}的文号` })}
          </>
        );
      }
      case 'period':
        return (
          <span className="field-pair">
            {input(first, '如 2026', (value) => [value, second], { id })}
            <span>至</span>
            {input(second, '如 2030', (value) => [first, value], { 'aria-label': `${label}的截止年份` })}
            <span>年</span>
          </span>
        );
      case 'number':
        return (
          <span className="field-pair">
            {input(first, `如 ${example}`, (value) => [value], { id })}
            {measure && <span>{measure}</span>}
          </span>
        );
      default:
        return input(first, `如 ${kind === 'date' ? '2026-3-16' : example}`, (value) => [value], { id });
    }
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {inputs()}
      {problem && (
        <p id={note} className="field-note">
          {problem}
        </p>
      )}
    </div>
  );
};
