import { useSyncExternalStore } from 'react';
import { listen } from '../ipc/client';

/** Something the library keeps for all documents, as the window knows it. */
type LibraryValue<Value> = Readonly<{
  /** As it was last read. */
  current(): Value;
  use(): Value;
  /** Tells the window what has been stored. */
  set(value: Value): void;
}>;

/**
 * Reads a value when it is first asked for, and again when another library is opened.
 * @param before what counts until it has been read
 */
export const libraryValue = <Value>(before: Value, read: () => Promise<Value>): LibraryValue<Value> => {
  let value = before;
  let asked = false;
  let stopListening = (): void => undefined;
  const listeners = new Set<() => void>();
  const current = (): Value => value;
  const set = (next: Value): void => {
    value = next;
    for (const listener of listeners) listener();
  };
  const readNow = (): void =>
    void read().then(set, () => {
      // The library could not be opened: the next one who asks tries again.
      asked = false;
    });
  const subscribe = (listener: () => void): (() => void) => {
    if (!asked) {
      asked = true;
      readNow();
      stopListening();
      stopListening = listen('library-replaced', readNow);
    }
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return { current, set, use: () => useSyncExternalStore(subscribe, current) };
};
