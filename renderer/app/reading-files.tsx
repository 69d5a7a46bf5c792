import { useEffect, useState, useSyncExternalStore } from 'react';
import type { EventPayload } from '../../shared/ipc/contract';
import { call, listen } from '../ipc/client';
import { ProgressDialog } from './ui/progress-dialog';

/** What is read sooner is not worth a dialog. */
const patience = 600;

let readings = 0;
const listeners = new Set<() => void>();
const change = (by: 1 | -1): void => {
  readings += by;
  for (const tell of listeners) tell();
};

/** Runs a reading of files; while it lasts, `ReadingProgress` shows how far it is. */
export const whileReading = async <Value,>(work: Promise<Value>): Promise<Value> => {
  change(1);
  try {
    return await work;
  } finally {
    change(-1);
  }
};

const subscribe = (tell: () => void): (() => void) => {
  listeners.add(tell);
  return () => listeners.delete(tell);
};

/** How far the reading of files is, once it takes longer than a moment; with 取消. */
export const ReadingProgress = () => {
  const isReading = useSyncExternalStore(subscribe, () => readings > 0);
  const [progress, setProgress] = useState<EventPayload<'import-progress'> | null>(null);
  const [waited, setWaited] = useState(false);
  useEffect(() => listen('import-progress', setProgress), []);
  const begun = isReading && progress !== null;
  useEffect(() => {
    if (!isReading) setProgress(null);
  }, [isReading]);
  useEffect(() => {
    if (!begun) return setWaited(false);
    const timer = setTimeout(() => setWaited(true), patience);
    return () => clearTimeout(timer);
  }, [begun]);
  if (!begun || !waited) return null;
  const { done, total, file } = progress;
  return (
    <ProgressDialog
      title="正在读入"
      done={total === 0 ? 0 : done / total}
      step={total > 1 ? `第 ${done + 1} 份，共 ${total} 份：${file}` : file}
      onCancel={() => void call('files:cancel', {}).catch(() => {})}
    />
  );
};
