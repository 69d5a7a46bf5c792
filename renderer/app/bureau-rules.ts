import { useMemo } from 'react';
import { type Bureau, type BureauRules, noBureauRules } from '../../shared/checks/bureau/bureau-rules';
import { ownUnits } from '../../shared/units/unit-dictionary';
import { call } from '../ipc/client';
import { libraryValue } from './library-value';
import { useUnits } from './units';

/** What the bureau has set up about checks, for all of the window; nothing until it has been read. */
const rules = libraryValue<BureauRules>(noBureauRules, () => call('rules:list', {}));

/** As they were last read. */
export const bureauRules = rules.current;

export const useBureauRules = rules.use;

/** Stores what the bureau does without and its packs. @throws AppError with a sentence */
export const saveBureauRules = async (next: BureauRules): Promise<void> => {
  await call('rules:save', { rules: { off: [...next.off], packs: [...next.packs] } });
  rules.set(next);
};

/** All that the checks ask of the bureau. */
export const useBureau = (): Bureau => {
  const known = useBureauRules();
  const units = useUnits();
  return useMemo(() => ({ ...known, units: ownUnits(units) }), [known, units]);
};
