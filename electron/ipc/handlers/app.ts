import { takeStart } from '../../lifecycle/start-state';
import type { Handlers } from '../answer-call';
import type { Services } from '../services';

type AppChannel = Extract<keyof Handlers, `app:${string}`>;

export const appHandlers = (services: Services): Pick<Handlers, AppChannel> => ({
  'app:start': async () => {
    // A page that was loaded anew, after a crash, has nothing open.
    if (services.start.openDocument === null) services.desk.leave();
    // The page asks again once the person has set right what they were told.
    if (services.start.hasPage && services.start.problem !== null) await services.tryLibrary();
    return { ...takeStart(services.start), dataFolder: services.dataFolder, version: services.version };
  },
  'app:quit': () => {
    // After the answer, so that the page hears it.
    setImmediate(services.quit);
    return {};
  },
  'app:show-data-folder': async () => {
    await services.desktop.openFolder(services.dataFolder);
    return {};
  },
  'app:ready-to-close': () => {
    setImmediate(services.readyToClose);
    return {};
  },
  'app:report-error': ({ kind, message }) => ({ id: services.log.report(kind, message) }),
});
