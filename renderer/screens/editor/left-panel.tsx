import type { Ref } from 'react';
import type { OutlineRow } from '../../app/outline/outline-rows';
import { type OutlineHandle, OutlinePanel } from '../../features/outline/outline-panel';
import { RequiredParts } from '../../features/required-parts/required-parts';
import type { useOutlineActions } from './session/use-outline-actions';
import type { Session } from './session/use-session';

type LeftPanelProps = Readonly<{
  ref: Ref<OutlineHandle>;
  session: Session;
  actions: ReturnType<typeof useOutlineActions>;
  /** Index of the row with the caret; -1 when it stands before all rows. */
  current: number;
  onJump(blockId: string): void;
  onOnly(row: OutlineRow): void;
  onLeave(): void;
}>;

/** What stands at the left of the paper: the required parts and the outline. */
export const LeftPanel = ({ ref, session, actions, current, onJump, onOnly, onLeave }: LeftPanelProps) => {
  const { reading, assessments, functions, findings } = session;
  const { document, rows } = reading;
  return (
    <aside className="workspace-left" aria-label="要素与提纲">
      <RequiredParts
        document={document}
        rows={rows}
        assessments={assessments}
        onJump={onJump}
        onAddPart={actions.addPart}
      />
      <OutlinePanel
        ref={ref}
        document={document}
        rows={rows}
        current={current}
        functions={functions}
        findings={findings}
        assessments={assessments}
        onJump={onJump}
        onAddPart={actions.addPart}
        onRun={actions.run}
        onDelete={actions.deleteRow}
        onOnly={onOnly}
        onLeave={onLeave}
      />
    </aside>
  );
};
