import { app, type BrowserWindow, dialog, powerMonitor } from 'electron';

/** How long the page may take to hand over what is unsaved before the person is asked. */
const answerMs = 5000;

export type Closing = Readonly<{
  /** The page has handed over everything: close now. Without effect while nothing is closing. */
  ready: () => void;
}>;

/**
 * Lets the window close only after the page has handed over what is unsaved. A page that does not answer in time
 * (its disk is full, it hangs) is never closed over the person's head: they are asked.
 * @param canAnswer whether there is a page that has started and could have something unsaved
 * @param askPage tells the page that the window is closing
 */
export const guardClosing = (window: BrowserWindow, canAnswer: () => boolean, askPage: () => void): Closing => {
  let timer: NodeJS.Timeout | null = null;
  let isAsking = false;

  const stay = (): void => {
    isAsking = false;
    timer = null;
  };
  const askPerson = async (): Promise<void> => {
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: '最后的改动还没有写入文库。',
      detail: '返回文稿可以再试一次；仍然关闭会丢失最后的改动。',
      buttons: ['返回文稿', '仍然关闭'],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    if (!isAsking) return;
    if (response === 1) window.destroy();
    else stay();
  };

  window.on('close', (event) => {
    if (!canAnswer()) return;
    event.preventDefault();
    if (isAsking) return;
    isAsking = true;
    timer = setTimeout(() => void askPerson(), answerMs);
    askPage();
  });
  // Log-off on Windows does not wait: the page has some seconds to hand over, and saves every second anyway.
  window.on('query-session-end', askPage);
  window.on('session-end', askPage);
  // Linux waits: Electron's types leave out the event that asks it to.
  const onShutdown = (event?: Electron.Event): void => {
    event?.preventDefault();
    app.quit();
  };
  powerMonitor.on('shutdown', onShutdown);
  window.on('closed', () => {
    if (timer) clearTimeout(timer);
    powerMonitor.off('shutdown', onShutdown);
  });

  return {
    ready: () => {
      if (isAsking) window.destroy();
    },
  };
};
