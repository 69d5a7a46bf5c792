import type { Log } from '../log';
import type { Library } from '../storage/open-library';

const minute = 60 * 1000;

/** Backs the library up once a day while the app runs; the first look waits until the start is over. Returns how to stop. */
export const scheduleBackups = (library: Library, log: Log): (() => void) => {
  const look = (): void => {
    library.backUpDaily().then(
      (done) => done && log.info('backup written'),
      (error: unknown) => log.error('backup', error),
    );
  };
  const timers = [setTimeout(look, minute), setInterval(look, 60 * minute)];
  return () => {
    for (const timer of timers) clearTimeout(timer);
  };
};
