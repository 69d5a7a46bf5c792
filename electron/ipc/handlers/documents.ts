import { AppError } from '../../../shared/ipc/app-error';
import { keepQuietly } from '../../storage/keep-quietly';
import type { Handlers } from '../answer-call';
import type { Services } from '../services';

type DocumentChannel = Extract<keyof Handlers, `document:${'create' | 'read' | 'open' | 'close' | 'save'}`>;

export const documentHandlers = (services: Services): Pick<Handlers, DocumentChannel> => {
  /** Before anything can be undone, and not while a file that came back may still bring its pictures in. */
  const collectPictures = (id: string): void => {
    if (services.arrivals.get(id)) return;
    try {
      services.pictures().collect(id);
    } catch (error) {
      services.log.error('pictures not collected', error);
    }
  };
  return {
    'document:create': ({ document }) => {
      services.documents().create(document);
      return { id: document.id };
    },
    'document:read': ({ id }) => ({ document: services.documents().open(id).document }),
    'document:open': ({ id }) => {
      if (!services.desk.take(id)) throw new AppError('conflict', '这份文稿已在另一个窗口中打开，请到那个窗口里编写。');
      keepQuietly(services, (versions) => versions.keep(id, 'opened'));
      collectPictures(id);
      const opened = services.documents().open(id);
      return { ...opened, name: services.documents().row(id)?.name ?? null };
    },
    'document:close': () => {
      services.desk.leave();
      return {};
    },
    'document:save': ({ id, revision, changes }) => {
      const saved = services.documents().save(id, revision, changes);
      keepQuietly(services, (versions) => versions.keepWhileWorking(id));
      return saved;
    },
  };
};
