import { useCallback, useMemo, useState } from 'react';
import { mapParts } from '../../../shared/checks/part-map';
import type { Finding } from '../../../shared/checks/types';
import type { GovDocument } from '../../../shared/document/document';
import type { DocumentFunction } from '../../../shared/functions/types';
import { preferences, setPreferences, usePreferences } from '../../app/preferences';
import { blocksOfUnits, type FindingFilter, filterFindings, noFilter } from './filter-findings';

/** What of the findings is looked at, and how they are grouped; the panel shows it, the keys go through it. */
export const useFindingView = (
  document: GovDocument,
  functions: ReadonlyMap<string, DocumentFunction>,
  findings: readonly Finding[],
) => {
  const [filter, setFilter] = useState<FindingFilter>(noFilter);
  const { findingOrder } = usePreferences();
  const places = useMemo(
    () => ({ tiles: mapParts(document, functions), units: blocksOfUnits(document) }),
    [document, functions],
  );
  const shown = useMemo(() => filterFindings(findings, filter, places), [findings, filter, places]);
  const narrow = useCallback((patch: Partial<FindingFilter>) => setFilter((before) => ({ ...before, ...patch })), []);
  const clear = useCallback(() => setFilter(noFilter), []);
  const turn = useCallback(
    () => setPreferences({ findingOrder: preferences().findingOrder === 'kind' ? 'place' : 'kind' }),
    [],
  );
  return useMemo(
    () => ({ filter, places, shown, order: findingOrder, narrow, clear, turn }),
    [filter, places, shown, findingOrder, narrow, clear, turn],
  );
};

export type FindingView = ReturnType<typeof useFindingView>;
