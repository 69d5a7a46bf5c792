import { ContextMenu } from '@base-ui/react/context-menu';
import { Fragment, type MouseEvent, type ReactNode } from 'react';
import type { CaretState } from '../../editor/caret-state';
import type { EditorCommand } from '../../editor/commands/editor-command';
import { tableActionGroups } from '../../editor/tables/table-actions';
import './table-menu.css';

type TableMenuProps = Readonly<{
  caret: CaretState | null;
  run(command: EditorCommand): void;
  onCaption(): void;
  /** Back to the caret in the text. */
  onLeave(): void;
  /** The paper. */
  children: ReactNode;
}>;

/** A right click outside a cell is not for this menu. */
const onlyInCells = (event: MouseEvent) => {
  if (!(event.target as Element).closest('.paper td')) event.stopPropagation();
};

/** The actions on a table behind a right click, or the menu key, in a cell. */
export const TableMenu = ({ caret, run, onCaption, onLeave, children }: TableMenuProps) => {
  // The paper itself would take the focus with a caret at its top.
  const toText = () => {
    onLeave();
    return false;
  };
  return (
    <ContextMenu.Root>
      <div className="table-menu-area" onContextMenuCapture={onlyInCells}>
        <ContextMenu.Trigger className="table-menu-area">{children}</ContextMenu.Trigger>
      </div>
      <ContextMenu.Portal>
        <ContextMenu.Positioner>
          <ContextMenu.Popup className="menu" aria-label="表格" finalFocus={toText}>
            <ContextMenu.Item className="menu-item" onClick={onCaption}>
              表题…
            </ContextMenu.Item>
            <div className="menu-line" />
            {tableActionGroups.map((group, index) => (
              <Fragment key={group[0]!.action}>
                {index > 0 && <div className="menu-line" />}
                {group.map(({ action, name }) => (
                  <ContextMenu.Item
                    key={action}
                    className="menu-item"
                    disabled={action === 'mergeCells' && !caret?.canMerge}
                    onClick={() => run({ type: 'table', action })}
                  >
                    {name}
                  </ContextMenu.Item>
                ))}
              </Fragment>
            ))}
          </ContextMenu.Popup>
        </ContextMenu.Positioner>
      </ContextMenu.Portal>
    </ContextMenu.Root>
  );
};
