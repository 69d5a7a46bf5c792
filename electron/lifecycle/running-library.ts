import { AppError } from '../../shared/ipc/app-error';
import type { Log } from '../log';
import type { DataPlace } from '../place/data-place';
import { type Library, openLibrary } from '../storage/open-library';
import { isUnreachable } from '../storage/storage-error';
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
  /**
   * Told of what a call failed with: when the file was out of reach, the library is opened anew as soon as it is there,
   * so that whoever tries again (a save does by itself) finds it.
   */
  noteFailure(error: unknown): void;
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
  /** Whether its file was out of reach and it is to be opened anew. */
  let isLost = false;
  let isReopening = false;
  const close = (): void => {
    stop();
    stop = () => undefined;
    try {
      library?.close();
    } catch (error) {
      // On a disk that is gone nothing can be finished; what was committed is there.
      log.error('library not closed', error);
    }
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
  const reopen = async (): Promise<void> => {
    if (isReopening) return;
    isReopening = true;
    try {
      close();
      await place.check();
      library = await openLibrary({ ...place.paths(), nativeBinding }, undefined, false);
      stop = begin(library);
      isLost = false;
      log.info('library opened anew');
    } catch (error) {
      problem = problemSentence(error, log);
    } finally {
      isReopening = false;
    }
  };
  const opened = (): Library => {
    if (library) return library;
    if (isLost) void reopen();
    throw new AppError('storage', problem);
  };
  return {
    opened,
    current: () => library,
    open,
    whileClosed: async (work, why) => {
      isLost = false;
      close();
      problem = why;
      try {
        await work();
      } finally {
        await open();
      }
      opened();
    },
    noteFailure: (error) => {
      if (library === null || isLost || !isUnreachable(error)) return;
      isLost = true;
      log.info('library out of reach');
      void reopen();
    },
    close: () => {
      isLost = false;
      close();
    },
  };
};

const problemSentence = (error: unknown, log: Log): string => {
  const id = log.error('library not opened', error);
  if (error instanceof AppError) return error.message;
  return `文库无法打开：程序内部出错（编号 ${id}）。文稿没有改动；请重新启动，仍不成功时请把编号告诉维护人员。`;
};
