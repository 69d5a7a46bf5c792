import { type ReactElement, type RefObject, useMemo } from 'react';
import { describePlaces } from '../../../shared/checks/describe-place';
import type { Task } from '../../../shared/plan/tasks/task';
import {
  compareTaskTable,
  findTaskTable,
  taskTable,
  taskTableTitle,
  updatedTaskTable,
} from '../../../shared/plan/tasks/task-table';
import { say } from '../../app/ui/toasts';
import { untouchedSince } from '../../app/ui/untouched-since';
import type { EditorHandle } from '../../editor/document-editor';
import { TasksPanel } from '../../features/plan/tasks-panel';
import type { PlanDialogs } from './dialogs/use-plan-dialogs';
import { exportPlan } from './session/export-plan';
import type { Session } from './session/use-session';
import { useWatchedPlan } from './session/use-watched-plan';
import { canBeWritten, writeTaskRows } from './write-task-rows';

type TasksTabProps = Readonly<{
  id: string;
  editor: RefObject<EditorHandle | null>;
  session: Session;
  plans: PlanDialogs;
  onJump(blockId: string): void;
  pickUnits(blockId: string): void;
}>;

/**
 * The 分工 panel over the open document: it shows what the checker reads while it is there, and writes through the
 * editor, each time one step of undo.
 */
export const TasksTab = ({ id, editor, session, plans, onJump, pickUnits }: TasksTabProps): ReactElement => {
  const { reading, plan } = session;
  useWatchedPlan(session);
  const tasks = plan?.tasks ?? null;
  const places = useMemo(() => describePlaces(reading.document), [reading.document]);
  const table = plan?.taskTable ?? null;
  const differences = useMemo(() => (table && tasks ? compareTaskTable(table.rows, tasks) : []), [table, tasks]);
  const writeBack = () => {
    const handle = editor.current;
    if (!handle) return;
    const changed = differences.filter(canBeWritten);
    handle.run(writeTaskRows(handle.getDocument(), changed));
    const after = handle.getDocument().parts;
    const undo = () => {
      if (untouchedSince(editor, after)) editor.current?.runFromOutside({ type: 'undo' });
    };
    say(`已按表改写 ${changed.length} 项任务。`, { label: '撤销', run: undo });
  };
  const fromEditor = (act: (handle: EditorHandle, known: readonly Task[]) => void) => () =>
    editor.current && tasks && act(editor.current, tasks);
  return (
    <TasksPanel
      tasks={tasks}
      table={table && { differences, changed: differences.filter(canBeWritten).length }}
      placeOf={(blockId) => places.get(blockId) ?? ''}
      onJump={onJump}
      onPickUnits={(task) => pickUnits(task.endBlockId)}
      onInsertTable={fromEditor((handle, known) =>
        handle.run({ type: 'insertAttachment', title: taskTableTitle, blocks: [taskTable(known)] }),
      )}
      onUpdateTable={fromEditor((handle, known) => {
        const table = findTaskTable(handle.getDocument());
        if (!table) return;
        handle.run({
          type: 'takeBlocks',
          takes: [{ kind: 'replace', id: table.id, block: updatedTaskTable(table, known) }],
        });
      })}
      onWriteBack={writeBack}
      onShowTable={() => table && onJump(table.blockId)}
      onExport={(file) => exportPlan(id, session, file)}
      onSuperiors={plans.showSuperiors}
      onCoverage={plans.showCoverage}
      onTimes={plans.showTimes}
      onDrafts={() => plans.showDraft('drafting-note')}
    />
  );
};
