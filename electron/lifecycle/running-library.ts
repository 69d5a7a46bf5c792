import { AppError } from '../../shared/ipc/app-error';
import type { Log } from '../log';
import type { DataPlace } from '../place/data-place';
import { type Library, openLibrary } from '../storage/open-library';
import type { Rescued } from '../storage/recovery/rescue';
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
   * @throws what the work throws, AppError 'conflict' while other such work goes on, else AppError 'storage' when it
   * cannot be opened again
   */
  whileClosed(work: () => Promise<void>, why: string): Promise<void>;
  /**
   * Told of what a call failed with: when the file was out of reach, the library is opened anew as soon as it is there,
   * so that whoever tries again (a save does by itself) finds it.
   */
  noteFailure(error: unknown): void;
  close(): void;
}>;

/** Nothing has been tried yet, or it is being tried. */
const notYetOpen = '文库正在打开，请稍后再试。';
const outOfReach = '文库文件一时读写不到，正在重新打开。请检查磁盘或网络连接。';

/**
 * @param begin starts what works on an open library by itself; returns how to stop it
 * @param tell says a sentence to the person: what was met while the library was opened again
 */
export const createRunningLibrary = (
  place: DataPlace,
  nativeBinding: string | undefined,
  log: Log,
  begin: (library: Library) => () => void,
  tell: (text: string) => void,
): RunningLibrary => {
  let library: Library | null = null;
  let problem = notYetOpen;
  let stop = (): void => undefined;
  /** Whether its file was out of reach and it is to be opened anew. */
  let isLost = false;
  /** Being opened: two that ask get the same. Never fails. */
  let opening: ReturnType<RunningLibrary['open']> | null = null;
  /** Why it is closed while something is done with its file; null while nothing is. */
  let closedFor: string | null = null;
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
  const openNow = async (mayRecover: boolean): ReturnType<RunningLibrary['open']> => {
    try {
      await place.check();
      library = await openLibrary({ ...place.paths(), nativeBinding }, undefined, mayRecover);
      stop = begin(library);
      if (library.rescued) logRescue(library.rescued, log);
      return { problem: null, notice: library.notice };
    } catch (error) {
      problem = problemSentence(error, log);
      return { problem, notice: null };
    }
  };
  const openOnce = (mayRecover: boolean): ReturnType<RunningLibrary['open']> => {
    opening ??= openNow(mayRecover).finally(() => {
      opening = null;
    });
    return opening;
  };
  const reopen = async (): Promise<void> => {
    if (opening !== null || closedFor !== null) return;
    close();
    if ((await openOnce(false)).problem !== null) return;
    isLost = false;
    log.info('library opened anew');
  };
  const opened = (): Library => {
    if (library) return library;
    if (isLost) void reopen();
    throw new AppError('storage', problem);
  };
  return {
    opened,
    current: () => library,
    open: async () => {
      if (library) return { problem: null, notice: null };
      if (closedFor !== null) return { problem: closedFor, notice: null };
      return openOnce(true);
    },
    whileClosed: async (work, why) => {
      if (closedFor !== null) throw new AppError('conflict', closedFor);
      closedFor = why;
      try {
        await opening;
        isLost = false;
        close();
        problem = why;
        try {
          await work();
        } finally {
          const { notice } = await openNow(true);
          if (notice !== null) tell(notice);
        }
      } finally {
        closedFor = null;
      }
      opened();
    },
    noteFailure: (error) => {
      if (library === null || isLost || !isUnreachable(error)) return;
      isLost = true;
      problem = outOfReach;
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
  return `文库无法打开：程序内部出错（编号 ${id}）。文稿没有改动；请重新启动，仍不成功时从备份恢复，或把编号告诉维护人员。`;
};

/** Counts only: titles are texts of documents. */
const logRescue = ({ documents, versions, pictures, bureau }: Rescued, log: Log): void => {
  log.info('library recovered', {
    found: documents.found.length,
    partial: documents.partial.length,
    lost: documents.lost.length,
    versions: versions.added,
    pictures: pictures.added,
    bureau: bureau.added,
    unreadable: versions.unreadable + pictures.unreadable + bureau.unreadable,
  });
  for (const trouble of documents.troubles) log.error('rescue', trouble);
};
