import type { GovDocument } from '../../../shared/document/document';
import { blockText } from '../../../shared/document/plain-text';
import { packNigaoFile } from '../../../shared/file/nigao-file';
import { AppError } from '../../../shared/ipc/app-error';
import { writeFileAtomically } from '../../files/atomic-write';
import { importFiles } from '../../files/import-files';
import { safeFileName } from '../../files/paths';
import { keepQuietly } from '../../storage/keep-quietly';
import type { Handlers } from '../answer-call';
import type { Services } from '../services';

type FileChannel = Extract<keyof Handlers, `files:${string}` | `export:${string}` | 'document:save-as'>;

export const fileHandlers = (services: Services): Pick<Handlers, FileChannel> => {
  let exporting: AbortController | null = null;

  /** Name under which a document is offered for writing: the library's, else its own title. */
  const nameOf = (document: GovDocument): string => {
    const row = services.documents().row(document.id);
    const title = document.parts.flatMap((part) => part.children).find((block) => block.type === 'title');
    return safeFileName(row?.name ?? (title ? blockText(title) : ''));
  };

  return {
    'files:open': async () =>
      importFiles(
        (await services.desktop.askOpenPaths()).map((path) => ({ path })),
        services,
      ),
    'files:import': (file) => importFiles([file], services),

    'document:save-as': async ({ id }) => {
      const { document } = services.documents().open(id);
      const path = await services.desktop.askSavePath(`${nameOf(document)}.nigao`, 'nigao');
      if (path === null) return { path };
      await writeFileAtomically(path, packNigaoFile(document));
      return { path };
    },

    'export:docx': async ({ id, options }) => {
      if (exporting) throw new AppError('conflict', '正在导出另一份文稿。请等它完成，或先取消。');
      const work = new AbortController();
      exporting = work;
      try {
        const { document } = services.documents().open(id);
        const path = await services.desktop.askSavePath(`${nameOf(document)}.docx`, 'docx');
        if (path === null) return { path, messages: [] };
        const { bytes, messages } = await services.engine.exportDocx(
          document,
          options,
          (done, step) => services.send('export-progress', { done, step }),
          work.signal,
        );
        await writeFileAtomically(path, bytes);
        keepQuietly(services, (versions) => versions.keep(id, 'exported'));
        services.desktop.showInFolder(path);
        return { path, messages: [...messages] };
      } finally {
        exporting = null;
      }
    },
    'export:cancel': () => {
      exporting?.abort();
      return {};
    },
  };
};
