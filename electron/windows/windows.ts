import type { BrowserWindow, WebFrameMain } from 'electron';
import type { Handlers } from '../ipc/answer-call';
import type { SendEvent } from '../ipc/services';
import { isTrustedSender } from '../ipc/trusted-sender';
import type { Windows } from '../lifecycle/handed-over-files';
import { type AppWindow, bringToFront, openAppWindow, type SharedServices } from './app-window';
import type { WindowPlaces } from './main-window';

export type AppWindows = Omit<Windows, 'front'> &
  Readonly<{
    /** Opens the first window, which is told how the start went once that is known. */
    open(begun: Begun): void;
    /** The handlers of the window that shows our page in this frame; null for any other sender. */
    handlersFor(frame: WebFrameMain | null): Handlers | null;
    /** The window last used. */
    front(): AppWindow;
    /** Tells every window. */
    tell: SendEvent;
  }>;

type Begun = Parameters<typeof openAppWindow>[2];
const nothingToTell: Begun = Promise.resolve({ problem: null, notice: null });

/** The windows of the app, the one last used first. */
export const createWindows = (shared: SharedServices, places: WindowPlaces): AppWindows => {
  let windows: readonly AppWindow[] = [];
  const add = (begun: Begun, beside?: BrowserWindow): AppWindow => {
    const added = openAppWindow(shared, places, begun, beside);
    windows = [added, ...windows];
    added.window.on('focus', () => {
      windows = [added, ...windows.filter((one) => one !== added)];
    });
    added.window.on('closed', () => {
      windows = windows.filter((one) => one !== added);
    });
    return added;
  };
  const front = (): AppWindow => windows[0] ?? add(nothingToTell);
  return {
    open: (begun) => void add(begun),
    handlersFor: (frame) => windows.find(({ window }) => isTrustedSender(frame, window))?.handlers ?? null,
    front,
    tell: (event, payload) => {
      for (const one of windows) one.send(event, payload);
    },
    show: (id) => {
      const holder = shared.open.holderOf(id);
      if (holder) bringToFront(holder);
      return holder !== null;
    },
    give: (id) => {
      const given = windows.find(({ window }) => !shared.open.has(window)) ?? add(nothingToTell, front().window);
      shared.open.take(given.window, id);
      bringToFront(given.window);
      return given;
    },
  };
};
