import { type FormEvent, useState } from 'react';
import type { CorrectedIndicator } from '../../../shared/document/document';
import type { Indicator } from '../../../shared/plan/indicators/indicator';

/** What an indicator is, without where it was read. */
export type IndicatorFields = Omit<CorrectedIndicator, 'key'>;

type IndicatorFormProps = Readonly<{
  indicator: Indicator;
  onSave(fields: IndicatorFields): void;
  onCancel(): void;
}>;

const yearOf = (text: string): number | null => (/^(?:19|20|21)\d{2}$/.test(text.trim()) ? Number(text.trim()) : null);

/** Sets right what was read of an indicator; the text stays as it is. */
export const IndicatorForm = ({ indicator, onSave, onCancel }: IndicatorFormProps) => {
  const { base } = indicator;
  const [fields, setFields] = useState({
    name: indicator.name,
    value: indicator.value,
    unit: indicator.unit,
    year: indicator.year === null ? '' : String(indicator.year),
    baseValue: base?.value ?? '',
    baseYear: base?.year ? String(base.year) : '',
    kind: indicator.kind ?? ('' as const),
  });
  const field = (key: keyof typeof fields, label: string, most: number) => (
    <label>
      {label}
      <input
        className="input"
        value={fields[key]}
        maxLength={most}
        onChange={(event) => setFields({ ...fields, [key]: event.target.value })}
      />
    </label>
  );
  const wrongYear = [fields.year, fields.baseYear].some((year) => year.trim() !== '' && yearOf(year) === null);
  const complete = fields.name.trim() !== '' && fields.value.trim() !== '' && !wrongYear;
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (!complete) return;
    const unit = fields.unit.trim();
    onSave({
      name: fields.name.trim(),
      value: fields.value.trim(),
      unit,
      year: yearOf(fields.year),
      ...(fields.baseValue.trim() !== '' && {
        base: { value: fields.baseValue.trim(), unit: base?.unit ?? unit, year: yearOf(fields.baseYear) },
      }),
      ...(fields.kind && { kind: fields.kind }),
    });
  };
  return (
    <form className="plan-form" aria-label={`更正：${indicator.name}`} onSubmit={save}>
      {field('name', '指标', 100)}
      {field('baseValue', '基期值', 40)}
      {field('baseYear', '基期年', 4)}
      {field('value', '目标值', 40)}
      {field('unit', '单位', 40)}
      {field('year', '目标年', 4)}
      <label>
        属性
        <select
          className="input"
          value={fields.kind}
          onChange={(event) => setFields({ ...fields, kind: event.target.value as typeof fields.kind })}
        >
          <option value="">未定</option>
          <option value="constrained">约束性</option>
          <option value="expected">预期性</option>
        </select>
      </label>
      {wrongYear && <p role="alert">年份写四位数字，如 2030。</p>}
      <span className="plan-choices">
        <button type="submit" className="btn btn-primary" disabled={!complete}>
          更正
        </button>
        <button type="button" className="btn" onClick={onCancel}>
          取消
        </button>
      </span>
    </form>
  );
};
