import type { Log } from '../log';
import type { SearchRepo } from '../storage/repos/search-repo';

/** Milliseconds of indexing at a time, and between two of them: the app answers in between. */
const share = 20;
const rest = 100;
const minute = 60 * 1000;

/** Indexes what changed, a little at a time: soon after the start, and then once a minute. Returns how to stop. */
export const scheduleIndexing = (search: SearchRepo, log: Log): (() => void) => {
  let timer: NodeJS.Timeout;
  const next = (): void => {
    try {
      timer = setTimeout(next, search.catchUp(share) ? minute : rest).unref();
    } catch (error) {
      // A library closed meanwhile, or one the disk refuses: the next search says so.
      log.error('indexing', error);
    }
  };
  timer = setTimeout(next, 5000).unref();
  return () => clearTimeout(timer);
};
