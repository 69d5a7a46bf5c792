import { type BrowserWindow, dialog } from 'electron';
import type { Log } from '../log';
import type { StartState } from './start-state';

/** Writes errors that nobody caught into the log; the app goes on, since every save is its own transaction. */
export const logUncaughtErrors = (log: Log): void => {
  process.on('uncaughtException', (error) => log.error('uncaught', error));
  process.on('unhandledRejection', (error) => log.error('unhandled', error));
};

const crashNotice = '编辑窗口刚才意外中断，已自动恢复。请核对最后写的一句话。';
/** More crashes than this within a minute are not a passing fault. */
const maxCrashesPerMinute = 3;

/** Brings the page back when its process dies, and lets it say so. */
export const guardCrashes = (window: BrowserWindow, start: StartState, log: Log): void => {
  let crashes: readonly number[] = [];
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    log.info('page gone', { reason, exitCode });
    const now = Date.now();
    crashes = [...crashes.filter((time) => now - time < 60_000), now];
    if (crashes.length <= maxCrashesPerMinute) {
      Object.assign(start, { notice: crashNotice, hasPage: false });
      window.webContents.reload();
      return;
    }
    dialog.showErrorBox(
      '拟稿无法继续运行',
      '编辑窗口反复中断。文稿已保存，请退出后重新启动；仍然如此时请联系维护人员。',
    );
    window.destroy();
  });
};
