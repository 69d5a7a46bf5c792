import { memo, useEffect, useRef, useState } from 'react';
import type { Finding } from '../../../shared/checks/types';
import { FindingMenu, type RuleActions } from './finding-menu';
import { type FindingGroup, findingKey, sameGroup } from './group-findings';
import { groupTitle } from './group-title';

type FindingCardProps = Readonly<{
  group: FindingGroup;
  /** What the rule asks for: heads a group whose findings say different things. */
  title: string;
  active: string | null;
  source: string;
  place(finding: Finding): string;
  onJump(finding: Finding): void;
  /** Not given where the text is only read. */
  onFix?: ((findings: readonly Finding[]) => void) | undefined;
  onWaive?: ((findings: readonly Finding[]) => void) | undefined;
  rules: RuleActions;
  /** For a finding about a missing part: begins it. Null when there is nothing to begin. */
  addPartFor?: ((finding: Finding) => (() => void) | null) | undefined;
}>;

const fixWords = ({ fix }: Finding): string | null => {
  if (!fix) return null;
  if (fix.kind === 'clear-source-number') return '改用顺序编号';
  return fix.text === '' ? '删去' : `改为“${fix.text}”`;
};

/** The words it is about; a single character says nothing without its place. */
const Excerpt = ({ finding }: { readonly finding: Finding }) =>
  finding.excerpt.trim().length < 2 ? null : <q>{finding.excerpt.trim()}</q>;

const Card = (props: FindingCardProps) => {
  const { group, title, active, source, place, onJump, onFix, onWaive, rules, addPartFor } = props;
  const { findings, severity } = group;
  const first = findings[0]!;
  const addPart = addPartFor?.(first) ?? null;
  const many = findings.length > 1;
  const alike = findings.every((finding) => finding.message === first.message);
  const at = findings.findIndex((finding) => findingKey(finding) === active);
  const here = at >= 0;
  const [open, setOpen] = useState(false);
  const element = useRef<HTMLElement>(null);
  useEffect(() => {
    if (here) element.current?.scrollIntoView({ block: 'nearest' });
  }, [here]);
  const fixable = findings.filter((finding) => finding.fix);

  return (
    <article ref={element} className="finding" data-severity={severity} data-active={here || undefined}>
      <h3>
        {alike ? first.message : groupTitle(group.rule, title)}
        {many && (
          <span className="finding-times">
            {here ? `第 ${at + 1} 处，共 ${findings.length} 处` : `${findings.length} 处`}
          </span>
        )}
      </h3>
      {!many && (
        <p className="finding-excerpt">
          <Excerpt finding={first} />
        </p>
      )}
      {many && open && (
        <ul className="finding-places">
          {findings.map((finding) => (
            <li key={findingKey(finding)} data-active={findingKey(finding) === active || undefined}>
              {alike ? <Excerpt finding={finding} /> : <p>{finding.message}</p>}
              <div className="finding-foot">
                <button type="button" className="link" onClick={() => onJump(finding)}>
                  {place(finding) || '定位'}
                </button>
                {finding.fix && onFix && (
                  <button type="button" className="link" onClick={() => onFix([finding])}>
                    {fixWords(finding)}
                  </button>
                )}
                {onWaive && (
                  <button type="button" className="link" onClick={() => onWaive([finding])}>
                    忽略
                  </button>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
      <div className="finding-foot">
        {!many && first.blockId !== null && (
          <button type="button" className="link" onClick={() => onJump(first)}>
            {place(first) || '定位'}
          </button>
        )}
        {!many && first.blockId === null && !addPart && <span>全文</span>}
        {addPart && (
          <button type="button" className="link" onClick={addPart}>
            写入该部分
          </button>
        )}
        {!many && first.fix && onFix && (
          <button type="button" className="link" onClick={() => onFix([first])}>
            {fixWords(first)}
          </button>
        )}
        {many && (
          <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? '收起' : '逐处查看'}
          </button>
        )}
        {many && fixable.length > 1 && onFix && (
          <button type="button" className="link" onClick={() => onFix(fixable)}>
            {fixable.length === findings.length ? '全部修改' : `修改其中 ${fixable.length} 处`}
          </button>
        )}
        {onWaive && (
          <button type="button" className="link" onClick={() => onWaive(findings)}>
            {many ? '全部忽略' : '忽略'}
          </button>
        )}
        <span className="finding-source" title={source}>
          {source}
        </span>
        <FindingMenu finding={first} actions={rules} />
      </div>
    </article>
  );
};

/** One finding, or many of the same kind: what is wrong, where, by which source, and what can be done. */
export const FindingCard = memo(Card, (before, after) =>
  (Object.keys(after) as (keyof FindingCardProps)[]).every((key) =>
    key === 'group' ? sameGroup(before.group, after.group) : before[key] === after[key],
  ),
);
