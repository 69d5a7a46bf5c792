import { useMemo } from 'react';
import type { ExportOptions } from '../../../shared/export/export-options';
import { formatChoices } from '../../../shared/layout/bureau-switches';
import { findFonts } from '../../app/find-fonts';
import { Icon } from '../../app/ui/icon';

/** One line of the list before circulation. */
export type ReadyLine = Readonly<{
  ok: boolean;
  text: string;
  /** Leads to where it can be set right. */
  action?: Readonly<{ label: string; run(): void }>;
}>;

type PreviewSideProps = Readonly<{
  lines: readonly ReadyLine[];
  options: ExportOptions;
  onOptions(options: ExportOptions): void;
}>;

const Line = ({ ok, text, action }: ReadyLine) => (
  <li className="ready-line" data-ok={ok || undefined}>
    <span className="ready-sign">
      {ok ? <Icon name="check" size={14} /> : <span aria-hidden="true">!</span>}
      <span className="visually-hidden">{ok ? '好了：' : '留意：'}</span>
    </span>
    <span>
      {text}
      {action && (
        <button type="button" className="link" onClick={action.run}>
          {action.label}
        </button>
      )}
    </span>
  </li>
);

const fontLine = ({ face, state, substitute }: ReturnType<typeof findFonts>[number]): ReadyLine => {
  const [name] = face.names;
  if (state === 'present') return { ok: true, text: `${name}（${face.use}）` };
  const standIn = state === 'substituted' ? `以“${substitute}”代替` : '没有可代替的';
  return { ok: false, text: `${name}（${face.use}）本机没有，${standIn}` };
};

/** Beside the pages: what is open before circulation, the faces on this machine, how the pages are set. */
export const PreviewSide = ({ lines, options, onOptions }: PreviewSideProps) => {
  const fonts = useMemo(() => findFonts(), []);
  const lacking = fonts.some((font) => font.state !== 'present');
  return (
    <aside className="preview-side" aria-label="出稿前检查和版式">
      <h2>出稿前检查</h2>
      <ul>
        {lines.map((line) => (
          <Line key={line.text} {...line} />
        ))}
      </ul>
      <h2>字体</h2>
      <ul>
        {fonts.map((font) => (
          <Line key={font.role} {...fontLine(font)} />
        ))}
      </ul>
      {lacking && (
        <p className="preview-note">
          导出的 Word
          文件仍写规定的字体名，在装有这些字体的电脑上字形无误，行数和页数不变。要在本机印出，请单位信息人员安装有授权的字体，再重新打开软件。
        </p>
      )}
      <h2>版式</h2>
      <div className="preview-options">
        <label>
          <span>格式</span>
          <select
            className="input"
            value={options.format}
            onChange={(event) => {
              const chosen = formatChoices.find(({ value }) => value === event.currentTarget.value);
              if (chosen) onOptions({ ...options, format: chosen.value });
            }}
          >
            {formatChoices.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>页边距</span>
          <select
            className="input"
            value={options.profile}
            onChange={(event) =>
              onOptions({ ...options, profile: event.currentTarget.value === 'standard' ? 'standard' : 'compensated' })
            }
          >
            <option value="standard">按国标数值</option>
            <option value="compensated">按印出来的位置</option>
          </select>
        </label>
      </div>
    </aside>
  );
};
