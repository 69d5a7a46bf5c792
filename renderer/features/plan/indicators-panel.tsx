import { type ReactElement, useState } from 'react';
import type { PlanFile } from '../../../shared/ipc/contract';
import type { Indicator } from '../../../shared/plan/indicators/indicator';
import { type IndicatorDifference, indicatorKey } from '../../../shared/plan/indicators/indicator-table';
import type { ShownIndicator } from '../../../shared/plan/indicators/shown-indicators';
import { formatCount } from '../../app/ui/format';
import { DifferenceList } from './difference-list';
import { type IndicatorFields, IndicatorForm } from './indicator-form';
import { LongList } from './long-list';
import { TableExports } from './table-exports';
import './plan.css';

/** How a table of indicators in the document stands to the text. */
export type IndicatorTableState = Readonly<{ blockId: string; differences: readonly IndicatorDifference[] }>;

type IndicatorsPanelProps = Readonly<{
  /** Without those the person has turned down; null before the text was read. */
  indicators: readonly ShownIndicator[] | null;
  rejected: readonly Indicator[];
  tables: readonly IndicatorTableState[];
  placeOf(blockId: string): string;
  onJump(indicator: Indicator): void;
  onReject(indicator: ShownIndicator): void;
  /** What the person sets right in a row; null takes it back. */
  onCorrect(indicator: ShownIndicator, fields: IndicatorFields | null): void;
  onExport(file: PlanFile): void;
  onTakeBack(indicator: Indicator): void;
  onInsertTable(): void;
  onUpdateTable(blockId: string): void;
  onShowTable(blockId: string): void;
}>;

/** Heights in px: of a row, and of the line of time in it. */
const rowHeight = 80;
const lineHeight = 34;

/** 指标: what the text promises in numbers, what is missing of each, and the tables beside it. */
export const IndicatorsPanel = (props: IndicatorsPanelProps): ReactElement => {
  const {
    indicators,
    rejected,
    tables,
    placeOf,
    onJump,
    onReject,
    onCorrect,
    onExport,
    onTakeBack,
    onInsertTable,
    onUpdateTable,
    onShowTable,
  } = props;
  const [editing, setEditing] = useState<string | null>(null);
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  if (!indicators) return <p className="plan-none">正在读取指标…</p>;
  if (indicators.length + rejected.length === 0)
    return <p className="plan-none">文中还没有读到指标。写出“到2030年，覆盖率达到95%”这样的目标，这里会逐条列出。</p>;
  const undated = indicators.filter(({ year }) => year === null).length;
  const baseless = indicators.filter(({ base }) => base === null).length;
  return (
    <div ref={setScroller} className="plan">
      <p className="plan-head">
        共 {formatCount(indicators.length)} 项指标，{formatCount(undated)} 项未写年份，{formatCount(baseless)}{' '}
        项未写基期。
      </p>
      {tables.map((table) => (
        <DifferenceList
          key={table.blockId}
          name="指标表"
          differences={table.differences.map(describe)}
          onShow={() => onShowTable(table.blockId)}
        >
          <button type="button" className="btn" onClick={() => onUpdateTable(table.blockId)}>
            按正文更新表
          </button>
        </DifferenceList>
      ))}
      {tables.length === 0 && indicators.length > 0 && (
        <p className="plan-table">
          文中没有指标表。
          <button type="button" className="btn" onClick={onInsertTable}>
            插入指标表
          </button>
        </p>
      )}
      <LongList
        items={indicators}
        keyOf={keyOf}
        usualHeight={(indicator) => (indicator.base ? rowHeight + lineHeight : rowHeight)}
        scroller={scroller}
        kept={editing}
      >
        {(indicator) => (
          <>
            <button type="button" className="plan-row" onClick={() => onJump(indicator)}>
              <small>{placeOf(indicator.blockId)}</small>
              <span>{indicator.name}</span>
              <b>{amountOf(indicator)}</b>
            </button>
            {indicator.base && <TimeLine indicator={indicator} base={indicator.base} />}
            <p className="plan-facts">
              {indicator.year === null && <span className="plan-mark">未写年份</span>}
              {indicator.unit === '' && <span className="plan-mark">未写单位</span>}
              {indicator.kind && <span>{indicator.kind === 'constrained' ? '约束性' : '预期性'}</span>}
              {indicator.read && <span>已更正</span>}
              <button
                type="button"
                className="plan-quiet"
                aria-label={`更正：${indicator.name}`}
                onClick={() => setEditing(keyOf(indicator))}
              >
                更正
              </button>
              {indicator.read && (
                <button
                  type="button"
                  className="plan-quiet"
                  aria-label={`恢复原读法：${indicator.name}`}
                  onClick={() => onCorrect(indicator, null)}
                >
                  恢复原读法
                </button>
              )}
              <button
                type="button"
                className="plan-quiet"
                aria-label={`不是指标：${indicator.name}`}
                onClick={() => onReject(indicator)}
              >
                不是指标
              </button>
            </p>
            {editing === keyOf(indicator) && (
              <IndicatorForm
                indicator={indicator}
                onSave={(fields) => {
                  setEditing(null);
                  onCorrect(indicator, fields);
                }}
                onCancel={() => setEditing(null)}
              />
            )}
          </>
        )}
      </LongList>
      {rejected.length > 0 && (
        <details className="plan-group">
          <summary>
            <b>已排除</b>
            <small>{rejected.length} 项</small>
          </summary>
          <ul className="plan-list">
            {rejected.map((indicator) => (
              <li key={`${indicator.blockId} ${indicator.start}`}>
                <p className="plan-facts">
                  <span>
                    {indicator.name} {amountOf(indicator)}
                  </span>
                  <button
                    type="button"
                    className="plan-quiet"
                    aria-label={`重新列出：${indicator.name}`}
                    onClick={() => onTakeBack(indicator)}
                  >
                    重新列出
                  </button>
                </p>
              </li>
            ))}
          </ul>
        </details>
      )}
      {indicators.length > 0 && (
        <fieldset className="plan-exports" aria-label="导出指标">
          <TableExports table="indicators" name="指标表" onExport={onExport} />
        </fieldset>
      )}
    </div>
  );
};

