import { useMemo, useSyncExternalStore } from 'react';
import { type Bureau, type BureauRules, noBureauRules } from '../../shared/checks/bureau/bureau-rules';
import { ownUnits } from '../../shared/units/unit-dictionary';
import { call, listen } from '../ipc/client';
import { useUnits } from './units';

/** What the bureau has set up about checks, for all of the window; nothing until it has been read. */
let current: BureauRules = noBureauRules;
let asked = false;
let stopListening = (): void => undefined;
const listeners = new Set<() => void>();

const set = (rules: BureauRules): void => {
  current = rules;
  for (const listener of listeners) listener();
};

const read = (): void =>
  void call('rules:list', {}).then(set, () => {
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

/** As they were last read. */
export const bureauRules = (): BureauRules => current;

export const useBureauRules = (): BureauRules => useSyncExternalStore(subscribe, () => current);

/** Stores what the bureau does without and its packs. @throws AppError with a sentence */
export const saveBureauRules = async (rules: BureauRules): Promise<void> => {
  await call('rules:save', { rules: { off: [...rules.off], packs: [...rules.packs] } });
  set(rules);
};

/** All that the checks ask of the bureau. */
export const useBureau = (): Bureau => {
  const rules = useBureauRules();
  const units = useUnits();
  return useMemo(() => ({ ...rules, units: ownUnits(units) }), [rules, units]);
};
