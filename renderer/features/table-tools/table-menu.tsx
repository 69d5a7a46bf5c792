import { Menu } from '@base-ui/react/menu';
import { Fragment, type MouseEvent, type ReactNode, useState } from 'react';
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

/**
 * The actions on a table behind a right click, or the menu key, in a cell. Base UI's own context menu would be drawn
 * around the paper at every report of the checks; this one is there only while it is open.
 */
export const TableMenu = ({ caret, run, onCaption, onLeave, children }: TableMenuProps) => {
  /** Where it was asked for, in px of the window. */
  const [at, setAt] = useState<DOMRect | null>(null);
  const onContextMenu = (event: MouseEvent) => {
    const { target, clientX, clientY, button } = event;
    const byKey = button !== 2;
    // The key asks for the menu of the whole paper, wherever the caret stands.
    const under = byKey ? getSelection()?.anchorNode?.parentElement : (target as Element);
    const cell = under?.closest('.paper td');
    if (!cell) return;
    event.preventDefault();
    const { left, bottom } = cell.getBoundingClientRect();
    setAt(byKey ? new DOMRect(left, bottom, 0, 0) : new DOMRect(clientX, clientY, 0, 0));
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it hears what happens in the cells, which are reached by the caret */}
      <div className="table-menu-area" onContextMenu={onContextMenu}>
        {children}
      </div>
      {at && (
        <OpenMenu
          at={at}
          caret={caret}
          run={run}
          onCaption={onCaption}
          onClosed={() => {
            setAt(null);
            // The paper itself would take the focus with a caret at its top.
            onLeave();
          }}
        />
      )}
    </>
  );
};

type OpenMenuProps = Readonly<{
  at: DOMRect;
  caret: CaretState | null;
  run(command: EditorCommand): void;
  onCaption(): void;
  onClosed(): void;
}>;

const OpenMenu = ({ at, caret, run, onCaption, onClosed }: OpenMenuProps) => (
  <Menu.Root open onOpenChange={(open) => !open && onClosed()}>
    <Menu.Portal>
      <Menu.Positioner anchor={{ getBoundingClientRect: () => at }} align="start">
        <Menu.Popup className="menu" aria-label="表格" finalFocus={false}>
          <Menu.Item className="menu-item" onClick={onCaption}>
            表题…
          </Menu.Item>
          <div className="menu-line" />
          {tableActionGroups.map((group, index) => (
            <Fragment key={group[0]!.action}>
              {index > 0 && <div className="menu-line" />}
              {group.map(({ action, name }) => (
                <Menu.Item
                  key={action}
                  className="menu-item"
                  disabled={action === 'mergeCells' && !caret?.canMerge}
                  onClick={() => run({ type: 'table', action })}
                >
                  {name}
                </Menu.Item>
              ))}
            </Fragment>
          ))}
        </Menu.Popup>
      </Menu.Positioner>
    </Menu.Portal>
  </Menu.Root>
);
