import { type Ref, startTransition, useEffect, useState } from 'react';
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

const noRows: readonly OutlineRow[] = [];

/** What stands at the left of the paper: the required parts and the outline. */
export const LeftPanel = ({ ref, session, actions, current, onJump, onOnly, onLeave }: LeftPanelProps) => {
  const { reading, assessments, functions, findings } = session;
  const { document, rows } = reading;
  // A document opens with its paper; the rows of the outline, hundreds in a long one, are drawn right behind it.
  const [opened, setOpened] = useState(false);
  useEffect(() => startTransition(() => setOpened(true)), []);
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
        rows={opened ? rows : noRows}
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
