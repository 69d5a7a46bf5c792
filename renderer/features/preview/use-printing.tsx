import { type ReactElement, useEffect, useState } from 'react';
import type { ExportOptions } from '../../../shared/export/export-options';
import { AppError } from '../../../shared/ipc/app-error';
import { ProgressDialog } from '../../app/ui/progress-dialog';
import { say } from '../../app/ui/toasts';
import { call, listen, sentenceOf } from '../../ipc/client';

type Work = Readonly<{ title: string; done: number; step: string }>;

export type Printing = Readonly<{
  savePdf(): void;
  print(): void;
  /** The progress in front of the preview, while there is something to wait for. */
  dialog: ReactElement | null;
}>;

/**
 * PDF and paper from the pages of the stored document.
 * @param flush hands over what is unsaved: the machine prints what is on disk
 */
export const usePrinting = (id: string, options: ExportOptions, flush: () => Promise<void>): Printing => {
  const [work, setWork] = useState<Work | null>(null);
  useEffect(
    () =>
      listen('export-progress', ({ done, step }) => setWork((before) => (before ? { ...before, done, step } : before))),
    [],
  );
  const start = async (title: string, run: () => Promise<string | null>) => {
    setWork({ title, done: 0, step: '正在保存文稿' });
    try {
      await flush();
      const outcome = await run();
      if (outcome !== null) say(outcome);
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'cancelled')) say(sentenceOf(error), undefined, true);
    }
    setWork(null);
  };
  return {
    savePdf: () =>
      void start('正在导出 PDF', async () => {
        const { path } = await call('export:pdf', { id, options });
        return path === null ? null : `已存为 ${path}。`;
      }),
    print: () =>
      void start('正在打印', async () => {
        const { printed } = await call('export:print', { id, options });
        return printed ? '已交给打印机。' : null;
      }),
    dialog: work && (
      <ProgressDialog
        {...work}
        onCancel={() => void call('export:cancel', {}).catch((error) => say(sentenceOf(error), undefined, true))}
      />
    ),
  };
};
