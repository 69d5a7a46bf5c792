import { useEffect, useRef } from 'react';

/** Keys of the editor screen, written as Ctrl+S, F8, Shift+F8. */
export type Shortcuts = Readonly<Record<string, () => void>>;

const keyName = (event: KeyboardEvent): string =>
  [
    (event.ctrlKey || event.metaKey) && 'Ctrl',
    event.shiftKey && event.key.length > 1 && 'Shift',
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
      if (!run || event.isComposing) return;
      event.preventDefault();
      run();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [enabled]);
};
