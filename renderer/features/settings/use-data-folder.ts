import { useCallback, useEffect, useState } from 'react';
import type { ChosenFolder, EventPayload, Output } from '../../../shared/ipc/contract';
import { call, listen, sentenceOf } from '../../ipc/client';

export type DataFolderState = Output<'data-folder:state'>;

/** Where the library is, what is being done about it, and why the last of it failed. */
export const useDataFolder = () => {
  const [state, setState] = useState<DataFolderState | null>(null);
  const [progress, setProgress] = useState<EventPayload<'move-progress'> | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  /** Does one thing, and shows where the library is then. True when it was done. */
  const attempt = useCallback(async (work: () => Promise<unknown>): Promise<boolean> => {
    setProblem(null);
    setBusy(true);
    try {
      await work();
      return true;
    } catch (error) {
      setProblem(sentenceOf(error));
      return false;
    } finally {
      setState(await call('data-folder:state', {}).catch(() => null));
      setBusy(false);
    }
  }, []);
  useEffect(() => void attempt(async () => {}), [attempt]);
  useEffect(() => listen('move-progress', setProgress), []);
  const move = async () => {
    setProgress({ done: 0, step: '正在准备' });
    const done = await attempt(() => call('data-folder:move', {}));
    setProgress(null);
    return done;
  };
  return { state, progress, problem, isBusy, attempt, move };
};

/** What there is to know about a disk before a library is put on it. */
export const driveWarning = ({ drive }: ChosenFolder): string => {
  switch (drive) {
    case 'removable':
      return '这是可移动磁盘：拔下后软件打不开文库，文稿也容易随盘遗失。建议放在本机硬盘，可移动磁盘只存备份。';
    case 'network':
      return '这是网络位置：断网时打不开文库，写入也慢。建议放在本机硬盘，网络位置只存备份。';
    case 'fixed':
      return '';
  }
};
