import type { CaretState } from '../../editor/caret-state';
import type { EditorCommand } from '../../editor/commands/editor-command';
import { type NamedTableAction, tableActionGroups } from '../../editor/tables/table-actions';
import '../../app/ui/element-tools.css';

type TableToolsProps = Readonly<{
  caret: CaretState | null;
  run(command: EditorCommand): void;
  onCaption(): void;
}>;

const pressed = ({ action }: NamedTableAction, caret: CaretState): boolean | undefined => {
  if (action === 'toggleHeader') return caret.inHeadRow;
  if (action === 'textColumn') return caret.columnKind === 'text';
  if (action === 'numberColumn') return caret.columnKind === 'number';
  return undefined;
};

/** A slim bar over the paper while the caret stands in a table. A press leaves the caret where it is. */
export const TableTools = ({ caret, run, onCaption }: TableToolsProps) => {
  if (!caret?.inTable) return null;
  return (
    <div className="element-tools" role="toolbar" aria-label="表格" onMouseDown={(event) => event.preventDefault()}>
      {tableActionGroups.map((group) => (
        <div key={group[0]!.action} className="element-tools-group">
          {group.map((named) => (
            <button
              key={named.action}
              type="button"
              title={named.name}
              aria-label={named.name.includes(named.short) ? named.name : `${named.short}：${named.name}`}
              aria-pressed={pressed(named, caret)}
              disabled={named.action === 'mergeCells' && !caret.canMerge}
              onClick={() => run({ type: 'table', action: named.action })}
            >
              {named.short}
            </button>
          ))}
        </div>
      ))}
      <div className="element-tools-group">
        <button type="button" title="表题和编号" aria-label="表题" onClick={onCaption}>
          表题
        </button>
      </div>
    </div>
  );
};
