import { useId } from 'react';
import { type ExportOptions, exportOptionsSchema } from '../../../shared/export/export-options';
import { type BureauSwitch, bureauSwitches } from '../../../shared/layout/bureau-switches';

/** The options with one switch turned; unchanged where the value is none of the switch's. */
const turn = (options: ExportOptions, { name, choices }: BureauSwitch, typed: string): ExportOptions => {
  const choice = choices.find(({ value }) => String(value) === typed);
  const parsed = exportOptionsSchema.safeParse({ ...options, [name]: choice?.value });
  return parsed.success ? parsed.data : options;
};

type LayoutSettingsProps = Readonly<{ options: ExportOptions; onChange(options: ExportOptions): void }>;

/** 版式设置: what the standard leaves to the bureau, its own values marked. */
export const LayoutSettings = ({ options, onChange }: LayoutSettingsProps) => {
  const prefix = useId();
  return (
    <div className="layout-settings">
      <p className="dialog-text">
        标“国标”的是标准写明的值；没有标的，标准未作规定，首项较常用。设置记在这份文稿中，还没有选过版式的文稿也照此办理。
      </p>
      {bureauSwitches.map(({ title, switches }) => (
        <fieldset key={title} className="form-group">
          <legend>{title}</legend>
          {switches.map((each) => {
            const { name, label, remark, choices } = each;
            const id = `${prefix}-${name}`;
            return (
              <div key={name} className="field">
                <label htmlFor={id}>{label}</label>
                <select
                  id={id}
                  className="input"
                  value={String(options[name])}
                  aria-describedby={remark && `${id}-remark`}
                  onChange={(event) => onChange(turn(options, each, event.currentTarget.value))}
                >
                  {choices.map((choice) => (
                    <option key={String(choice.value)} value={String(choice.value)}>
                      {choice.label}
                      {'standard' in choice && choice.standard ? '（国标）' : ''}
                    </option>
                  ))}
                </select>
                {remark && (
                  <small id={`${id}-remark`} className="field-remark">
                    {remark}
                  </small>
                )}
              </div>
            );
          })}
        </fieldset>
      ))}
    </div>
  );
};
