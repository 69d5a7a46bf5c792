import { access } from 'node:fs/promises';
import type { Log } from '../log';
import type { Library } from '../storage/open-library';
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
      if (told !== folder)
        tell(`备份没有另存到“${folder}”。请确认文件夹还在、能够写入；本机的备份照常。也可以在设置里换一个文件夹。`);
      told = folder;
    }
  };
  const look = async (): Promise<void> => {
    await library.backUpDaily().then(
      (done) => done && log.info('backup written'),
      (error: unknown) => log.error('backup', error),
    );
    const { backupFolder } = settings.current();
    if (backupFolder !== null) await backUpElsewhere(backupFolder);
  };
  const timers = [setTimeout(() => void look(), minute), setInterval(() => void look(), 60 * minute)];
  return () => {
    for (const timer of timers) clearTimeout(timer);
  };
};
