import { useMemo } from 'react';
import { readCoverage } from '../../../../shared/plan/against/coverage';
import { shownIndicators } from '../../../../shared/plan/indicators/shown-indicators';
import { CoverageDialog } from '../../../features/plan/coverage-dialog';
import { exportPlan } from '../session/export-plan';
import { useWatchedPlan } from '../session/use-watched-plan';
import type { PlanDialogProps } from './superiors';

/** 覆盖情况 over the open document; mounted only while it is shown. */
export const CoverageOf = ({ id, editor, session, reveal, onClose }: PlanDialogProps) => {
  useWatchedPlan(session);
  const { meta, newest, onMeta, plan, functions } = session;
  const { planLinks, rejectedIndicators, correctedIndicators } = meta;
  const coverage = useMemo(() => {
    const document = editor.current?.getDocument();
    if (!plan || !document) return null;
    const { shown } = shownIndicators(plan.indicators, {
      ...(rejectedIndicators && { rejectedIndicators }),
      ...(correctedIndicators && { correctedIndicators }),
    });
    return readCoverage(document, functions, { indicators: shown, tasks: plan.tasks }, planLinks);
  }, [plan, editor, functions, planLinks, rejectedIndicators, correctedIndicators]);
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
