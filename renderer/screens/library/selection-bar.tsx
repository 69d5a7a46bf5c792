import type { LibraryRow } from '../../../shared/ipc/contract';

/** One thing that can be done with all documents selected. */
export type SelectionAction = Readonly<{ label: string; run(rows: readonly LibraryRow[]): void }>;

type SelectionBarProps = Readonly<{
  rows: readonly LibraryRow[];
  actions: readonly SelectionAction[];
  onClear(): void;
}>;

/** How many documents are selected, and what can be done with them together. */
export const SelectionBar = ({ rows, actions, onClear }: SelectionBarProps) => (
  <div className="selection" role="toolbar" aria-label="所选文稿">
    <span aria-live="polite">已选 {rows.length} 份</span>
    {actions.map(({ label, run }) => (
      <button key={label} type="button" className="btn" onClick={() => run(rows)}>
        {label}
      </button>
    ))}
    <span className="spacer" />
    <button type="button" className="btn btn-ghost" onClick={onClear}>
      取消选择
    </button>
  </div>
);
