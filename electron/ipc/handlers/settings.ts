import { AppError } from '../../../shared/ipc/app-error';
import type { Lock } from '../../../shared/settings';
import type { MachineSettings } from '../../lifecycle/machine-settings';
import type { Handlers } from '../answer-call';
import type { Services } from '../services';

type SettingsChannel = Extract<keyof Handlers, `settings:${string}` | `lock:${string}`>;

export const lockOf = (settings: MachineSettings): Lock => {
  const { lockAfter, lockPassword } = settings.current();
  return { after: lockAfter, hasPassword: lockPassword !== null };
};

/** What is set up on this machine: the second backup folder and the lock. */
export const settingsHandlers = ({
  settings,
  backups,
  desktop,
  version,
  log,
}: Services): Pick<Handlers, SettingsChannel> => ({
  'settings:get': () => ({
    version,
    backupFolder: settings.current().backupFolder,
    lock: lockOf(settings),
  }),
  'settings:choose-backup-folder': async () => {
    const folder = await desktop.askFolder('每天的备份另存到哪个文件夹');
    if (folder === null) return { folder };
    // The first backup shows that the folder can be written.
    await backups.make(folder);
    await settings.change({ backupFolder: folder });
    log.info('backup folder chosen');
    return { folder };
  },
  'settings:leave-backup-folder': async () => {
    await settings.change({ backupFolder: null });
    return {};
  },
  'lock:set': async ({ after }) => {
    await settings.change({ lockAfter: after });
    return lockOf(settings);
  },
  'lock:set-password': async ({ current, password }) => {
    if (!(await settings.isLockPassword(current)))
      throw new AppError('password', '原来的密码不对，没有改动。请重新输入。');
    await settings.setLockPassword(password);
    return lockOf(settings);
  },
  'lock:open': async ({ password }) => {
    if (!(await settings.isLockPassword(password)))
      throw new AppError('password', '密码不对。请重新输入，注意大小写。');
    return {};
  },
});
