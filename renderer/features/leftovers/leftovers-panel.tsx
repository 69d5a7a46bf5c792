import type { Finding } from '../../../shared/checks/types';
import type { Leftover, TakenOver } from '../../../shared/document/document';
import { formatDay } from '../../app/ui/format';
import './leftovers.css';

type LeftoversPanelProps = Readonly<{
  leftovers: readonly Leftover[];
  /** Places where they stand, in document order. */
  findings: readonly Finding[];
  /** Where chapters come from that were taken over, and whether they are still there. */
  sources: readonly (TakenOver & Readonly<{ present: boolean }>)[];
  onJump(finding: Finding): void;
  onJumpTo(blockId: string): void;
  onChange(leftovers: readonly Leftover[]): void;
}>;

const kindNames: Readonly<Record<Leftover['kind'], string>> = {
  year: '年份',
  place: '地名',
  unit: '单位',
  leader: '人名',
  document: '引用的文件',
};
const kinds = Object.keys(kindNames) as Leftover['kind'][];

/** Id of the check that sees them. */
export const leftoverRule = 'consistency/leftover';

/** What the earlier text has left behind, word by word, until it is rewritten or the person says that it stays. */
export const LeftoversPanel = (props: LeftoversPanelProps) => {
  const { leftovers, findings, sources, onJump, onJumpTo, onChange } = props;
  const placesOf = (text: string) => findings.filter(({ message }) => message.includes(`“${text}”`));
  const open = leftovers.filter(({ kept, text }) => !kept && placesOf(text).length > 0);
  const kept = leftovers.filter((leftover) => leftover.kept);
  const mark = (text: string, stays: boolean) =>
    onChange(
      leftovers.map((leftover) => {
        if (leftover.text !== text) return leftover;
        const { kept: _, ...rest } = leftover;
        return stays ? { ...rest, kept: true } : rest;
      }),
    );
  return (
    <div className="leftovers">
      <p className="leftovers-head">
        {open.length > 0
          ? `旧稿的 ${open.length} 个词还在文中。逐个改写；确实要用的，点“保留”。`
          : '旧稿留下的内容都已处理。'}
      </p>
      {sources.length > 0 && (
        <section>
          <h3>取用的章节</h3>
          <ul aria-label="取用的章节">
            {sources.map(({ blockId, heading, title, at, present }) => (
              <li key={blockId}>
                <p className="leftover-source">
                  {present ? (
                    <button type="button" className="link" onClick={() => onJumpTo(blockId)}>
                      {heading}
                    </button>
                  ) : (
                    heading
                  )}
                  <small>
                    取自《{title}》，{formatDay(at, Date.now())}
                    {!present && '；这一章已不在文中'}
                  </small>
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {kinds.map((kind) => {
        const words = open.filter((leftover) => leftover.kind === kind);
        if (words.length === 0) return null;
        return (
          <section key={kind}>
            <h3>{kindNames[kind]}</h3>
            <ul>
              {words.map(({ text }) => {
                const [first, ...others] = placesOf(text);
                return (
                  <li key={text}>
                    <button type="button" className="leftover-word" onClick={() => first && onJump(first)}>
                      {text}
                      {others.length > 0 && <small>{others.length + 1} 处</small>}
                    </button>
                    <button type="button" className="btn" aria-label={`保留“${text}”`} onClick={() => mark(text, true)}>
                      保留
                    </button>
                  </li>
                );
              })}
            </ul>
          </section>
        );
      })}
      {kept.length > 0 && (
        <section>
          <h3>已确认保留</h3>
          <ul>
            {kept.map(({ text }) => (
              <li key={text}>
                <span className="leftover-kept">{text}</span>
                <button
                  type="button"
                  className="btn"
                  aria-label={`重新列出“${text}”`}
                  onClick={() => mark(text, false)}
                >
                  重新列出
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
};
