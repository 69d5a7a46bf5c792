import { app, session } from 'electron';
import { noBureauRules } from '../shared/checks/bureau/bureau-rules';
import { AppError } from '../shared/ipc/app-error';
import { createEngine } from './engine/engine';
import { createArrivals } from './files/arrivals';
import { createLockedFiles } from './files/locked-files';
import { builtPaths, dataPaths } from './files/paths';
import { registerHandlers } from './ipc/register';
import { scheduleBackups } from './lifecycle/backup-schedule';
import { createBackups } from './lifecycle/backups';
import { logUncaughtErrors } from './lifecycle/crash';
import { chooseDataFolder } from './lifecycle/data-folder';
import { openHandedOverFiles } from './lifecycle/handed-over-files';
import { scheduleIndexing } from './lifecycle/index-schedule';
import { openMachineSettings } from './lifecycle/machine-settings';
import { scheduleRechecks } from './lifecycle/recheck-schedule';
import { claimSingleInstance, filesFromArguments } from './lifecycle/single-instance';
import type { StartState } from './lifecycle/start-state';
import { type Log, openLog } from './log';
import { type Library, openLibrary } from './storage/open-library';
import { announceAppScheme, serveApp } from './windows/app-protocol';
import { bringToFront, type SharedServices } from './windows/app-window';
import { setMenu } from './windows/menu';
import { guardSession, silenceChromium } from './windows/navigation-guard';
import { createOpenDocuments } from './windows/open-documents';
import { createPagePrinter } from './windows/page-printer';
import { createWindows } from './windows/windows';

type RunningApp = Readonly<{ openFiles: (files: readonly string[]) => Promise<void> }>;

const start = async (dataFolder: string): Promise<RunningApp> => {
  const paths = dataPaths(dataFolder);
  const built = builtPaths(import.meta.dirname);
  const log = openLog(paths.log);
  logUncaughtErrors(log);

  const settings = openMachineSettings(paths.settings);
  let library: Library | null = null;
  const engine = createEngine(built.engineWorker, () => library?.bureau.forChecks() ?? { ...noBureauRules, units: [] });
  // Node-API 10 is what the packaged addon needs; an older runtime brings its own.
  const nativeBinding = Number(process.versions.napi) < 10 ? process.env.NIGAO_SQLITE_BINDING : undefined;
  let problem: string | null = null;
  /** Says a sentence in the window last used, once there is one. */
  let tell = (_text: string): void => undefined;
  let stopSchedules = (): void => undefined;
  let onChecked = (_ids: string[]): void => undefined;
  const places = { ...paths, nativeBinding };
  const tryLibrary = async (): Promise<Pick<StartState, 'problem' | 'notice'>> => {
    try {
      library = await openLibrary(places);
      problem = null;
      const { documents, bureau } = library;
      const checks = { documents: () => documents, bureau: () => bureau, engine, log, version: app.getVersion() };
      const schedules = [
        scheduleBackups({ library, settings, log, tell: (text) => tell(text) }),
        scheduleIndexing(library.search, log),
        scheduleRechecks(checks, (ids) => onChecked([...ids])),
      ];
      stopSchedules = () => {
        for (const stop of schedules) stop();
      };
      return { problem, notice: library.notice };
    } catch (error) {
      problem = problemSentence(error, log);
      return { problem, notice: null };
    }
  };
  const openedLibrary = (): Library => {
    if (library) return library;
    throw new AppError('storage', problem ?? '');
  };
  const told = await tryLibrary();

  const open: SharedServices['open'] = createOpenDocuments();
  const backups = createBackups({
    places,
    library: openedLibrary,
    isWorking: open.any,
    whileClosed: async (work) => {
      stopSchedules();
      openedLibrary().close();
      library = null;
      try {
        await work();
      } finally {
        await tryLibrary();
      }
      openedLibrary();
    },
  });
  const shared: SharedServices = {
    backups,
    settings,
    documents: () => openedLibrary().documents,
    versions: () => openedLibrary().versions,
    pictures: () => openedLibrary().pictures,
    search: () => openedLibrary().search,
    bureau: () => openedLibrary().bureau,
    tryLibrary,
    open,
    engine,
    arrivals: createArrivals(),
    locked: createLockedFiles(),
    printer: createPagePrinter(),
    log,
    dataFolder,
    licences: built.licences,
    version: app.getVersion(),
  };

  guardSession(session.defaultSession);
  serveApp(session.defaultSession, built.renderer, (sha256) => library?.pictures.find(sha256) ?? null);
  const windows = createWindows(shared, { preload: built.preload, windowState: paths.windowState });
  onChecked = (ids) => windows.tell('library-checked', { ids });
  registerHandlers(windows.handlersFor, log);
  setMenu();
  windows.open(told);
  tell = (text) => windows.front().send('message', { text });
  app.on('will-quit', () => {
    void engine.stop();
    library?.close();
  });
  log.info('started', { version: app.getVersion(), electron: process.versions.electron, library: library !== null });

  return {
    openFiles: async (files) => {
      bringToFront(windows.front().window);
      await openHandedOverFiles(files, shared, windows);
    },
  };
};

const problemSentence = (error: unknown, log: Log): string => {
  const id = log.error('library not opened', error);
  if (error instanceof AppError) return error.message;
  return `文库无法打开：程序内部出错（编号 ${id}）。文稿没有改动；请重新启动，仍不成功时请把编号告诉维护人员。`;
};

announceAppScheme();
silenceChromium();
const { folder, isWritable } = chooseDataFolder();
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
