import { type ReactElement, type RefObject, useMemo } from 'react';
import { describePlaces } from '../../../shared/checks/describe-place';
import type { Indicator } from '../../../shared/plan/indicators/indicator';
import { compareIndicators, indicatorKey, indicatorTable } from '../../../shared/plan/indicators/indicator-table';
import { type ShownIndicator, shownIndicators } from '../../../shared/plan/indicators/shown-indicators';
import { say } from '../../app/ui/toasts';
import type { EditorHandle } from '../../editor/document-editor';
import type { IndicatorFields } from '../../features/plan/indicator-form';
import { IndicatorsPanel } from '../../features/plan/indicators-panel';
import { exportPlan } from './session/export-plan';
import type { Session } from './session/use-session';
import { useWatchedPlan } from './session/use-watched-plan';

const none: readonly string[] = [];

type IndicatorsTabProps = Readonly<{
  id: string;
  editor: RefObject<EditorHandle | null>;
  session: Session;
  reveal(blockId: string, range?: Readonly<{ start: number; end: number }>): void;
}>;

/**
 * The 指标 panel over the open document: it shows what the checker reads while it is there, and writes through the
 * editor, one step of undo.
 */
export const IndicatorsTab = ({ id, editor, session, reveal }: IndicatorsTabProps): ReactElement => {
  const { functions, meta, onMeta, plan, reading } = session;
  useWatchedPlan(session);
  const turnedDown = meta.rejectedIndicators ?? none;
  const read = plan?.indicators ?? null;
  const places = useMemo(() => describePlaces(reading.document), [reading.document]);
  const { rejectedIndicators, correctedIndicators } = meta;
  const all = useMemo(
    () =>
      read &&
      shownIndicators(read, {
        ...(rejectedIndicators && { rejectedIndicators }),
        ...(correctedIndicators && { correctedIndicators }),
      }),
    [read, rejectedIndicators, correctedIndicators],
  );
  const indicators = all?.shown ?? null;
  const tables = useMemo(
    () =>
      indicators && plan
        ? plan.indicatorTables.map(({ blockId, rows }) => ({
            blockId,
            differences: compareIndicators(rows, indicators),
          }))
        : [],
    [indicators, plan],
  );
  const setRejected = (rejectedIndicators: readonly string[]) =>
    onMeta({ ...meta, rejectedIndicators: [...rejectedIndicators] });
  const correct = (one: ShownIndicator, fields: IndicatorFields | null) => {
    const key = indicatorKey(one.read ?? one);
    const before = correctedIndicators ?? [];
    const others = before.filter((other) => other.key !== key);
    onMeta({ ...meta, correctedIndicators: fields ? [...others, { key, ...fields }] : others });
    const back = () => onMeta({ ...session.newest.current.meta, correctedIndicators: before });
    say(fields ? '已更正，正文没有改动。' : '已恢复原读法。', { label: '撤销', run: back });
  };
  const place = (one: Indicator) => reveal(one.blockId, one);
  return (
    <IndicatorsPanel
      indicators={indicators}
      rejected={all?.rejected ?? []}
      tables={tables}
      placeOf={(blockId) => places.get(blockId) ?? ''}
      onJump={place}
      onReject={(one) => setRejected([...turnedDown, indicatorKey(one.read ?? one)])}
      onCorrect={correct}
      onExport={(file) => exportPlan(id, session, file)}
      onTakeBack={(one) => setRejected(turnedDown.filter((key) => key !== indicatorKey(one)))}
      onInsertTable={() => {
        const goals = indicators?.findLast(({ blockId }) => functions.get(blockId) === 'goals');
        const last = goals ?? indicators?.at(-1);
        if (!indicators || !last) return;
        const where = { behind: last.blockId };
        editor.current?.run({ type: 'insertBlocks', blocks: [indicatorTable(indicators)], where });
      }}
      onUpdateTable={(blockId) => {
        if (!indicators) return;
        const { caption, ...block } = indicatorTable(indicators);
        const table = editor.current
          ?.getDocument()
          .parts.flatMap(({ children }) => children)
          .find(({ id }) => id === blockId);
        const kept = table?.type === 'table' ? table.caption : caption;
        editor.current?.run({
          type: 'takeBlocks',
          takes: [{ kind: 'replace', id: blockId, block: { ...block, ...(kept !== undefined && { caption: kept }) } }],
        });
      }}
      onShowTable={(blockId) => reveal(blockId)}
    />
  );
};
