import { type ReactElement, useState } from 'react';
import type { Superior, SuperiorDecision } from '../../../shared/document/superior';
import type { PlanFile } from '../../../shared/ipc/contract';
import type { Answer, SuperiorRow } from '../../../shared/plan/against/compare-superior';
import { askedOf, statusOf } from '../../../shared/plan/against/superior-documents';
import { DialogFrame } from '../../app/ui/dialog-frame';
import { formatCount } from '../../app/ui/format';
import { TableExports } from './table-exports';
import './superior.css';

/** What of this document can be chosen as the answer to an item. */
export type Choice = Readonly<{ key: string; text: string }>;

type SuperiorDialogProps = Readonly<{
  superiors: readonly Superior[];
  /** Null before the text was read. */
  rows: readonly SuperiorRow[] | null;
  tasks: readonly Choice[];
  indicators: readonly Choice[];
  busy: boolean;
  onAdd(): void;
  onRemove(superior: Superior): void;
  /** What the person says of a row; null takes it back. */
  onDecide(row: SuperiorRow, decision: Omit<SuperiorDecision, 'item'> | null): void;
  onJump(answer: Answer): void;
  onExport(file: PlanFile): void;
  onClose(): void;
}>;

const views = [
  { view: 'all', name: '全部' },
  { view: 'open', name: '待处理' },
  { view: 'done', name: '有对应' },
] as const;
type View = (typeof views)[number]['view'];

/** How sure it is that the task beside an item answers it. */
const likenessNames: Readonly<Partial<Record<SuperiorRow['status'], string>>> = {
  taken: '高',
  partly: '中',
  maybe: '低',
};

/** Rows a person should look at: nothing answers them, or too little, too late, or nobody has said so. */
const isOpen = ({ status, later }: SuperiorRow): boolean =>
  later || status === 'missing' || status === 'maybe' || status === 'below' || status === 'partly';

/** 贯彻落实对照: what superior documents ask for beside what this one says. */
export const SuperiorDialog = (props: SuperiorDialogProps): ReactElement => {
  const { superiors, rows, busy, onAdd, onRemove, onExport, onClose } = props;
  const [view, setView] = useState<View>('all');
  const shown = (rows ?? []).filter((row) => view === 'all' || isOpen(row) === (view === 'open'));
  const empty = superiors.length === 0;
  return (
    <DialogFrame
      title="贯彻落实对照"
      full
      onClose={onClose}
      foot={
        <>
          <TableExports table="superior" name="对照表" disabled={empty} onExport={onExport} />
          <span className="spacer" />
          <button type="button" className="btn btn-primary" onClick={onClose}>
            完成
          </button>
        </>
      }
    >
      <div className="superior-files">
        {superiors.map((superior) => (
          <span key={superior.id} className="superior-file">
            {superior.title}
            <button
              type="button"
              className="btn btn-ghost"
              aria-label={`移除：${superior.title}`}
              onClick={() => onRemove(superior)}
            >
              移除
            </button>
          </span>
        ))}
        <button type="button" className="btn" disabled={busy} onClick={onAdd}>
          {busy ? '正在读取…' : '添加上级文件'}
        </button>
      </div>
      {empty ? (
        <p className="superior-none">
          添加上级文件后，这里逐条列出它的指标和任务，对照本文件哪些已贯彻、哪些还没有对应、哪些未达或晚于上级要求。文件只在本机读取。
        </p>
      ) : !rows ? (
        <p className="superior-none">正在对照…</p>
      ) : (
        <>
          <div className="superior-bar">
            <p>
              上级要求 {formatCount(rows.length)} 项，其中 {formatCount(rows.filter(isOpen).length)}{' '}
              项待处理。相近程度由本机按共同用语计算，请逐条确认。
            </p>
            <fieldset className="plan-orders" aria-label="显示">
              {views.map(({ view: value, name }) => (
                <button key={value} type="button" aria-pressed={view === value} onClick={() => setView(value)}>
                  {name}
                </button>
              ))}
            </fieldset>
          </div>
          {superiors.map((superior) => (
            <SuperiorTable
              key={superior.id}
              {...props}
              superior={superior}
              rows={shown.filter((row) => row.superior === superior.id)}
            />
          ))}
        </>
      )}
    </DialogFrame>
  );
};

const SuperiorTable = ({
  superior,
  rows,
  ...props
}: SuperiorDialogProps & { readonly superior: Superior; readonly rows: readonly SuperiorRow[] }) => (
  <table className="superior-table">
    <caption>{superior.title}</caption>
    <thead>
      <tr>
        <th scope="col">上级要求</th>
        <th scope="col">本文件对应内容</th>
        <th scope="col">贯彻情况</th>
        <th scope="col">核对</th>
      </tr>
    </thead>
    <tbody>
      {rows.length === 0 && (
        <tr>
          <td colSpan={4}>没有这样的要求。</td>
        </tr>
      )}
      {rows.map((row) => (
        <tr key={row.at} data-status={row.later ? 'below' : row.status}>
          <td title={row.item.kind === 'task' ? row.item.words.slice(0, 300) : undefined}>
            <small>{row.item.kind === 'task' ? '任务' : '指标'}</small> {askedOf(row)}
          </td>
          <td>
            {row.answers.map((answer) => (
              <button key={answer.key} type="button" className="plan-link" onClick={() => props.onJump(answer)}>
                {answer.text}
              </button>
            ))}
            {row.shared.length > 0 && (
              <small>
                相近程度{likenessNames[row.status] ?? ''}，共同用语：{row.shared.join('、')}
              </small>
            )}
          </td>
          <td>
            <span className="superior-status">{statusOf(row)}</span>
          </td>
          <td>
            <Decide {...props} row={row} />
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

/** What the person can say of a row. */
const Decide = ({
  row,
  tasks,
  indicators,
  onDecide,
}: Pick<SuperiorDialogProps, 'tasks' | 'indicators' | 'onDecide'> & { readonly row: SuperiorRow }) => {
  const asked = askedOf(row);
  const [best] = row.answers;
  const choices = row.item.kind === 'task' ? tasks : indicators;
  if (row.decided)
    return (
      <button type="button" className="btn btn-ghost" aria-label={`改回：${asked}`} onClick={() => onDecide(row, null)}>
        改回
      </button>
    );
  return (
    <span className="superior-decide">
      {best && (
        <button
          type="button"
          className="btn"
          aria-label={`确认：${asked}`}
          onClick={() => onDecide(row, { ours: best.key })}
        >
          确认
        </button>
      )}
      {best && row.item.kind === 'task' && (
        <button
          type="button"
          className="btn"
          aria-label={`部分贯彻：${asked}`}
          onClick={() => onDecide(row, { ours: best.key, partly: true })}
        >
          部分
        </button>
      )}
      {best && (
        <button
          type="button"
          className="btn"
          aria-label={`不对应：${asked}`}
          onClick={() => onDecide(row, { ours: null })}
        >
          不对应
        </button>
      )}
      <select
        className="input"
        aria-label={`另选对应内容：${asked}`}
        value=""
        onChange={(event) => event.target.value !== '' && onDecide(row, { ours: event.target.value })}
      >
        <option value="">另选…</option>
        {choices.map(({ key, text }) => (
          <option key={key} value={key}>
            {text.slice(0, 40)}
          </option>
        ))}
      </select>
    </span>
  );
};
