import { AppError } from '../../../shared/ipc/app-error';
import type { PlanFile } from '../../../shared/ipc/contract';
import { writeFileAtomically } from '../../files/atomic-write';
import { keepQuietly } from '../../storage/keep-quietly';
import type { Handlers } from '../answer-call';
import { circulate, circulateMany } from '../circulate';
import { documentName } from '../document-name';
import { exportReview } from '../export-review';
import type { Services } from '../services';

type ExportChannel = Extract<keyof Handlers, `export:${string}`>;

const planFiles = {
  'table-docx': { words: '任务分工表', extension: 'docx' },
  'table-xlsx': { words: '任务分工表', extension: 'xlsx' },
  countersign: { words: '会签单', extension: 'docx' },
  'indicators-docx': { words: '指标表', extension: 'docx' },
  'indicators-xlsx': { words: '指标表', extension: 'xlsx' },
  'superior-docx': { words: '贯彻落实对照表', extension: 'docx' },
  'superior-xlsx': { words: '贯彻落实对照表', extension: 'xlsx' },
  'coverage-docx': { words: '目标任务覆盖表', extension: 'docx' },
  'coverage-xlsx': { words: '目标任务覆盖表', extension: 'xlsx' },
  'drafting-note': { words: '起草说明', extension: 'docx' },
  interpretation: { words: '政策解读', extension: 'docx' },
} as const satisfies Record<PlanFile, unknown>;

/** Word, PDF and paper. One at a time, with progress, each can be cancelled. */
export const exportHandlers = (services: Services): Pick<Handlers, ExportChannel> => {
  let working: AbortController | null = null;
  const progress = (done: number, step: string): void => services.send('export-progress', { done, step });

  /** What leaves the library can be found again in it. */
  const keepVersion = (id: string): void => keepQuietly(services, (versions) => versions.keep(id, 'exported'));

  const alone = async <Value>(work: (signal: AbortSignal) => Promise<Value>): Promise<Value> => {
    if (working) throw new AppError('conflict', '正在导出另一份文稿。请等它完成，或先取消。');
    working = new AbortController();
    try {
      return await work(working.signal);
    } finally {
      working = null;
    }
  };

  return {
    'export:docx': ({ id, options }) =>
      alone(async (signal) => {
        const { document } = services.documents().open(id);
        const path = await services.desktop.askSavePath(documentName(services, document, '.docx'), 'docx');
        if (path === null) return { path, messages: [] };
        keepVersion(id);
        const { bytes, messages } = await services.engine.exportDocx(
          document,
          services.pictures().of(id, document),
          options,
          progress,
          signal,
        );
        await writeFileAtomically(path, bytes);
        services.desktop.showInFolder(path);
        return { path, messages: [...messages] };
      }),
    'export:pdf': ({ id, options }) =>
      alone(async (signal) => {
        const { document } = services.documents().open(id);
        const path = await services.desktop.askSavePath(documentName(services, document, '.pdf'), 'pdf');
        if (path === null) return { path };
        keepVersion(id);
        const html = await services.engine.drawPages(document, options, progress, signal);
        progress(0.5, '生成 PDF');
        const bytes = await services.printer.toPdf({ html, pictures: services.pictures().of(id, document) }, signal);
        await writeFileAtomically(path, bytes);
        services.desktop.showInFolder(path);
        return { path };
      }),
    'export:print': ({ id, options }) =>
      alone(async (signal) => {
        const { document } = services.documents().open(id);
        keepVersion(id);
        const html = await services.engine.drawPages(document, options, progress, signal);
        progress(0.5, '交给打印机');
        return services.printer.print({ html, pictures: services.pictures().of(id, document) }, signal);
      }),
    'export:review': ({ id, kind }) => {
      const { document } = services.documents().open(id);
      return exportReview(services, { document, pictures: services.pictures().of(id, document) }, kind, (suffix) =>
        documentName(services, document, suffix),
      );
    },
    'export:plan': async ({ id, file }) => {
      const { document } = services.documents().open(id);
      const { words, extension } = planFiles[file];
      const path = await services.desktop.askSavePath(
        documentName(services, document, `${words}.${extension}`),
        extension,
      );
      if (path === null) return { path };
      await writeFileAtomically(path, await services.engine.planFile(document, file));
      services.desktop.showInFolder(path);
      return { path };
    },
    'export:circulate': ({ id, options }) => alone((signal) => circulate(services, id, options, progress, signal)),
    'export:circulate-many': ({ ids, options }) =>
      alone((signal) => circulateMany(services, ids, options, progress, signal)),
    'export:cancel': () => {
      working?.abort();
      return {};
    },
  };
};
