import type { DocumentMeta } from '../../document/document';
import type { Indicator } from './indicator';
import { indicatorKey } from './indicator-table';

/** An indicator as it is shown; `read` is what the text was read as, where a person has set it right. */
export type ShownIndicator = Indicator & Readonly<{ read?: Indicator }>;

/** Indicators as the person wants them: those set right with what was said of them, those turned down apart. */
export const shownIndicators = (
  read: readonly Indicator[],
  {
    rejectedIndicators = [],
    correctedIndicators = [],
  }: Pick<DocumentMeta, 'rejectedIndicators' | 'correctedIndicators'>,
): Readonly<{ shown: readonly ShownIndicator[]; rejected: readonly Indicator[] }> => {
  const rejected = new Set(rejectedIndicators);
  const corrected = new Map(correctedIndicators.map((one) => [one.key, one] as const));
  const kept = read.filter((one) => !rejected.has(indicatorKey(one)));
  return {
    shown: kept.map((one): ShownIndicator => {
      const right = corrected.get(indicatorKey(one));
      if (!right) return one;
      const { name, value, unit, year, base, kind } = right;
      return { ...one, name, value, unit, year, base: base ?? null, kind: kind ?? null, read: one };
    }),
    rejected: read.filter((one) => rejected.has(indicatorKey(one))),
  };
};
