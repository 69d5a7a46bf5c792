import { packWithVersions } from '../../../shared/file/pack-with-versions';
import { packSealedFile } from '../../../shared/file/sealed-file';
import { AppError } from '../../../shared/ipc/app-error';
import type { SourceFile } from '../../engine/engine-tasks';
import { writeFileAtomically } from '../../files/atomic-write';
import { importFiles, type ReadingProgress } from '../../files/import-files';
import { importFolder } from '../../files/import-folder';
import { seal } from '../../files/seal';
import { soundPictures } from '../../files/sound-pictures';
import { keepQuietly } from '../../storage/keep-quietly';
import type { Handlers } from '../answer-call';
import { documentName } from '../document-name';
import { saveElsewhere } from '../save-elsewhere';
import type { Services } from '../services';

type FileChannel = Extract<keyof Handlers, `files:${string}` | `document:save-${string}`>;

export const fileHandlers = (services: Services): Pick<Handlers, FileChannel> => {
  let reading: AbortController | null = null;
  const progress: ReadingProgress = (done, total, file) => services.send('import-progress', { done, total, file });
  /** One reading at a time, which `files:cancel` ends. */
  const alone = async <Value>(work: (signal: AbortSignal) => Promise<Value>): Promise<Value> => {
    if (reading) throw new AppError('conflict', '正在读入其他文件。请等它完成，或先取消。');
    reading = new AbortController();
    try {
      return await work(reading.signal);
    } finally {
      reading = null;
    }
  };
  const readFiles = (files: readonly SourceFile[]) =>
    alone((signal) => importFiles(files, services, { onProgress: progress, signal }));
  return {
    'files:open': async () => readFiles((await services.desktop.askOpenPaths('documents')).map((path) => ({ path }))),
    'files:import': (file) => readFiles([file]),
    'files:open-folder': async () => {
      const folder = await services.desktop.askFolder('读入哪个文件夹');
      if (folder === null) return null;
      return alone((signal) => importFolder(folder, services, progress, signal));
    },
    'files:cancel': () => {
      reading?.abort();
      return {};
    },

    'files:unlock': async ({ key, password }) => {
      const file = services.locked.get(key);
      if (!file) throw new AppError('not-found', '这个文件要重新打开一次，再输入密码。');
      const result = await alone((signal) => importFiles([file], services, { onProgress: progress, signal, password }));
      services.locked.forget(key);
      return result;
    },
    'files:leave-locked': ({ key }) => {
      services.locked.forget(key);
      return {};
    },

    'document:save-as': async ({ id, password }) => {
      const { document } = services.documents().open(id);
      const path = await services.desktop.askSavePath(documentName(services, document, '.nigao'), 'nigao');
      if (path === null) return { path, versions: 0, left: 0, damaged: { versions: 0, pictures: 0 } };
      const { versions, damaged } = services.versions().carried(id);
      keepQuietly(services, (repo) => repo.keep(id, 'exported'));
      const states = [document, ...versions.map((version) => version.document)];
      const pictures = new Map(states.flatMap((one) => [...services.pictures().of(id, one)]));
      const sound = soundPictures(states, pictures);
      const { bytes, versions: carried } = packWithVersions(document, sound, versions);
      await writeFileAtomically(path, password === null ? bytes : packSealedFile(await seal(bytes, password)));
      return {
        path,
        versions: carried,
        left: versions.length - carried,
        damaged: { versions: damaged, pictures: pictures.size - sound.size },
      };
    },
    'document:save-elsewhere': ({ document }) => saveElsewhere(services, document),
  };
};
