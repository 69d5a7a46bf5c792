import { useEffect, useRef, useState } from 'react';
import { AppError } from '../../shared/ipc/app-error';
import { call, listen, sentenceOf } from '../ipc/client';

/** How far the machine is, 0 to 1, and what it is doing. */
export type ExportWork = Readonly<{ done: number; step: string }>;

/** One long piece of the machine's work at a time: how far it is, what went wrong, and how to cancel it. */
export const useExportWork = () => {
  const [work, setWork] = useState<ExportWork | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  /** Cancelled before the machine has begun: it would know of nothing to cancel. */
  const isCancelled = useRef(false);
  useEffect(() => listen('export-progress', ({ done, step }) => setWork((before) => before && { done, step })), []);
  /**
   * Does the work behind a step that is said at once; `say` says further ones, each when what was before is done.
   * @returns what came of it; null when it was cancelled or failed, which `problem` then tells
   */
  const run = async <Value>(
    step: string,
    task: (say: (step: string) => void) => Promise<Value>,
  ): Promise<Value | null> => {
    setProblem(null);
    setWork({ done: 0, step });
    isCancelled.current = false;
    try {
      return await task((next) => {
        if (isCancelled.current) throw new AppError('cancelled', '已取消。');
        setWork({ done: 0, step: next });
      });
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'cancelled')) setProblem(sentenceOf(error));
      return null;
    } finally {
      setWork(null);
    }
  };
  const cancel = () => {
    isCancelled.current = true;
    call('export:cancel', {}).catch((error) => setProblem(sentenceOf(error)));
  };
  return { work, problem, run, cancel };
};
