import { app, type BrowserWindow, session } from 'electron';
import { AppError } from '../shared/ipc/app-error';
import { createEngine } from './engine/engine';
import { builtPaths, dataPaths } from './files/paths';
import { createHandlers } from './ipc/handlers/handlers';
import { registerHandlers } from './ipc/register';
import type { SendEvent, Services } from './ipc/services';
import { isTrustedSender } from './ipc/trusted-sender';
import { scheduleBackups } from './lifecycle/backup-schedule';
import { guardCrashes, logUncaughtErrors } from './lifecycle/crash';
import { chooseDataFolder } from './lifecycle/data-folder';
import { openHandedOverFiles } from './lifecycle/handed-over-files';
import { scheduleIndexing } from './lifecycle/index-schedule';
import { type Closing, guardClosing } from './lifecycle/quit';
import { claimSingleInstance, filesFromArguments } from './lifecycle/single-instance';
import { createStartState } from './lifecycle/start-state';
import { type Log, openLog } from './log';
import { type Library, openLibrary } from './storage/open-library';
import { announceAppScheme, serveApp } from './windows/app-protocol';
import { createDesktop } from './windows/desktop';
import { openMainWindow } from './windows/main-window';
import { setMenu } from './windows/menu';
import { guardSession } from './windows/navigation-guard';
import { createPagePrinter } from './windows/page-printer';

type RunningApp = Readonly<{ openFiles: (files: readonly string[]) => Promise<void> }>;

const start = async (dataFolder: string): Promise<RunningApp> => {
  const paths = dataPaths(dataFolder);
  const built = builtPaths(import.meta.dirname);
  const log = openLog(paths.log);
  logUncaughtErrors(log);

  const state = createStartState();
  const engine = createEngine(built.engineWorker);
  // Node-API 10 is what the packaged addon needs; an older runtime brings its own.
  const nativeBinding = Number(process.versions.napi) < 10 ? process.env.NIGAO_SQLITE_BINDING : undefined;
  let library: Library | null = null;
  const tryLibrary = async (): Promise<void> => {
    try {
      library = await openLibrary({ ...paths, nativeBinding });
      Object.assign(state, { problem: null, notice: library.notice });
      scheduleBackups(library, log);
      scheduleIndexing(library.search, log);
    } catch (error) {
      state.problem = problemSentence(error, log);
    }
  };
  await tryLibrary();
  const openedLibrary = (): Library => {
    if (library) return library;
    throw new AppError('storage', state.problem ?? '');
  };

  let window: BrowserWindow | null = null;
  let closing: Closing | null = null;
  const send: SendEvent = (event, payload) => {
    if (window && !window.isDestroyed()) window.webContents.send(event, payload);
  };
  const services: Services = {
    documents: () => openedLibrary().documents,
    versions: () => openedLibrary().versions,
    search: () => openedLibrary().search,
    tryLibrary,
    engine,
    desktop: createDesktop(() => window),
    printer: createPagePrinter(),
    log,
    start: state,
    send,
    dataFolder,
    version: app.getVersion(),
    quit: () => window?.close(),
    readyToClose: () => closing?.ready(),
  };

  guardSession(session.defaultSession);
  serveApp(session.defaultSession, built.renderer);
  registerHandlers(createHandlers(services), (frame) => isTrustedSender(frame, window), log);
  setMenu();
  window = openMainWindow({ preload: built.preload, windowState: paths.windowState });
  closing = guardClosing(
    window,
    () => state.hasPage,
    () => send('closing', {}),
  );
  guardCrashes(window, state, log);
  app.on('will-quit', () => {
    void engine.stop();
    library?.close();
  });
  log.info('started', { version: app.getVersion(), electron: process.versions.electron, library: library !== null });

  return {
    openFiles: async (files) => {
      if (window?.isMinimized()) window.restore();
      window?.focus();
      await openHandedOverFiles(files, services);
    },
  };
};

const problemSentence = (error: unknown, log: Log): string => {
  const id = log.error('library not opened', error);
  if (error instanceof AppError) return error.message;
  return `文库无法打开：程序内部出错（编号 ${id}）。文稿没有改动；请重新启动，仍不成功时请把编号告诉维护人员。`;
};

announceAppScheme();
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
