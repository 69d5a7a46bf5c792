import { type ReactElement, useState } from 'react';
import type { Finding } from '../../../shared/checks/types';
import type { TimeInText, TimesInText } from '../../../shared/plan/times/read-times';
import { DialogFrame } from '../../app/ui/dialog-frame';
import { formatCount } from '../../app/ui/format';
import './times.css';

type Place = Readonly<{ blockId: string; start: number; end: number }>;

type TimesDialogProps = Readonly<{
  /** Null before the text was read. */
  times: TimesInText | null;
  /** What the checks say about times. */
  findings: readonly Finding[];
  /** 一（二）第1段. */
  placeOf(blockId: string): string;
  onJump(place: Place): void;
  onClose(): void;
}>;

const kindNames = { deadline: '时限', period: '起止', date: '日期' } as const;
type Shown = keyof typeof kindNames | 'all' | 'doubtful';

const yearOf = (month: number): number => Math.floor((month - 1) / 12);
const words = (month: number): string => `${yearOf(month)}年${((month - 1) % 12) + 1}月`;
const span = ({ from, to }: TimeInText): string => (from === to ? words(from) : `${words(from)}至${words(to)}`);

/** 时间线: all dates, deadlines and periods of the text on one line of years, with what the checks say of them. */
export const TimesDialog = ({ times, findings, placeOf, onJump, onClose }: TimesDialogProps): ReactElement => {
  const [shown, setShown] = useState<Shown>('all');
  const all = times?.times ?? [];
  const said = all.map(
    (time) =>
      findings.find(({ blockId, start, end }) => blockId === time.blockId && start < time.end && end > time.start)
        ?.message ?? null,
  );
  const rows = all
    .map((time, at) => ({ time, doubt: said[at] ?? null }))
    .filter(({ time, doubt }) => shown === 'all' || (shown === 'doubtful' ? doubt !== null : time.kind === shown));
  const issued = times?.issuedIn ?? [];
  const first = Math.min(...all.map(({ from }) => yearOf(from)).concat(issued));
  const last = Math.max(...all.map(({ to }) => yearOf(to)).concat(issued));
  const years = all.length === 0 ? [] : Array.from({ length: last - first + 1 }, (_, at) => first + at);
  const months = years.length * 12;
  /** Share of the line, in percent. */
  const at = (month: number): number => ((month - first * 12) / months) * 100;
  const counted: readonly Readonly<{ value: Shown; name: string; count: number }>[] = [
    { value: 'all', name: '全部', count: all.length },
    ...(['deadline', 'period', 'date'] as const).map((kind) => ({
      value: kind,
      name: kindNames[kind],
      count: all.filter((time) => time.kind === kind).length,
    })),
    { value: 'doubtful', name: '请核对', count: said.filter((one) => one !== null).length },
  ];
  return (
    <DialogFrame
      title="时间线"
      full
      onClose={onClose}
      foot={
        <>
          <span className="spacer" />
          <button type="button" className="btn btn-primary" onClick={onClose}>
            完成
          </button>
        </>
      }
    >
      {!times ? (
        <p className="times-none">正在读取时间…</p>
      ) : all.length === 0 && times.unresolved.length === 0 ? (
        <p className="times-none">文中还没有写到年份、时限和起止时间。</p>
      ) : (
        <>
          <div className="times-head">
            <fieldset className="seg" aria-label="看哪些时间">
              {counted.map(({ value, name, count }) => (
                <button
                  key={value}
                  type="button"
                  aria-pressed={shown === value}
                  disabled={count === 0 && value !== 'all'}
                  onClick={() => setShown(value)}
                >
                  {name} {formatCount(count)}
                </button>
              ))}
            </fieldset>
            <p>
              {times.issuedIn === null
                ? '还没有成文日期。'
                : `成文年份 ${times.issuedIn} 年，“今年”“年底前”等按此推算。`}
            </p>
          </div>
          {times.unresolved.length > 0 && (
            <p className="times-open">
              没有写明年份，填好成文日期后才能推算：
              {times.unresolved.map((open) => (
                <button
                  key={`${open.blockId}-${open.start}`}
                  type="button"
                  className="link"
                  title={placeOf(open.blockId)}
                  onClick={() => onJump(open)}
                >
                  {open.words}
                </button>
              ))}
            </p>
          )}
          <div className="times-table">
            <table>
              <thead>
                <tr>
                  <th scope="col" className="times-words">
                    时间
                  </th>
                  <th scope="col" className="times-span">
                    <div className="times-line">
                      {years.map((year) => (
                        <span key={year} style={{ left: `${at(year * 12)}%` }}>
                          {years.length <= 12 || year % 5 === 0 ? year : ''}
                        </span>
                      ))}
                      {times.issuedIn !== null && (
                        <i
                          title="成文年份"
                          style={{ left: `${at(times.issuedIn * 12)}%`, width: `${1200 / months}%` }}
                        />
                      )}
                    </div>
                  </th>
                  <th scope="col">原文</th>
                </tr>
              </thead>
              <tbody>
                {rows.map(({ time, doubt }) => (
                  <tr key={`${time.blockId}-${time.start}`}>
                    <th scope="row" className="times-words">
                      <b>{time.words}</b>
                      <small>{time.relative ? `即${span(time)}` : kindNames[time.kind]}</small>
                    </th>
                    <td>
                      <div className="times-line" title={span(time)}>
                        <b
                          data-kind={doubt === null ? time.kind : 'doubtful'}
                          style={{
                            left: `${at(time.from - 1)}%`,
                            width: `${((time.to - time.from + 1) / months) * 100}%`,
                          }}
                        />
                      </div>
                    </td>
                    <td>
                      <button type="button" className="plan-link" onClick={() => onJump(time)}>
                        {placeOf(time.blockId) && <small>{placeOf(time.blockId)}</small>}
                        {time.said}
                      </button>
                      {doubt && <p className="times-doubt">{doubt}</p>}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </DialogFrame>
  );
};
