import type { BrowserWindow, WebFrameMain } from 'electron';
import { appOrigin } from '../windows/app-protocol';

/** Whether a call comes from the main frame of our window, showing our own page. */
export const isTrustedSender = (frame: WebFrameMain | null, window: BrowserWindow | null): boolean =>
  frame !== null &&
  window !== null &&
  !window.isDestroyed() &&
  frame === window.webContents.mainFrame &&
  frame.origin === appOrigin;
