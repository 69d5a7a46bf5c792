import { app, BrowserWindow, screen } from 'electron';
import { appPage } from './app-protocol';
import { guardContents } from './navigation-guard';
import { loadWindowState, saveWindowState, type WindowState } from './window-state';

/** Grey desk of the interface, shown until the page has painted. */
const deskColour = '#eef0f3';

/** The built preload, and where the window's place is remembered. */
export type WindowPlaces = Readonly<{ preload: string; windowState: string }>;

/** So much further right and down, in px, a further window stands, so that both can be seen and taken hold of. */
const shift = 48;

/** The place of a window beside another: a little further, or at the screen's corner when it would leave the screen. */
const placeBeside = (other: BrowserWindow): WindowState => {
  const { x, y, width, height } = other.getNormalBounds();
  const { workArea } = screen.getDisplayMatching(other.getBounds());
  const fits = x + shift + width <= workArea.x + workArea.width && y + shift + height <= workArea.y + workArea.height;
  return {
    ...(fits ? { x: x + shift, y: y + shift } : { x: workArea.x, y: workArea.y }),
    width,
    height,
    isMaximized: false,
    background: other.getBackgroundColor(),
  };
};

/** Opens a window of the app, sandboxed and isolated, where one stood last time, or beside another. */
export const openMainWindow = (paths: WindowPlaces, beside?: BrowserWindow): BrowserWindow => {
  const screens = screen.getAllDisplays().map((display) => display.workArea);
  const state = beside ? placeBeside(beside) : loadWindowState(paths.windowState, screens);
  const window = new BrowserWindow({
    width: state?.width ?? 1280,
    height: state?.height ?? 800,
    ...(state && { x: state.x, y: state.y }),
    minWidth: 960,
    minHeight: 600,
    show: false,
    title: '拟稿',
    backgroundColor: state?.background ?? deskColour,
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
  guardContents(window.webContents);
  window.webContents.on('did-change-theme-color', (_event, colour) => colour && window.setBackgroundColor(colour));
  // Painted once, and by the page's own script in the theme that was chosen.
  let waitsFor = 2;
  const appear = (): void => {
    waitsFor -= 1;
    if (waitsFor > 0) return;
    if (state?.isMaximized) window.maximize();
    else window.show();
  };
  window.once('ready-to-show', appear);
  window.webContents.once('did-finish-load', appear);
  window.on('close', () => saveWindowState(paths.windowState, window));
  void window.loadURL(appPage);
  return window;
};
