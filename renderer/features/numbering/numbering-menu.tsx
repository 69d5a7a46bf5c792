import { Menu } from '@base-ui/react/menu';
import { memo } from 'react';
import type { GovDocument } from '../../../shared/document/document';
import { areNumbersFrozen, computeLabels } from '../../../shared/numbering/compute-labels';
import type { EditorCommand } from '../../editor/commands/editor-command';

/** What can be done with numbers where the caret stands. */
export type NumberState = Readonly<{
  frozen: boolean;
  /** The number at the caret; null where there is none. */
  label: string | null;
  locked: boolean;
}>;

export const readNumbers = (document: GovDocument, blockId: string | null): NumberState => {
  const block = document.parts.flatMap((part) => part.children).find(({ id }) => id === blockId);
  // The number of a table follows its caption and cannot be locked.
  const label = block && block.type !== 'table' ? computeLabels(document).get(block.id) : undefined;
  return {
    frozen: areNumbersFrozen(document),
    label: label ?? null,
    locked: block !== undefined && 'locked' in block && block.locked === true,
  };
};

type NumberingMenuProps = Readonly<{
  /** Read when the menu opens. */
  read(): NumberState;
  run(command: EditorCommand): void;
  onSettings(): void;
  onReference(): void;
  onFootnote(): void;
}>;

/** 编号: how numbers run, frozen and locked numbers, references and footnotes, which have numbers too. */
export const NumberingMenu = memo((props: NumberingMenuProps) => (
  <Menu.Root modal={false}>
    <Menu.Trigger className="btn btn-ghost">编号</Menu.Trigger>
    <Menu.Portal>
      <Menu.Positioner align="start" sideOffset={4}>
        <Menu.Popup className="menu" finalFocus={false}>
          <Items {...props} />
        </Menu.Popup>
      </Menu.Positioner>
    </Menu.Portal>
  </Menu.Root>
));

const Items = ({ read, run, onSettings, onReference, onFootnote }: NumberingMenuProps) => {
  const { frozen, label, locked } = read();
  return (
    <>
      <Menu.Item className="menu-item" onClick={onReference}>
        插入引用…<kbd>Ctrl+Shift+Y</kbd>
      </Menu.Item>
      <Menu.Item className="menu-item" onClick={onFootnote}>
        插入脚注…<kbd>Ctrl+Alt+F</kbd>
      </Menu.Item>
      <div className="menu-line" />
      <Menu.Item className="menu-item" onClick={onSettings}>
        编号方式…
      </Menu.Item>
      {label !== null && (
        <Menu.Item className="menu-item" onClick={() => run({ type: 'toggleNumberLock' })}>
          {locked ? `解除锁定“${label}”` : `锁定编号“${label}”`}
        </Menu.Item>
      )}
      <Menu.Item className="menu-item" onClick={() => run({ type: frozen ? 'unfreezeNumbers' : 'freezeNumbers' })}>
        {frozen ? '解除冻结编号' : '冻结全部编号'}
      </Menu.Item>
    </>
  );
};
