import { memo, useMemo, useState } from 'react';
import { describePlaces } from '../../../shared/checks/describe-place';
import type { CheckResult, Finding, RuleSource, WaivedFinding } from '../../../shared/checks/types';
import type { GovDocument } from '../../../shared/document/document';
import { FindingCard } from './finding-card';
import { findingKey, groupFindings } from './group-findings';
import { WaiveDialog, type WaiverWords } from './waive-dialog';
import { WaivedList } from './waived-list';
import './findings.css';

type FindingsPanelProps = Readonly<{
  /** The document as its structure was last read; gives the places. */
  document: GovDocument;
  findings: readonly Finding[];
  waived: readonly WaivedFinding[];
  counts: CheckResult['counts'];
  /** What each rule asks for, by its id. */
  titles: ReadonlyMap<string, string>;
  /** Key of the finding last gone to. */
  active: string | null;
  onJump(finding: Finding): void;
  onFix(findings: readonly Finding[]): void;
  /** Lets findings stand. */
  onWaive(findings: readonly Finding[], words: WaiverWords): void;
  /** Opens again what was let stand. */
  onTakeBack(waived: WaivedFinding): void;
  /** Writes the 核稿单. */
  onReport(): void;
  /** For a finding about a missing part: begins it. Null when there is nothing to begin. */
  addPartFor(finding: Finding): (() => void) | null;
}>;

const tierNames: Readonly<Record<RuleSource['tier'], string>> = {
  regulation: '条例',
  standard: '国标',
  practice: '实务',
  template: '模板',
};
const sourceWords = ({ tier, clause }: RuleSource): string => clause || tierNames[tier];

/** The verdict and everything that was found, by kind. */
export const FindingsPanel = memo((props: FindingsPanelProps) => {
  const {
    document,
    findings,
    waived,
    counts,
    titles,
    active,
    onJump,
    onFix,
    onWaive,
    onTakeBack,
    onReport,
    addPartFor,
  } = props;
  const [asked, setAsked] = useState<readonly Finding[] | null>(null);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const sections = useMemo(() => groupFindings(findings), [findings]);
  const places = useMemo(() => describePlaces(document), [document]);
  const place = (finding: Finding): string => (finding.blockId === null ? '全文' : (places.get(finding.blockId) ?? ''));

  return (
    <div className="findings">
      <div className="verdict">
        <p data-severity={counts.must > 0 ? 'must' : undefined}>
          <b>{counts.must}</b>必改
        </p>
        <p data-severity={counts.should > 0 ? 'should' : undefined}>
          <b>{counts.should}</b>建议
        </p>
        <p>
          <b>{counts.hint}</b>提示
        </p>
      </div>
      {findings.length + waived.length === 0 ? (
        <p className="findings-none">没有发现问题。</p>
      ) : (
        <div className="findings-list">
          {findings.length === 0 && <p className="findings-none">没有尚未处理的问题。</p>}
          {sections.map((section) => (
            <section key={section.kind}>
              <button
                type="button"
                className="findings-kind"
                aria-expanded={!closed.has(section.kind)}
                onClick={() => {
                  const next = new Set(closed);
                  if (!next.delete(section.kind)) next.add(section.kind);
                  setClosed(next);
                }}
              >
                {section.title}
                <span>{section.groups.reduce((sum, group) => sum + group.findings.length, 0)}</span>
              </button>
              {!closed.has(section.kind) &&
                section.groups.map((group) => (
                  <FindingCard
                    key={group.findings.length > 1 ? group.rule : findingKey(group.findings[0]!)}
                    group={group}
                    title={titles.get(group.rule) ?? ''}
                    active={active}
                    source={sourceWords(group.findings[0]!.source)}
                    place={place}
                    onJump={onJump}
                    onFix={onFix}
                    onWaive={setAsked}
                    addPart={addPartFor(group.findings[0]!)}
                  />
                ))}
            </section>
          ))}
          <WaivedList waived={waived} place={place} onJump={onJump} onTakeBack={onTakeBack} />
        </div>
      )}
      <div className="findings-foot">
        <button type="button" className="btn" onClick={onReport}>
          导出核稿单
        </button>
      </div>
      {asked && (
        <WaiveDialog
          findings={asked}
          onClose={() => setAsked(null)}
          onWaive={(words) => {
            setAsked(null);
            onWaive(asked, words);
          }}
        />
      )}
    </div>
  );
});
