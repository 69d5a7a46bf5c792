import { useEffect, useRef } from 'react';
import { hasAppDialog } from './app-dialogs';

/** Keys of a screen, written as Ctrl+S, Ctrl+Shift+O, Ctrl+Alt+F, F8, Shift+F8; a sign stands for itself, as Ctrl++. */
export type Shortcuts = Readonly<Record<string, () => void>>;

const keyName = (event: KeyboardEvent): string =>
  [
    (event.ctrlKey || event.metaKey) && 'Ctrl',
    event.altKey && 'Alt',
    event.shiftKey && (event.key.length > 1 || /[a-z]/i.test(event.key)) && 'Shift',
    event.key.length === 1 ? event.key.toUpperCase() : event.key,
  ]
    .filter(Boolean)
    .join('+');

/** Listens for the keys while the screen is there; a dialog in front of it keeps its keys to itself. */
export const useShortcuts = (shortcuts: Shortcuts, enabled: boolean): void => {
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  useEffect(() => {
    if (!enabled) return;
    const onKeyDown = (event: KeyboardEvent) => {
      const run = latest.current[keyName(event)];
      if (!run || event.isComposing || event.defaultPrevented || hasAppDialog()) return;
      event.preventDefault();
      run();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [enabled]);
};
