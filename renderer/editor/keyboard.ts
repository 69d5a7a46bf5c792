import type { KeyboardEvent } from 'react';
import { askForText } from './clipboard/paste-as-text';
import { walksPlaceholders } from './commands/placeholders';
import type { EditorSession } from './editor-session';
import { currentBlock } from './model/blocks';
import { readSelection } from './read-selection';
import { onTableKey } from './tables/table-keys';

/**
 * Keys of the document. Whatever an input method is using (a composition, or a key it has already taken, code 229)
 * is left alone.
 */
export const onKeyDown = (session: EditorSession, event: KeyboardEvent): void => {
  const { gate, menu, run } = session;
  if (event.nativeEvent.isComposing || event.keyCode === 229) return;
  // A composition whose end was never reported, or has just been: what waited for it comes before this key.
  if (gate.isClosed()) gate.open();
  // For a key that writes Slate does so itself, from the place the browser would write to.
  if (event.key.length > 1 || event.ctrlKey || event.metaKey || event.altKey) readSelection(session.editor);
  // The window's menu pastes; the key says how.
  if ((event.ctrlKey || event.metaKey) && event.shiftKey && event.key.toLowerCase() === 'v') askForText(session.editor);
  const handled =
    (menu.get() && onMenuKey(session, event)) ||
    onPlaceholderKey(session, event) ||
    onTableKey(session, event) ||
    onPromptKey(session, event) ||
    onShortcut(run, event);
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

/** Tab walks the placeholders where one is, or has just been filled in; elsewhere it changes levels and cells. */
const onPlaceholderKey = ({ editor, run }: EditorSession, event: KeyboardEvent): boolean => {
  const { key, altKey, shiftKey } = event;
  if (key !== 'Tab' || altKey || event.ctrlKey || event.metaKey || !walksPlaceholders(editor)) return false;
  run({ type: shiftKey ? 'previousPlaceholder' : 'nextPlaceholder' });
  return true;
};

/** Enter on a unit note that is still to be written asks for the units. */
const onPromptKey = ({ editor, pickUnits }: EditorSession, event: KeyboardEvent): boolean => {
  if (event.key !== 'Enter' || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return false;
  const [block] = currentBlock(editor) ?? [];
  if (block?.type !== 'responsibility' || !block.children.some(({ placeholder }) => placeholder)) return false;
  pickUnits();
  return true;
};

const onShortcut = (run: EditorSession['run'], event: KeyboardEvent): boolean => {
  const { key, altKey, shiftKey } = event;
  const command = event.ctrlKey || event.metaKey;
  if (key === 'Tab' && !command && !altKey) {
    run({ type: shiftKey ? 'promote' : 'demote' });
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
