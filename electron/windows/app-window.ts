import type { BrowserWindow } from 'electron';
import type { Handlers } from '../ipc/answer-call';
import { createHandlers } from '../ipc/handlers/handlers';
import type { SendEvent, Services } from '../ipc/services';
import { guardCrashes } from '../lifecycle/crash';
import { guardClosing } from '../lifecycle/quit';
import { createStartState, joinNotices, type StartState } from '../lifecycle/start-state';
import { createDesktop } from './desktop';
import { openMainWindow, type WindowPlaces } from './main-window';
import type { OpenDocuments } from './open-documents';

/** A window with the handlers that answer its page, and with what its page is told when it starts. */
export type AppWindow = Readonly<{
  window: BrowserWindow;
  handlers: Handlers;
  start: StartState;
  send: SendEvent;
}>;

/** What all windows work with. */
export type SharedServices = Pick<
  Services,
  | 'backups'
  | 'settings'
  | 'documents'
  | 'versions'
  | 'pictures'
  | 'search'
  | 'bureau'
  | 'engine'
  | 'arrivals'
  | 'locked'
  | 'printer'
  | 'log'
  | 'dataFolders'
  | 'settingsFile'
  | 'licences'
  | 'tellAll'
  | 'version'
> &
  Readonly<{
    /** Tries to open the library that could not be opened; says what to tell the person. */
    tryLibrary(): Promise<Pick<StartState, 'problem' | 'notice'>>;
    open: OpenDocuments<BrowserWindow>;
  }>;

/** Takes a window to the front. */
export const bringToFront = (window: BrowserWindow): void => {
  if (window.isMinimized()) window.restore();
  window.focus();
};

/**
 * Opens a window of the app: its own desktop dialogs, closing and crash guards around the shared library and engine.
 * @param begun how the start of the app went, once that is known: its page, which loads meanwhile, is told first
 * @param beside the window near which it appears; without one it stands where the last one was closed
 */
export const openAppWindow = (
  { tryLibrary, open, ...shared }: SharedServices,
  places: WindowPlaces,
  begun: Promise<Pick<StartState, 'problem' | 'notice'>>,
  beside?: BrowserWindow,
): AppWindow => {
  const start = createStartState();
  const window = openMainWindow(places, beside);
  const send: SendEvent = (event, payload) => {
    if (!window.isDestroyed()) window.webContents.send(event, payload);
  };
  const closing = guardClosing(
    window,
    () => start.hasPage,
    () => send('closing', {}),
  );
  guardCrashes(window, start, shared.log);
  window.on('closed', () => open.leave(window));
  const handlers = createHandlers({
    ...shared,
    begun: begun.then(({ problem, notice }) => {
      start.problem = problem;
      start.notice = joinNotices(notice, start.notice);
    }),
    tryLibrary: async () => {
      Object.assign(start, await tryLibrary());
    },
    desk: {
      take: (id) => {
        const isMine = open.take(window, id);
        const holder = isMine ? null : open.holderOf(id);
        if (holder) bringToFront(holder);
        return isMine;
      },
      leave: () => open.leave(window),
      isElsewhere: (id) => ![null, window].includes(open.holderOf(id)),
    },
    desktop: createDesktop(() => window),
    start,
    send,
    quit: () => window.close(),
    readyToClose: closing.ready,
  });
  return { window, handlers, start, send };
};
