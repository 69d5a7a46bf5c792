import { useSyncExternalStore } from 'react';

/** What can stand over any screen. */
export type AppDialog = 'settings' | 'layout' | 'help' | 'licences';

let shown: AppDialog | null = null;
const listeners = new Set<() => void>();

/** Shows one of the dialogs that belong to no screen; null closes it. */
export const showAppDialog = (dialog: AppDialog | null): void => {
  shown = dialog;
  for (const listener of listeners) listener();
};

/** Whether one is there, which keeps the keys of the screen behind it. */
export const hasAppDialog = (): boolean => shown !== null;

export const useAppDialog = (): AppDialog | null =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => shown,
  );
