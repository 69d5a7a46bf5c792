import { type ReactElement, useState } from 'react';
import type { PlanFile } from '../../../shared/ipc/contract';
import { type Coverage, type CoverageItem, orphans } from '../../../shared/plan/against/coverage';
import { reasonNames } from '../../../shared/plan/against/coverage-documents';
import { DialogFrame } from '../../app/ui/dialog-frame';
import { formatCount } from '../../app/ui/format';
import { TableExports } from './table-exports';
import './coverage.css';

type CoverageDialogProps = Readonly<{
  /** Null before the text was read. */
  coverage: Coverage | null;
  /** The person links a pair, or says that it does not belong together. */
  onLink(from: CoverageItem, to: CoverageItem, linked: boolean): void;
  onJump(item: CoverageItem): void;
  onExport(file: PlanFile): void;
  onClose(): void;
}>;

const orphanNames = {
  goals: '没有任务支撑的目标',
  tasks: '没有对应目标的任务',
  safeguards: '没有对应任务的保障措施',
} as const;

/** 覆盖情况: goals, tasks and safeguards as a matrix, and what serves nothing. */
export const CoverageDialog = ({ coverage, onLink, onJump, onExport, onClose }: CoverageDialogProps): ReactElement => {
  const [at, setAt] = useState<Pair | null>(null);
  const nothing = coverage !== null && (coverage.tasks.length === 0 || coverage.goals.length === 0);
  return (
    <DialogFrame
      title="目标任务覆盖情况"
      full
      onClose={onClose}
      foot={
        <>
          <TableExports table="coverage" name="覆盖表" disabled={!coverage || nothing} onExport={onExport} />
          <span className="spacer" />
          <button type="button" className="btn btn-primary" onClick={onClose}>
            完成
          </button>
        </>
      }
    >
      {!coverage ? (
        <p className="coverage-none">正在读取目标和任务…</p>
      ) : nothing ? (
        <p className="coverage-none">
          {coverage.goals.length === 0 ? '文中还没有读到目标。' : '文中还没有读到任务。'}
          写好目标和任务两章后，这里列出每个目标由哪些任务支撑。
        </p>
      ) : (
        <>
          <p className="coverage-head">
            目标 {formatCount(coverage.goals.length)} 项，任务 {formatCount(coverage.tasks.length)} 项，保障措施{' '}
            {formatCount(coverage.safeguards.length)} 项。● 人工确认或同一指标，○ 用语相近的建议，△
            对各项任务都适用。点格子可确认或取消。
          </p>
          <div className="coverage-grid">
            <Matrix coverage={coverage} onLink={onLink} onJump={onJump} onAt={setAt} />
            <ol aria-label="任务">
              {coverage.tasks.map((task) => (
                <li key={task.key}>
                  <button type="button" className="plan-link" onClick={() => onJump(task)}>
                    {task.text}
                  </button>
                </li>
              ))}
            </ol>
          </div>
          <p className="coverage-why" aria-live="polite">
            {at ? explain(coverage, at) : '移到格子上，这里说明依据。'}
          </p>
          <div className="coverage-orphans">
            {(Object.keys(orphanNames) as (keyof typeof orphanNames)[]).map((kind) => (
              <Orphans key={kind} name={orphanNames[kind]} items={orphans(coverage)[kind]} onJump={onJump} />
            ))}
          </div>
        </>
      )}
    </DialogFrame>
  );
};

/** A goal or safeguard, and a task. */
type Pair = Readonly<{ from: CoverageItem; to: CoverageItem }>;

type MatrixProps = Pick<CoverageDialogProps, 'onLink' | 'onJump'> &
  Readonly<{ coverage: Coverage; onAt(pair: Pair): void }>;

const Matrix = ({ coverage, onLink, onJump, onAt }: MatrixProps) => {
  const { goals, tasks, safeguards, links, general } = coverage;
  const linked = new Map(links.map((link) => [`${link.from}\n${link.to}`, link] as const));
  const rows = [
    ...goals.map((item) => ({ item, kind: '目标' })),
    ...safeguards.map((item) => ({ item, kind: '保障' })),
  ];
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">目标和保障措施</th>
          {tasks.map((task, at) => (
            <th key={task.key} scope="col" title={task.text}>
              <button type="button" aria-label={`任务${at + 1}：${task.text}`} onClick={() => onJump(task)}>
                {at + 1}
              </button>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ item, kind }) => (
          <tr key={item.key} data-kind={kind}>
            <th scope="row">
              <button type="button" onClick={() => onJump(item)}>
                <small>{kind}</small> {item.text}
              </button>
            </th>
            {tasks.map((task) => {
              const link = linked.get(`${item.key}\n${task.key}`);
              const pair = { from: item, to: task };
              return (
                <td key={task.key} data-link={link?.reason ?? (general.has(item.key) ? 'general' : undefined)}>
                  <button
                    type="button"
                    aria-label={explain(coverage, pair)}
                    aria-pressed={link !== undefined}
                    onFocus={() => onAt(pair)}
                    onMouseEnter={() => onAt(pair)}
                    onClick={() => onLink(item, task, link === undefined || link.reason === 'words')}
                  >
                    {link ? (link.reason === 'words' ? '○' : '●') : general.has(item.key) ? '△' : ''}
                  </button>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const explain = ({ links, general }: Coverage, { from, to }: Pair): string => {
  const pair = `“${from.text}”和“${to.text}”`;
  const link = links.find((one) => one.from === from.key && one.to === to.key);
  if (!link) return general.has(from.key) ? `${pair}：对各项任务都适用` : `${pair}：没有看到联系`;
  return `${pair}：${reasonNames[link.reason]}${link.shared.length > 0 ? `（${link.shared.join('、')}）` : ''}`;
};

const Orphans = ({
  name,
  items,
  onJump,
}: Readonly<{ name: string; items: readonly CoverageItem[]; onJump(item: CoverageItem): void }>) => (
  <section>
    <h3>
      {name} {formatCount(items.length)} 项
    </h3>
    {items.length === 0 ? (
      <p>没有。</p>
    ) : (
      <ul>
        {items.map((item) => (
          <li key={item.key}>
            <button type="button" className="plan-link" onClick={() => onJump(item)}>
              {item.text}
            </button>
          </li>
        ))}
      </ul>
    )}
  </section>
);
