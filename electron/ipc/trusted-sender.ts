import type { BrowserWindow, WebFrameMain } from 'electron';
import { appOrigin } from '../windows/app-protocol';

/** Whether a call comes from the main frame of a window of ours, showing our own page. */
export const isTrustedSender = (frame: WebFrameMain | null, window: BrowserWindow): boolean =>
  frame !== null && !window.isDestroyed() && frame === window.webContents.mainFrame && frame.origin === appOrigin;
