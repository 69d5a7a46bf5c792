import { packNigaoFile } from '../../../shared/file/nigao-file';
import { writeFileAtomically } from '../../files/atomic-write';
import { importFiles } from '../../files/import-files';
import type { Handlers } from '../answer-call';
import { documentName } from '../document-name';
import type { Services } from '../services';

type FileChannel = Extract<keyof Handlers, `files:${string}` | 'document:save-as'>;

export const fileHandlers = (services: Services): Pick<Handlers, FileChannel> => ({
  'files:open': async () =>
    importFiles(
      (await services.desktop.askOpenPaths('documents')).map((path) => ({ path })),
      services,
    ),
  'files:import': (file) => importFiles([file], services),

  'document:save-as': async ({ id }) => {
    const { document } = services.documents().open(id);
    const path = await services.desktop.askSavePath(`${documentName(services, document)}.nigao`, 'nigao');
    if (path === null) return { path };
    await writeFileAtomically(path, packNigaoFile(document));
    return { path };
  },
});
