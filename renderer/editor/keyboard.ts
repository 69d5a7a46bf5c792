import type { KeyboardEvent } from 'react';
import { Editor, Path, type Range, Transforms } from 'slate';
import type { TableRow } from '../../shared/document/block';
import type { EditorSession } from './editor-session';
import { blockEntryAt } from './model/blocks';
import type { GovEditor } from './slate-types';

/**
 * Keys of the document. Whatever an input method is using (a composition, or a key it has already taken, code 229)
 * is left alone.
 */
export const onKeyDown = (session: EditorSession, event: KeyboardEvent): void => {
  const { editor, gate, menu, run } = session;
  if (event.nativeEvent.isComposing || event.keyCode === 229) return;
  // A composition whose end was never reported, or has just been: what waited for it comes before this key.
  if (gate.isClosed()) gate.open();
  const handled = (menu.get() && onMenuKey(session, event)) || onShortcut(editor, run, event);
  if (handled) event.preventDefault();
};

const onMenuKey = ({ menu }: EditorSession, event: KeyboardEvent): boolean => {
  switch (event.key) {
    case 'ArrowDown':
      menu.move(1);
      return true;
    case 'ArrowUp':
      menu.move(-1);
      return true;
    case 'Enter':
    case 'Tab':
      menu.choose();
      return true;
    case 'Escape':
      menu.close();
      return true;
    default:
      return false;
  }
};

const onShortcut = (editor: GovEditor, run: EditorSession['run'], event: KeyboardEvent): boolean => {
  const { key, altKey, shiftKey } = event;
  const command = event.ctrlKey || event.metaKey;
  if (key === 'Tab' && !command && !altKey) {
    const { selection } = editor;
    if (selection && selection.anchor.path.length > 3) moveToCell(editor, selection, shiftKey ? -1 : 1);
    else run({ type: shiftKey ? 'promote' : 'demote' });
    return true;
  }
  if ((key === 'ArrowUp' || key === 'ArrowDown') && altKey && !command && !shiftKey) {
    run({ type: 'moveBranch', direction: key === 'ArrowUp' ? 'up' : 'down' });
    return true;
  }
  if (!command || altKey) return false;
  const letter = key.toLowerCase();
  if (letter !== 'z' && !(letter === 'y' && !shiftKey)) return false;
  run({ type: letter === 'y' || shiftKey ? 'redo' : 'undo' });
  return true;
};

/** Tab in a table: the next cell, behind the last one a new row. */
const moveToCell = (editor: GovEditor, { focus }: Range, by: 1 | -1): void => {
  const entry = blockEntryAt(editor, focus);
  if (entry?.[0].type !== 'table') return;
  const [table, path] = entry;
  const cells = table.children.flatMap((row, at) => row.children.map((_, cell): Path => [...path, at, cell]));
  const here = cells.findIndex((cell) => Path.isAncestor(cell, focus.path));
  const target = cells[here + by];
  if (target) Transforms.select(editor, Editor.end(editor, target));
  else if (by === 1) {
    const last = table.children.at(-1)!;
    const row: TableRow = {
      type: 'row',
      children: last.children.map(() => ({ type: 'cell', children: [{ text: '' }] })),
    };
    const at: Path = [...path, table.children.length];
    Transforms.insertNodes(editor, row, { at });
    Transforms.select(editor, Editor.start(editor, at));
  }
};
