import { packNigaoFile } from '../../../shared/file/nigao-file';
import { AppError } from '../../../shared/ipc/app-error';
import { writeFileAtomically } from '../../files/atomic-write';
import { importFiles } from '../../files/import-files';
import { importFolder } from '../../files/import-folder';
import type { Handlers } from '../answer-call';
import { documentName } from '../document-name';
import type { Services } from '../services';

type FileChannel = Extract<keyof Handlers, `files:${string}` | 'document:save-as'>;

export const fileHandlers = (services: Services): Pick<Handlers, FileChannel> => {
  let reading: AbortController | null = null;
  return {
    'files:open': async () =>
      importFiles(
        (await services.desktop.askOpenPaths('documents')).map((path) => ({ path })),
        services,
      ),
    'files:open-folder': async () => {
      if (reading) throw new AppError('conflict', '正在读入另一个文件夹。请等它完成，或先取消。');
      const folder = await services.desktop.askFolder('读入哪个文件夹');
      if (folder === null) return null;
      reading = new AbortController();
      const progress = (done: number, total: number, file: string): void =>
        services.send('import-progress', { done, total, file });
      try {
        return await importFolder(folder, services, progress, reading.signal);
      } catch (cause) {
        throw new AppError('file', '这个文件夹读不出来。请确认它还在，并且有权打开。', { cause });
      } finally {
        reading = null;
      }
    },
    'files:cancel': () => {
      reading?.abort();
      return {};
    },
    'files:import': (file) => importFiles([file], services),

    'document:save-as': async ({ id }) => {
      const { document } = services.documents().open(id);
      const path = await services.desktop.askSavePath(`${documentName(services, document)}.nigao`, 'nigao');
      if (path === null) return { path, versions: 0 };
      const versions = services.versions().carried(id);
      const pictures = new Map(
        [document, ...versions.map((version) => version.document)].flatMap((one) => [
          ...services.pictures().of(id, one),
        ]),
      );
      await writeFileAtomically(path, packNigaoFile(document, pictures, versions));
      return { path, versions: versions.length };
    },
  };
};
