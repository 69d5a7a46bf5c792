import { useEffect, useState } from 'react';
import type { SearchHit } from '../../../shared/document/search-hit';
import type { DocumentFunction } from '../../../shared/functions/types';
import { call, sentenceOf } from '../../ipc/client';

/** What the texts of the library hold of the words searched for. */
export type TextSearch =
  | Readonly<{ state: 'idle' | 'searching' }>
  | Readonly<{ state: 'found'; query: string; hits: readonly SearchHit[]; complete: boolean }>
  | Readonly<{ state: 'failed'; message: string }>;

/** A pause in typing after which the texts are searched. */
const quiet = 120;
/** While documents are still being indexed the search is asked again. */
const again = 1500;

/**
 * Searches the texts while the query is being typed; an answer that comes late is dropped.
 * @param within only where this function is served; null everywhere
 */
export const useTextSearch = (query: string, within: DocumentFunction | null): TextSearch => {
  const [search, setSearch] = useState<TextSearch>({ state: 'idle' });
  useEffect(() => {
    if (query.trim() === '') {
      setSearch({ state: 'idle' });
      return;
    }
    let timer: ReturnType<typeof setTimeout>;
    let dropped = false;
    const ask = async () => {
      try {
        const { hits, complete } = await call('library:search', { query, within });
        if (dropped) return;
        setSearch({ state: 'found', query, hits, complete });
        if (!complete) timer = setTimeout(() => void ask(), again);
      } catch (error) {
        if (!dropped) setSearch({ state: 'failed', message: sentenceOf(error) });
      }
    };
    setSearch((before) => (before.state === 'found' ? before : { state: 'searching' }));
    timer = setTimeout(() => void ask(), quiet);
    return () => {
      dropped = true;
      clearTimeout(timer);
    };
  }, [query, within]);
  return search;
};
