import type { ExportOptions } from '../../../shared/export/export-options';
import { formatChoices } from '../../../shared/layout/bureau-switches';

const remarks: Readonly<Record<ExportOptions['format'], string>> = {
  plain: '只有标题、正文和附件，供讨论、报审。',
  document: '红色发文机关标志、发文字号、红线；填了签发人的按上行文排。',
  letter: '标志距上边 30 毫米，上下两条红色双线，首页不印页码。',
  minutes: '红色“××纪要”；文末“出席：”“请假：”“列席：”各行对齐。',
};

const signatures: readonly Readonly<{ value: ExportOptions['signature']; label: string }>[] = [
  { value: 'sealed', label: '加盖印章' },
  { value: 'unsealed', label: '不加盖印章' },
  { value: 'stamp', label: '加盖签发人签名章' },
];

type FormatChoiceProps = Readonly<{
  options: ExportOptions;
  onChange(options: ExportOptions): void;
  /** Whether the fields of the head are filled. */
  headReady: boolean;
  onShowForm(): void;
}>;

/** Format and kind of signature of one export. */
export const FormatChoice = ({ options, onChange, headReady, onShowForm }: FormatChoiceProps) => (
  <>
    <fieldset className="export-format">
      <legend>格式</legend>
      {formatChoices.map(({ value, label }) => (
        <label key={value} className="choice">
          <input
            type="radio"
            name="format"
            checked={options.format === value}
            onChange={() => onChange({ ...options, format: value })}
          />
          <span>
            {label}
            <small>{remarks[value]}</small>
          </span>
        </label>
      ))}
    </fieldset>
    {options.format !== 'plain' && (
      <p className="export-head">
        {headReady ? '版头和版记按文件信息印出。' : '发文机关或发文字号还没有填写。'}
        <button type="button" className="link" onClick={onShowForm}>
          填写文件信息
        </button>
      </p>
    )}
    <div className="field export-signature">
      <label htmlFor="export-signature">署名</label>
      <select
        id="export-signature"
        className="input"
        value={options.signature}
        onChange={(event) => {
          const chosen = signatures.find(({ value }) => value === event.currentTarget.value);
          if (chosen) onChange({ ...options, signature: chosen.value });
        }}
      >
        {signatures.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  </>
);
