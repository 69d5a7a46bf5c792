import { basename, extname } from 'node:path';
import { noPictures, type Pictures } from '../../../shared/document/picture';
import { AppError } from '../../../shared/ipc/app-error';
import { importFiles } from '../../files/import-files';
import { safeFileName } from '../../files/paths';
import type { Handlers } from '../answer-call';
import { exportReview } from '../export-review';
import type { Services } from '../services';

type ReviewChannel = Extract<keyof Handlers, `review:${string}`>;

/** 核对来稿: a file is checked without being kept, and may be read into the library after all. */
export const reviewHandlers = (services: Services): Pick<Handlers, ReviewChannel> => {
  /** The file that was opened last, with its pictures, which are in no library. */
  let incoming: Readonly<{ path: string; pictures: Pictures }> | null = null;
  return {
    'review:open': async () => {
      const [path] = await services.desktop.askOpenPaths('incoming');
      if (path === undefined) return null;
      const { document, pictures, doubts } = await services.engine.importSource({ path });
      incoming = { path, pictures };
      return { file: basename(path), document, doubts };
    },
    'review:export': ({ document, file, kind }) => {
      const nameWith = (suffix: string) => safeFileName(basename(file, extname(file)), suffix);
      return exportReview(services, { document, pictures: incoming?.pictures ?? noPictures }, kind, nameWith);
    },
    'review:keep': async ({ answers }) => {
      if (!incoming) throw new AppError('not-found', '没有正在核对的来稿。请回到文库，重新选择文件。');
      const result = await importFiles([{ path: incoming.path }], services);
      const [kept] = result.imported;
      // A document that another window has open keeps what stands there.
      if (kept && answers.length > 0 && !services.desk.isElsewhere(kept.id)) {
        const { document, revision } = services.documents().open(kept.id);
        const meta = { ...document.meta, reviewAnswers: answers };
        services.documents().save(kept.id, revision, { meta, blocks: [] });
      }
      return result;
    },
  };
};
