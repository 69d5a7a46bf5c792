import { app, BrowserWindow, screen } from 'electron';
import { appPage } from './app-protocol';
import { guardNavigation } from './navigation-guard';
import { loadWindowState, saveWindowState } from './window-state';

/** Grey desk of the interface, shown until the page has painted. */
const deskColour = '#eef0f3';

/** Opens the one window of the app, sandboxed and isolated, where it stood last time. */
export const openMainWindow = (paths: Readonly<{ preload: string; windowState: string }>): BrowserWindow => {
  const state = loadWindowState(
    paths.windowState,
    screen.getAllDisplays().map((display) => display.workArea),
  );
  const window = new BrowserWindow({
    width: state?.width ?? 1280,
    height: state?.height ?? 800,
    ...(state && { x: state.x, y: state.y }),
    minWidth: 960,
    minHeight: 600,
    show: false,
    title: '拟稿',
    backgroundColor: deskColour,
    autoHideMenuBar: true,
    webPreferences: {
      preload: paths.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  guardNavigation(window.webContents);
  window.once('ready-to-show', () => (state?.isMaximized ? window.maximize() : window.show()));
  window.on('close', () => saveWindowState(paths.windowState, window));
  void window.loadURL(appPage);
  return window;
};
