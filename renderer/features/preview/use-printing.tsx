import { type ReactElement, useEffect, useState } from 'react';
import type { ExportOptions } from '../../../shared/export/export-options';
import { ProgressDialog } from '../../app/ui/progress-dialog';
import { say } from '../../app/ui/toasts';
import { useExportWork } from '../../app/use-export-work';
import { call } from '../../ipc/client';

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
  const [title, setTitle] = useState('');
  const { work, problem, run, cancel } = useExportWork();
  useEffect(() => {
    if (problem) say(problem, undefined, true);
  }, [problem]);
  const start = async (name: string, print: () => Promise<string | null>) => {
    setTitle(name);
    const outcome = await run('正在保存文稿', async (step) => {
      await flush();
      step('正在排版');
      return print();
    });
    if (outcome !== null) say(outcome);
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
    dialog: work && <ProgressDialog {...work} title={title} onCancel={cancel} />,
  };
};