/** A row stays the same while what it says is set right. */
const keyOf = (one: ShownIndicator): string => `${one.blockId} ${one.start} ${indicatorKey(one.read ?? one)}`;

const boundNames = { 'at-least': '≥', 'at-most': '≤', about: '约' } as const;

const amountOf = ({ value, unit, year, bound, change, base }: Indicator): string => {
  const target = `${bound ? boundNames[bound] : ''}${change ? '增减 ' : ''}${value}${unit}`;
  const from = base ? `${base.value}${base.unit}${base.year === null ? '' : `（${base.year}年）`} → ` : '';
  return `${from}${target}${year === null ? '' : `（${year}年）`}`;
};

/** Base and target on one line of time; only where both are numbers of one unit. */
const TimeLine = ({ indicator, base }: Readonly<{ indicator: Indicator; base: NonNullable<Indicator['base']> }>) => {
  const [from, to] = [Number(base.value), Number(indicator.value)];
  if (!Number.isFinite(from) || !Number.isFinite(to) || base.unit !== indicator.unit) return null;
  const most = Math.max(from, to, 1e-9);
  const y = (value: number) => 22 - (18 * value) / most;
  return (
    <svg
      className="plan-line"
      viewBox="0 0 120 26"
      role="img"
      aria-label={`从${base.value}${base.unit}到${indicator.value}${indicator.unit}`}
    >
      <line x1="8" y1={y(from)} x2="112" y2={y(to)} />
      <circle cx="8" cy={y(from)} r="3" />
      <circle cx="112" cy={y(to)} r="3" />
    </svg>
  );
};

const describe = (one: IndicatorDifference): string => {
  if (one.kind === 'missing') return `“${one.indicator.name}”表中没有`;
  if (one.kind === 'extra') return `“${one.row.name}”${one.row.value}${one.row.unit}只在表中`;
  return `“${one.indicator.name}”正文${one.indicator.value}${one.indicator.unit}，表中${one.row.value}${one.row.unit}`;
};
