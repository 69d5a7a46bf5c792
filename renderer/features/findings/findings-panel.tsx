import { memo, type ReactElement, useCallback, useMemo, useState } from 'react';
import { describePlaces } from '../../../shared/checks/describe-place';
import {
  type CheckResult,
  type Finding,
  type RuleOff,
  type RuleSource,
  tierNames,
  type WaivedFinding,
} from '../../../shared/checks/types';
import type { GovDocument, ReviewAnswer } from '../../../shared/document/document';
import { FilterBar } from './filter-bar';
import { filterChoices } from './filter-findings';
import { FindingCard } from './finding-card';
import type { RuleActions } from './finding-menu';
import { findingKey, groupByPlace, groupFindings } from './group-findings';
import { PartMap } from './part-map';
import { ReviewQuestionsList } from './review-questions-list';
import { RulesOffList } from './rules-off-list';
import type { FindingView } from './use-finding-view';
import { WaiveDialog, type WaiverWords } from './waive-dialog';
import { WaivedList } from './waived-list';
import './findings.css';

/** What can be done about findings where the text can be changed. */
export type FindingChanges = Readonly<{
  onFix(findings: readonly Finding[]): void;
  /** Lets findings stand. */
  onWaive(findings: readonly Finding[], words: WaiverWords): void;
  /** Opens again what was let stand. */
  onTakeBack(waived: WaivedFinding): void;
  onSwitchOff(rule: string, by: 'document' | 'bureau'): void;
  onSwitchOn(rule: RuleOff): void;
}>;

type FindingsPanelProps = Readonly<{
  /** The document as its structure was last read; gives the places. */
  document: GovDocument;
  result: Pick<CheckResult, 'findings' | 'waived' | 'counts' | 'off'>;
  view: FindingView;
  /** What each rule asks for, by its id. */
  titles: ReadonlyMap<string, string>;
  /** Key of the finding last gone to. */
  active: string | null;
  onJump(finding: Finding): void;
  onJumpTo(blockId: string): void;
  /** Not given where the text is only read. */
  changes?: FindingChanges;
  /** Shows the rules, with one of them found. */
  onRules(rule: string | null): void;
  answers: readonly ReviewAnswer[];
  onAnswers(answers: readonly ReviewAnswer[]): void;
  /** For a finding about a missing part: begins it. Null when there is nothing to begin. */
  addPartFor?(finding: Finding): (() => void) | null;
  /** What can be made of the findings. */
  foot: ReactElement;
}>;

const sourceWords = ({ tier, clause }: RuleSource): string => clause || tierNames[tier];

/** The verdict, the map of parts, everything that was found by kind or by place, and what a person has to say. */
export const FindingsPanel = memo((props: FindingsPanelProps) => {
  const { document, result, view, titles, active, onJump, onJumpTo, changes, onRules, addPartFor, foot } = props;
  const { findings, waived, counts, off } = result;
  const { shown, order, places: lookedAt, filter, narrow } = view;
  const [asked, setAsked] = useState<readonly Finding[] | null>(null);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const sections = useMemo(
    () => (order === 'kind' ? groupFindings(shown) : groupByPlace(shown, lookedAt.tiles)),
    [shown, order, lookedAt.tiles],
  );
  const choices = useMemo(() => filterChoices(findings, lookedAt, titles), [findings, lookedAt, titles]);
  const places = useMemo(() => describePlaces(document), [document]);
  const place = useCallback(
    (finding: Finding): string => (finding.blockId === null ? '全文' : (places.get(finding.blockId) ?? '')),
    [places],
  );
  const rules = useMemo(
    (): RuleActions => ({
      only: (rule) => narrow({ rule }),
      explain: onRules,
      ...(changes && { switchOff: changes.onSwitchOff }),
    }),
    [narrow, onRules, changes],
  );
  const choose = useCallback((part: string | null) => narrow({ part }), [narrow]);

  return (
    <div className="findings">
      <FilterBar view={view} counts={counts} choices={choices} total={findings.length} />
      <div className="findings-list">
        <PartMap tiles={lookedAt.tiles} findings={findings} chosen={filter.part} onChoose={choose} onJump={onJumpTo} />
        {shown.length === 0 && (
          <p className="findings-none">
            {findings.length > 0 ? '筛选以后没有问题。' : waived.length > 0 ? '没有尚未处理的问题。' : '没有发现问题。'}
          </p>
        )}
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
                  onFix={changes?.onFix}
                  onWaive={changes && setAsked}
                  rules={rules}
                  addPartFor={addPartFor}
                />
              ))}
          </section>
        ))}
        <WaivedList waived={waived} place={place} onJump={onJump} onTakeBack={changes?.onTakeBack} />
        {changes && <RulesOffList off={off} onSwitchOn={changes.onSwitchOn} />}
        <ReviewQuestionsList answers={props.answers} onAnswers={props.onAnswers} />
      </div>
      <div className="findings-foot">
        {foot}
        <span className="spacer" />
        <button type="button" className="btn btn-ghost" onClick={() => onRules(null)}>
          校核规则
        </button>
      </div>
      {asked && changes && (
        <WaiveDialog
          findings={asked}
          onClose={() => setAsked(null)}
          onWaive={(words) => {
            setAsked(null);
            changes.onWaive(asked, words);
          }}
        />
      )}
    </div>
  );
});
