import { type RefObject, useMemo, useState } from 'react';
import { mostSuperiors, type Superior, type SuperiorDecision } from '../../../../shared/document/superior';
import type { SuperiorRow } from '../../../../shared/plan/against/compare-superior';
import { indicatorKey } from '../../../../shared/plan/indicators/indicator-table';
import { shownIndicators } from '../../../../shared/plan/indicators/shown-indicators';
import { taskTexts } from '../../../../shared/plan/tasks/task-words';
import { sayError } from '../../../app/say-error';
import { say } from '../../../app/ui/toasts';
import type { EditorHandle } from '../../../editor/document-editor';
import { SuperiorDialog } from '../../../features/plan/superior-dialog';
import { call } from '../../../ipc/client';
import { exportPlan } from '../session/export-plan';
import { usePlanAnswer } from '../session/use-plan-answer';
import type { Session } from '../session/use-session';
import { useWatchedPlan } from '../session/use-watched-plan';

/** What the dialogs over a plan work with. */
export type PlanDialogProps = Readonly<{
  id: string;
  editor: RefObject<EditorHandle | null>;
  session: Session;
  reveal(blockId: string, range?: Readonly<{ start: number; end: number }>): void;
  onClose(): void;
}>;

const none: readonly Superior[] = [];

/** Mounted only while it is shown: only then are tasks and indicators read and compared. */
export const Superiors = ({ id, editor, session, reveal, onClose }: PlanDialogProps) => {
  useWatchedPlan(session);
  const { meta, newest, onMeta, plan } = session;
  const [busy, setBusy] = useState(false);
  const superiors = meta.superiors ?? none;
  const ours = useMemo(() => {
    const document = editor.current?.getDocument();
    if (!plan || !document) return null;
    const { shown } = shownIndicators(plan.indicators, document.meta);
    return { indicators: shown, tasks: plan.tasks, texts: taskTexts(document, plan.tasks) };
  }, [plan, editor]);
  const question = useMemo(() => ours && { kind: 'superiors' as const, superiors, ours }, [ours, superiors]);
  const rows = usePlanAnswer(question);
  const put = (next: readonly Superior[]) => onMeta({ ...newest.current.meta, superiors: [...next] });
  const decide = (row: SuperiorRow, decision: Omit<SuperiorDecision, 'item'> | null) =>
    put(
      superiors.map((one) =>
        one.id === row.superior
          ? {
              ...one,
              decisions: [
                ...one.decisions.filter(({ item }) => item !== row.at),
                ...(decision ? [{ ...decision, item: row.at }] : []),
              ],
            }
          : one,
      ),
    );
  const add = () => {
    setBusy(true);
    call('plan:superiors', {})
      .then(({ superiors: read, failed }) => {
        const room = mostSuperiors - superiors.length;
        const empty = read.filter(({ items }) => items.length === 0);
        const useful = read.filter(({ items }) => items.length > 0);
        if (useful.length > 0) put([...superiors, ...useful.slice(0, room)]);
        for (const { file, message } of failed) say(`没有读入“${file}”：${message}`);
        for (const { title } of empty) say(`“${title}”里没有读到任务和指标，没有加入。`);
        if (useful.length > room) say(`最多对照 ${mostSuperiors} 份上级文件，其余没有加入。`);
      })
      .catch((error) => sayError(error))
      .finally(() => setBusy(false));
  };
  const remove = (superior: Superior) => {
    put(superiors.filter((one) => one !== superior));
    const back = () => put([...(newest.current.meta.superiors ?? []), superior]);
    say(`已移除“${superior.title}”和它的核对结果。`, { label: '撤销', run: back });
  };
  return (
    <SuperiorDialog
      superiors={superiors}
      rows={rows}
      tasks={ours?.tasks.map(({ blockId, text }) => ({ key: blockId, text })) ?? []}
      indicators={
        ours?.indicators.map((one) => ({ key: indicatorKey(one), text: `${one.name}${one.value}${one.unit}` })) ?? []
      }
      busy={busy}
      onAdd={add}
      onRemove={remove}
      onDecide={decide}
      onJump={({ blockId, start, end }) => {
        onClose();
        setTimeout(() => reveal(blockId, end > start ? { start, end } : undefined));
      }}
      onExport={(file) => exportPlan(id, session, file)}
      onClose={onClose}
    />
  );
};
