import { AppError } from '../../shared/ipc/app-error';
import type { Log } from '../log';
import type { DataPlace } from '../place/data-place';
import { type Library, openLibrary } from '../storage/open-library';
import type { StartState } from './start-state';

/** The library of the running app, which is closed and opened again while the app goes on. */
export type RunningLibrary = Readonly<{
  /** @throws AppError 'storage' with why it is not open */
  opened(): Library;
  /** null while it is not open. */
  current(): Library | null;
  /** Opens it where it is now, unless it is open; says what to tell the person. */
  open(): Promise<Pick<StartState, 'problem' | 'notice'>>;
  /**
   * Closes it, does the work and opens it again, whatever became of the work.
   * @param why what others are told who ask for it meanwhile
   * @throws what the work throws, else AppError 'storage' when it cannot be opened again
   */
  whileClosed(work: () => Promise<void>, why: string): Promise<void>;
  close(): void;
}>;

/** @param begin starts what works on an open library by itself; returns how to stop it */
export const createRunningLibrary = (
  place: DataPlace,
  nativeBinding: string | undefined,
  log: Log,
  begin: (library: Library) => () => void,
): RunningLibrary => {
  let library: Library | null = null;
  let problem = '';
  let stop = (): void => undefined;
  const close = (): void => {
    stop();
    stop = () => undefined;
    library?.close();
    library = null;
  };
  const open: RunningLibrary['open'] = async () => {
    if (library) return { problem: null, notice: null };
    try {
      await place.check();
      library = await openLibrary({ ...place.paths(), nativeBinding });
      stop = begin(library);
      return { problem: null, notice: library.notice };
    } catch (error) {
      problem = problemSentence(error, log);
      return { problem, notice: null };
    }
  };
  const opened = (): Library => {
    if (library) return library;
    throw new AppError('storage', problem);
  };
  return {
    opened,
    current: () => library,
    open,
    whileClosed: async (work, why) => {
      close();
      problem = why;
      try {
        await work();
      } finally {
        await open();
      }
      opened();
    },
    close,
  };
};

const problemSentence = (error: unknown, log: Log): string => {
  const id = log.error('library not opened', error);
  if (error instanceof AppError) return error.message;
  return `文库无法打开：程序内部出错（编号 ${id}）。文稿没有改动；请重新启动，仍不成功时请把编号告诉维护人员。`;
};
