import { useMemo } from 'react';
import type { PlanLink } from '../../../../shared/document/document';
import { shownIndicators } from '../../../../shared/plan/indicators/shown-indicators';
import { CoverageDialog } from '../../../features/plan/coverage-dialog';
import { exportPlan } from '../session/export-plan';
import { usePlanAnswer } from '../session/use-plan-answer';
import { useWatchedPlan } from '../session/use-watched-plan';
import type { PlanDialogProps } from './superiors';

const noLinks: readonly PlanLink[] = [];

/** 覆盖情况 over the open document; mounted only while it is shown. */
export const CoverageOf = ({ id, editor, session, reveal, onClose }: PlanDialogProps) => {
  useWatchedPlan(session);
  const { meta, newest, onMeta, plan, functions } = session;
  const { planLinks, rejectedIndicators, correctedIndicators } = meta;
  const question = useMemo(() => {
    const document = editor.current?.getDocument();
    if (!plan || !document) return null;
    const { shown } = shownIndicators(plan.indicators, {
      ...(rejectedIndicators && { rejectedIndicators }),
      ...(correctedIndicators && { correctedIndicators }),
    });
    const { parts } = document;
    return {
      kind: 'coverage' as const,
      parts,
      functions,
      indicators: shown,
      tasks: plan.tasks,
      links: planLinks ?? noLinks,
    };
  }, [plan, editor, functions, planLinks, rejectedIndicators, correctedIndicators]);
  const coverage = usePlanAnswer(question);
  return (
    <CoverageDialog
      coverage={coverage}
      onLink={({ key: from }, { key: to }, linked) => {
        const others = (newest.current.meta.planLinks ?? []).filter((link) => link.from !== from || link.to !== to);
        onMeta({
          ...newest.current.meta,
          planLinks: [...others, { from, to, ...(!linked && { not: true as const }) }],
        });
      }}
      onJump={({ blockId, start, end }) => {
        onClose();
        setTimeout(() => reveal(blockId, end > start ? { start, end } : undefined));
      }}
      onExport={(file) => exportPlan(id, session, file)}
      onClose={onClose}
    />
  );
};
