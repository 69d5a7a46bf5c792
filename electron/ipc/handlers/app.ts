import { readFile } from 'node:fs/promises';
import { contract } from '../../../shared/ipc/contract';
import { writeFileAtomically } from '../../files/atomic-write';
import { takeStart } from '../../lifecycle/start-state';
import type { Handlers } from '../answer-call';
import { collectDiagnostics } from '../diagnostics';
import type { Services } from '../services';
import { lockOf } from './settings';

type AppChannel = Extract<keyof Handlers, `app:${string}`>;

export const appHandlers = (services: Services): Pick<Handlers, AppChannel> => ({
  'app:start': async () => {
    await services.begun;
    // A page that was loaded anew, after a crash, has nothing open.
    if (services.start.openDocument === null) services.desk.leave();
    // The page asks again once the person has set right what they were told.
    if (services.start.hasPage && services.start.problem !== null) await services.tryLibrary();
    const told = takeStart(services.start);
    return {
      ...told,
      locked: [...told.locked],
      lock: lockOf(services.settings),
      dataFolder: services.dataFolders.folder(),
      settingsFile: services.settingsFile,
      version: services.version,
    };
  },
  'app:licences': async () =>
    contract['app:licences'].output.parse(JSON.parse(await readFile(services.licences, 'utf8'))),
  'app:quit': () => {
    // After the answer, so that the page hears it.
    setImmediate(services.quit);
    return {};
  },
  'app:show-data-folder': async () => {
    await services.desktop.openFolder(services.dataFolders.folder());
    return {};
  },
  'app:ready-to-close': () => {
    setImmediate(services.readyToClose);
    return {};
  },
  'app:save-diagnostics': async () => {
    const path = await services.desktop.askSavePath('拟稿诊断文件.json', 'json');
    if (path === null) return { path };
    const facts = await collectDiagnostics(services);
    await writeFileAtomically(path, Buffer.from(`${JSON.stringify(facts, null, 2)}\n`));
    return { path };
  },
  'app:report-error': ({ kind, message }) => ({ id: services.log.report(kind, message) }),
});
