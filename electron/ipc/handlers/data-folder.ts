import { AppError } from '../../../shared/ipc/app-error';
import type { Handlers } from '../answer-call';
import type { Services } from '../services';

type DataFolderChannel = Extract<keyof Handlers, `data-folder:${string}`>;

/** Where the library is: moving it, using another one, deleting what moving left behind. */
export const dataFolderHandlers = ({
  dataFolders,
  desktop,
  send,
  tellAll,
}: Services): Pick<Handlers, DataFolderChannel> => {
  let moving: AbortController | null = null;
  return {
    'data-folder:state': async () => ({
      folder: dataFolders.folder(),
      isMoved: dataFolders.isMoved(),
      before: await dataFolders.before(),
    }),
    'data-folder:choose': async ({ usual }) => {
      const chosen = usual ? 'usual' : await desktop.askFolder('文稿和备份存放在哪个文件夹');
      return chosen === null ? null : dataFolders.examine(chosen);
    },
    'data-folder:move': async () => {
      if (moving) throw new AppError('conflict', '正在移动数据文件夹。请等它完成，或先取消。');
      moving = new AbortController();
      try {
        await dataFolders.move((done, step) => send('move-progress', { done, step }), moving.signal);
      } finally {
        moving = null;
      }
      return {};
    },
    'data-folder:cancel': () => {
      moving?.abort();
      return {};
    },
    'data-folder:use': async () => {
      await dataFolders.use();
      tellAll('library-replaced', {});
      return {};
    },
    'data-folder:go-back': async () => {
      await dataFolders.goBack();
      tellAll('library-replaced', {});
      return {};
    },
    'data-folder:remove-copy': async () => {
      await dataFolders.removeCopy();
      return {};
    },
  };
};
