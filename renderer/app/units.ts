import { useSyncExternalStore } from 'react';
import { shippedUnits, type UnitDictionary } from '../../shared/units/unit-dictionary';
import { call, listen } from '../ipc/client';

/** The bureau's dictionary of units, for all forms of the window; the shipped one until it has been read. */
let current: UnitDictionary = shippedUnits;
let asked = false;
let stopListening = (): void => undefined;
const listeners = new Set<() => void>();

const set = (units: UnitDictionary): void => {
  current = units;
  for (const listener of listeners) listener();
};

const read = (): void =>
  void call('units:list', {}).then(set, () => {
    // The library could not be opened: the next one who asks tries again.
    asked = false;
  });

const subscribe = (listener: () => void): (() => void) => {
  if (!asked) {
    asked = true;
    read();
    // Another library has others.
    stopListening();
    stopListening = listen('library-replaced', read);
  }
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useUnits = (): UnitDictionary => useSyncExternalStore(subscribe, () => current);

/** Stores the dictionary. @throws AppError with a sentence */
export const saveUnits = async (units: UnitDictionary): Promise<void> => {
  await call('units:save', { units: [...units] });
  set(units);
};
