import { useSyncExternalStore } from 'react';
import { shippedUnits, type UnitDictionary } from '../../shared/units/unit-dictionary';
import { call } from '../ipc/client';

/** The bureau's dictionary of units, for all forms of the window; the shipped one until it has been read. */
let current: UnitDictionary = shippedUnits;
let asked = false;
const listeners = new Set<() => void>();

const set = (units: UnitDictionary): void => {
  current = units;
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void): (() => void) => {
  if (!asked) {
    asked = true;
    call('units:list', {}).then(set, () => {
      // The library could not be opened: the next one who asks tries again.
      asked = false;
    });
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
