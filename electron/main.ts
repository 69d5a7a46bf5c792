import { dirname } from 'node:path';
import { app, powerMonitor, session } from 'electron';
import { noBureauRules } from '../shared/checks/bureau/bureau-rules';
import { createEngine } from './engine/engine';
import { createArrivals } from './files/arrivals';
import { createLockedFiles } from './files/locked-files';
import { builtPaths, homePaths } from './files/paths';
import { registerHandlers } from './ipc/register';
import type { SendEvent } from './ipc/services';
import { scheduleBackups } from './lifecycle/backup-schedule';
import { createBackups } from './lifecycle/backups';
import { logUncaughtErrors } from './lifecycle/crash';
import { chooseDrawing } from './lifecycle/graphics';
import { openHandedOverFiles } from './lifecycle/handed-over-files';
import { chooseHomeFolder } from './lifecycle/home-folder';
import { scheduleIndexing } from './lifecycle/index-schedule';
import { openMachineSettings } from './lifecycle/machine-settings';
import { scheduleRechecks } from './lifecycle/recheck-schedule';
import { createRunningLibrary } from './lifecycle/running-library';
import { claimSingleInstance, filesFromArguments } from './lifecycle/single-instance';
import { openLog } from './log';
import { createDataFolders } from './place/data-folders';
import { openDataPlace } from './place/data-place';
import type { Library } from './storage/open-library';
import { announceAppScheme, serveApp } from './windows/app-protocol';
import { bringToFront, type SharedServices } from './windows/app-window';
import { setMenu } from './windows/menu';
import { guardSession, isOwnRequest, silenceChromium } from './windows/navigation-guard';
import { createOpenDocuments } from './windows/open-documents';
import { createPagePrinter } from './windows/page-printer';
import { createWindows } from './windows/windows';

type RunningApp = Readonly<{ openFiles: (files: readonly string[]) => Promise<void> }>;

const start = (homeFolder: string): RunningApp => {
  const home = homePaths(homeFolder);
  const built = builtPaths(import.meta.dirname);
  const log = openLog(home.log);
  logUncaughtErrors(log);

  const settings = openMachineSettings(home.settings);
  const place = openDataPlace(home);
  // Node-API 10 is what the packaged addon needs; an older runtime brings its own.
  const nativeBinding = Number(process.versions.napi) < 10 ? process.env.NIGAO_SQLITE_BINDING : undefined;
  /** Says a sentence in the window last used, once there is one. */
  let tell = (_text: string): void => undefined;
  let tellAll: SendEvent = () => undefined;
  const beginWork = (opened: Library): (() => void) => {
    const { documents, bureau } = opened;
    const checks = { documents: () => documents, bureau: () => bureau, engine, log, version: app.getVersion() };
    const schedules = [
      scheduleBackups({ library: opened, settings, log, tell: (text) => tell(text) }),
      scheduleIndexing(opened.search, log),
      scheduleRechecks(checks, (ids) => tellAll('library-checked', { ids: [...ids] })),
    ];
    return () => {
      for (const stop of schedules) stop();
    };
  };
  const library = createRunningLibrary(place, nativeBinding, log, beginWork, (text) => tell(text));
  const engine = createEngine(
    built.engineWorker,
    () => library.current()?.bureau.forChecks() ?? { ...noBureauRules, units: [] },
  );

  const open: SharedServices['open'] = createOpenDocuments();
  const shared: SharedServices = {
    backups: createBackups({
      places: () => ({ ...place.paths(), nativeBinding }),
      checkPlace: place.check,
      library: library.opened,
      isOpen: () => library.current() !== null,
      isWorking: open.any,
      whileClosed: library.whileClosed,
    }),
    dataFolders: createDataFolders({
      place,
      home: homeFolder,
      app: dirname(app.getPath('exe')),
      nativeBinding,
      log,
      isWorking: open.any,
      isOpen: () => library.current() !== null,
      whileClosed: library.whileClosed,
    }),
    settings,
    settingsFile: home.settings,
    documents: () => library.opened().documents,
    versions: () => library.opened().versions,
    pictures: () => library.opened().pictures,
    search: () => library.opened().search,
    bureau: () => library.opened().bureau,
    tryLibrary: library.open,
    tellAll: (event, payload) => tellAll(event, payload),
    open,
    engine,
    arrivals: createArrivals(),
    locked: createLockedFiles(),
    printer: createPagePrinter(),
    log,
    licences: built.licences,
    version: app.getVersion(),
  };

  guardSession(session.defaultSession, isOwnRequest);
  serveApp(session.defaultSession, built.renderer, (sha256) => library.current()?.pictures.find(sha256) ?? null);
  const windows = createWindows(shared, { preload: built.preload, windowState: home.windowState });
  tellAll = windows.tell;
  registerHandlers(windows.handlersFor, log, library.noteFailure);
  setMenu();
  // The page loads while the library is opened, which takes long when it is damaged or comes from an earlier version.
  const begun = library.open();
  windows.open(begun);
  powerMonitor.on('suspend', () => windows.tell('away', {}));
  powerMonitor.on('lock-screen', () => windows.tell('away', {}));
  tell = (text) => windows.front().send('message', { text });
  app.on('will-quit', () => {
    void engine.stop();
    library.close();
  });
  void begun.then(({ problem }) =>
    log.info('started', {
      version: app.getVersion(),
      electron: process.versions.electron,
      library: problem === null,
    }),
  );

  return {
    openFiles: async (files) => {
      await begun;
      bringToFront(windows.front().window);
      await openHandedOverFiles(files, shared, windows);
    },
  };
};

announceAppScheme();
silenceChromium();
const { folder, isWritable } = chooseHomeFolder();
chooseDrawing(homePaths(folder).graphics);
const files = filesFromArguments(process.argv, process.cwd());
const openLater = (more: readonly string[]): void => void running?.then((app) => app.openFiles(more));
let running: Promise<RunningApp> | null = null;
// The claim itself writes into the folder; where that cannot be, there is nothing two apps could damage.
if (!isWritable || claimSingleInstance(files, openLater)) {
  running = app.whenReady().then(() => start(folder));
  openLater(files);
} else {
  app.quit();
}
