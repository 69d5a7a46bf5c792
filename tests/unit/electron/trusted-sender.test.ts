import type { BrowserWindow, WebFrameMain } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { isTrustedSender } from '../../../electron/ipc/trusted-sender';

vi.mock('electron', () => ({ protocol: {} }));

const frameAt = (origin: string) => ({ origin }) as WebFrameMain;
const windowWith = (mainFrame: WebFrameMain, isDestroyed = false) =>
  ({ webContents: { mainFrame }, isDestroyed: () => isDestroyed }) as unknown as BrowserWindow;

describe('a call is trusted', () => {
  const own = frameAt('nigao://app');

  it('from the main frame of a window of ours that shows our page', () => {
    expect(isTrustedSender(own, windowWith(own))).toBe(true);
  });

  it.each([
    ['a frame inside our page, at our own address', frameAt('nigao://app'), windowWith(own)],
    ['a frame that is gone', null, windowWith(own)],
    ['a window that is gone', own, windowWith(own, true)],
  ])('but not from %s', (_what, frame, window) => {
    expect(isTrustedSender(frame, window)).toBe(false);
  });

  it.each(['null', 'file://', 'nigao://print', 'nigao://app.example', 'https://app'])('nor from %s', (origin) => {
    const frame = frameAt(origin);
    expect(isTrustedSender(frame, windowWith(frame))).toBe(false);
  });
});
