import { ContextMenu } from '@base-ui/react/context-menu';
import { Menu } from '@base-ui/react/menu';
import type { ReactElement } from 'react';
import { Icon } from '../../app/ui/icon';

/** One thing that can be done with a row; null draws a line. */
export type RowAction = Readonly<{ label: string; keys?: string; run(): void }> | null;

const items = (actions: readonly RowAction[], Item: typeof Menu.Item) =>
  actions.map((action, index) =>
    action ? (
      <Item key={action.label} className="menu-item" onClick={action.run}>
        {action.label}
        {action.keys && <kbd>{action.keys}</kbd>}
      </Item>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: a line has nothing else to be known by
      <div key={index} className="menu-line" />
    ),
  );

/** The menu behind the three dots at the end of a row. */
export const RowMenu = ({ title, actions }: { readonly title: string; readonly actions: readonly RowAction[] }) => (
  <Menu.Root modal={false}>
    <Menu.Trigger className="btn btn-ghost btn-icon" aria-label={`《${title}》的更多操作`} tabIndex={-1}>
      <Icon name="more" />
    </Menu.Trigger>
    <Menu.Portal>
      <Menu.Positioner align="end" sideOffset={4}>
        <Menu.Popup className="menu">{items(actions, Menu.Item)}</Menu.Popup>
      </Menu.Positioner>
    </Menu.Portal>
  </Menu.Root>
);

/** The same menu on a right click (or the menu key) anywhere in the row. */
export const RowContextMenu = ({
  row,
  actions,
}: {
  readonly row: ReactElement;
  readonly actions: readonly RowAction[];
}) => (
  <ContextMenu.Root>
    <ContextMenu.Trigger render={row} />
    <ContextMenu.Portal>
      <ContextMenu.Positioner>
        <ContextMenu.Popup className="menu">{items(actions, ContextMenu.Item)}</ContextMenu.Popup>
      </ContextMenu.Positioner>
    </ContextMenu.Portal>
  </ContextMenu.Root>
);
