import type { SearchHit, SearchRequest } from '../../workers/search-texts';

/** Longer than any sensible pattern needs for a long document, short enough to wait for. */
const longestSearch = 1500;

/** Searches one after the other, the newest only; ends those that take too long. */
export type Searcher = Readonly<{
  /** The hits; 'slow' when it took too long; null when a newer search has taken its place. */
  search(request: SearchRequest): Promise<readonly SearchHit[] | 'slow' | null>;
  stop(): void;
}>;

export const createSearcher = (): Searcher => {
  let worker: Worker | null = null;
  let settle: ((answer: readonly SearchHit[] | 'slow' | null) => void) | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const finish = (answer: readonly SearchHit[] | 'slow' | null): void => {
    clearTimeout(timer);
    settle?.(answer);
    settle = null;
  };
  /** A worker that is busy cannot be told to leave off: it is ended. */
  const end = (answer: 'slow' | null): void => {
    worker?.terminate();
    worker = null;
    finish(answer);
  };
  return {
    search: (request) => {
      if (settle) end(null);
      worker ??= new Worker(new URL('../../workers/search-worker.ts', import.meta.url), { type: 'module' });
      worker.onmessage = ({ data }: MessageEvent<readonly SearchHit[]>) => finish(data);
      worker.postMessage(request);
      timer = setTimeout(() => end('slow'), longestSearch);
      return new Promise((resolve) => {
        settle = resolve;
      });
    },
    stop: () => end(null),
  };
};
