import { createId } from '../../../shared/document/block-id';
import { AppError } from '../../../shared/ipc/app-error';
import type { Arrival } from '../../files/arrivals';
import { addPictures } from '../../files/import-files';
import type { Handlers } from '../answer-call';
import type { Services } from '../services';

type ArrivalChannel = Extract<keyof Handlers, `arrival:${string}`>;

/** What is asked about a document that has just been read from a file. */
export const arrivalHandlers = (services: Services): Pick<Handlers, ArrivalChannel> => {
  const find = <K extends Arrival['kind']>(id: string, kind: K): Extract<Arrival, { kind: K }> => {
    const found = services.arrivals.get(id);
    if (found?.kind !== kind) throw new AppError('not-found', '来稿的记录已不在。请重新打开这个文件。');
    return found as Extract<Arrival, { kind: K }>;
  };
  return {
    'arrival:ask': ({ id }) => {
      const found = services.arrivals.get(id);
      if (!found) return null;
      return found.kind === 'changes'
        ? { kind: 'changes', count: found.count }
        : { kind: 'returned', file: found.name };
    },
    'arrival:forget': ({ id }) => {
      services.arrivals.forget(id);
      return {};
    },
    'arrival:read-again': async ({ id, revisions }) => {
      const { document, pictures } = await services.engine.importSource(find(id, 'changes').file, { revisions });
      addPictures(id, pictures, services);
      services.arrivals.forget(id);
      return { document };
    },
    'arrival:compare': async ({ id }) => {
      const { document: other, name } = find(id, 'returned');
      const { document } = services.documents().open(id);
      return { comparison: await services.engine.compare(document, other), other, file: name };
    },
    'arrival:keep-apart': ({ id }) => {
      const { document } = find(id, 'returned');
      const own = { ...document, id: createId() };
      services.documents().create(own);
      services.arrivals.forget(id);
      return { id: own.id };
    },
  };
};
