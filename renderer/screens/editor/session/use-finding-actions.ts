import { type RefObject, useCallback, useMemo, useState } from 'react';
import { functionIds } from '../../../../shared/checks/rules/completeness/function-examples';
import type { Finding, RuleOff, WaivedFinding } from '../../../../shared/checks/types';
import { takeBackWaiver, waive as waiveFindings } from '../../../../shared/checks/waivers';
import type { DocumentMeta, GovDocument, ReviewAnswer } from '../../../../shared/document/document';
import type { DocumentFunction } from '../../../../shared/functions/types';
import { bureauRules, saveBureauRules } from '../../../app/bureau-rules';
import { sayError } from '../../../app/say-error';
import { say } from '../../../app/ui/toasts';
import type { EditorHandle } from '../../../editor/document-editor';
import type { FindingChanges } from '../../../features/findings/findings-panel';
import { findingKey } from '../../../features/findings/group-findings';
import type { WaiverWords } from '../../../features/findings/waive-dialog';

type Surroundings = Readonly<{
  editor: RefObject<EditorHandle | null>;
  newest: RefObject<GovDocument>;
  /** Those that are looked at; the keys go through them. */
  shown: readonly Finding[];
  missing: readonly DocumentFunction[];
  checkedDocument(): GovDocument;
  onMeta(meta: DocumentMeta): void;
  addPart(name: DocumentFunction): void;
  reveal(blockId: string, range?: Readonly<{ start: number; end: number }>): void;
}>;

/** The form fields with a rule asked again. */
const withRuleOn = (meta: DocumentMeta, rule: string): DocumentMeta => {
  const kept = (meta.rulesOff ?? []).filter((one) => one !== rule);
  const { rulesOff: _, ...rest } = meta;
  return kept.length > 0 ? { ...rest, rulesOff: kept } : rest;
};

/** What can be done about findings: go to one, to the next, correct them in one step, begin a missing part. */
export const useFindingActions = (surroundings: Surroundings) => {
  const { editor, newest, shown, missing, checkedDocument, onMeta, addPart, reveal } = surroundings;
  const [active, setActive] = useState<string | null>(null);

  const jumpTo = useCallback(
    (finding: Finding) => {
      setActive(findingKey(finding));
      if (finding.blockId !== null) reveal(finding.blockId, finding);
    },
    [reveal],
  );
  const fix = useCallback(
    (wanted: readonly Finding[]) => {
      const asChecked = new Set(checkedDocument().parts.flatMap((part) => part.children));
      const untouched = new Set(
        newest.current.parts.flatMap((part) =>
          part.children.filter((block) => asChecked.has(block)).map(({ id }) => id),
        ),
      );
      const fixes = wanted.flatMap((finding) =>
        finding.fix && untouched.has(finding.fix.blockId) ? [finding.fix] : [],
      );
      if (fixes.length > 0) editor.current?.run({ type: 'applyFixes', fixes });
      if (fixes.length < wanted.length) say('有文字刚刚改过，请等检查更新后再改。');
    },
    [editor, newest, checkedDocument],
  );
  const setWaivers = useCallback(
    (next: DocumentMeta, said: string) => {
      const { waivers: before } = newest.current.meta;
      onMeta(next);
      const undo = () => {
        const { waivers: _, ...rest } = newest.current.meta;
        onMeta(before ? { ...rest, waivers: before } : rest);
      };
      say(said, { label: '撤销', run: undo });
    },
    [newest, onMeta],
  );
  /** Lets findings stand. What they are about is taken as it was checked: what was typed since opens them again. */
  const waive = useCallback(
    (chosen: readonly Finding[], words: WaiverWords) => {
      const document = { parts: checkedDocument().parts, meta: newest.current.meta };
      setWaivers(waiveFindings(document, chosen, { ...words, at: Date.now() }), `已忽略 ${chosen.length} 处。`);
    },
    [checkedDocument, newest, setWaivers],
  );
  const takeBack = useCallback(
    ({ waiver }: WaivedFinding) => setWaivers(takeBackWaiver(newest.current.meta, waiver), '已重新提出。'),
    [newest, setWaivers],
  );
  const switchOff = useCallback(
    (rule: string, by: 'document' | 'bureau') => {
      if (by === 'bureau') {
        const rules = bureauRules();
        void saveBureauRules({ ...rules, off: [...rules.off, rule] }).then(
          () =>
            say('本单位已停用这条规则，可在“校核规则”里重新启用。', {
              label: '撤销',
              run: () => void saveBureauRules(rules).catch((error) => sayError(error)),
            }),
          (error) => sayError(error),
        );
        return;
      }
      const { rulesOff = [] } = newest.current.meta;
      onMeta({ ...newest.current.meta, rulesOff: [...rulesOff.filter((one) => one !== rule), rule] });
      say('本文稿已停用这条规则。', { label: '撤销', run: () => onMeta(withRuleOn(newest.current.meta, rule)) });
    },
    [newest, onMeta],
  );
  const switchOn = useCallback(
    ({ rule, by }: RuleOff) => {
      if (by === 'document') return onMeta(withRuleOn(newest.current.meta, rule));
      const rules = bureauRules();
      void saveBureauRules({ ...rules, off: rules.off.filter((one) => one !== rule) }).catch((error) =>
        sayError(error),
      );
    },
    [newest, onMeta],
  );
  const answer = useCallback(
    (answers: readonly ReviewAnswer[]) => {
      const { reviewAnswers: _, ...rest } = newest.current.meta;
      onMeta(answers.length > 0 ? { ...rest, reviewAnswers: [...answers] } : rest);
    },
    [newest, onMeta],
  );
  const changes = useMemo(
    (): FindingChanges => ({
      onFix: fix,
      onWaive: waive,
      onTakeBack: takeBack,
      onSwitchOff: switchOff,
      onSwitchOn: switchOn,
    }),
    [fix, waive, takeBack, switchOff, switchOn],
  );
  const addPartFor = useCallback(
    (finding: Finding) => {
      const name = missing.find((candidate) => finding.rule === `completeness/${functionIds[candidate]}-missing`);
      return name ? () => addPart(name) : null;
    },
    [missing, addPart],
  );
  /** The finding behind or before the one last gone to; false when there is none that stands somewhere. */
  const step = (direction: 1 | -1): boolean => {
    const all = shown.filter((finding) => finding.blockId !== null);
    if (all.length === 0) return false;
    const at = all.findIndex((finding) => findingKey(finding) === active);
    const next = at < 0 ? (direction === 1 ? 0 : all.length - 1) : (at + direction + all.length) % all.length;
    jumpTo(all[next]!);
    return true;
  };
  return { active, jumpTo, fix, changes, answer, addPartFor, step };
};
