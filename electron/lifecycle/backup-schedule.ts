import { access } from 'node:fs/promises';
import { AppError } from '../../shared/ipc/app-error';
import type { Log } from '../log';
import type { Library } from '../storage/open-library';
import { asStorageError, isDamage } from '../storage/storage-error';
import type { MachineSettings } from './machine-settings';

const minute = 60 * 1000;

type Scheduled = Readonly<{
  library: Pick<Library, 'backUpDaily'>;
  settings: Pick<MachineSettings, 'current'>;
  log: Log;
  /** Says a sentence to the person. */
  tell(text: string): void;
}>;

/**
 * Backs the library up once a day while the app runs, into its own folder and into the second one where one is set;
 * the first look waits until the start is over. Returns how to stop.
 */
export const scheduleBackups = ({ library, settings, log, tell }: Scheduled): (() => void) => {
  let isStopped = false;
  /** The folder that the person was told about, until it works again: a stick that is away is told once. */
  let told: string | null = null;
  const backUpElsewhere = async (folder: string): Promise<void> => {
    try {
      // A stick that is not there must not become a folder of the same name.
      await access(folder);
      if (await library.backUpDaily(folder)) log.info('backup written', { elsewhere: true });
      told = null;
    } catch (error) {
      log.error('backup elsewhere', error);
      if (isStopped) return;
      if (told !== folder)
        tell(`备份没有另存到“${folder}”。请确认文件夹还在、能够写入；本机的备份照常。也可以在设置里换一个文件夹。`);
      told = folder;
    }
  };
  /** Whether the person was told that the app's own backup failed, until it works again. */
  let isTold = false;
  const backUpHere = async (): Promise<void> => {
    try {
      if (await library.backUpDaily()) log.info('backup written');
      isTold = false;
    } catch (error) {
      log.error('backup', error);
      // A library that is closed for a restore or a move cuts its backup off; the next one begins anew.
      if (isStopped) return;
      if (!isTold) tell(whyNot(error));
      isTold = true;
    }
  };
  const look = async (): Promise<void> => {
    await backUpHere();
    const { backupFolder } = settings.current();
    if (backupFolder !== null && !isStopped) await backUpElsewhere(backupFolder);
  };
  const timers = [setTimeout(() => void look(), minute), setInterval(() => void look(), 60 * minute)];
  return () => {
    isStopped = true;
    for (const timer of timers) clearTimeout(timer);
  };
};

const whyNot = (error: unknown): string => {
  if (isDamage(error))
    return '自动备份时发现文库文件有损坏。请导出正在写的文稿，再退出并重新启动：启动时会检查文库，恢复最近的备份，并找回此后的内容。';
  const explained = asStorageError(error);
  const reason = explained instanceof AppError ? explained.message : '写入时出错。';
  return `今天的自动备份没有写成，文稿照常保存。${reason}软件每小时再试一次，也可以在“备份与恢复”里备份到其他位置。`;
};
