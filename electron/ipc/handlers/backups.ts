import type { Handlers } from '../answer-call';
import type { Services } from '../services';

type BackupChannel = Extract<keyof Handlers, `backups:${string}`>;

/** Backups of the whole library. */
export const backupHandlers = ({ backups, desktop, log, tellAll }: Services): Pick<Handlers, BackupChannel> => ({
  'backups:list': async () => [...(await backups.list())],
  'backups:make': async ({ elsewhere }) => {
    const folder = elsewhere ? await desktop.askFolder('备份到哪个文件夹') : undefined;
    if (folder === null) return { path: null };
    const path = await backups.make(folder);
    log.info('backup made', { elsewhere });
    return { path };
  },
  'backups:restore': async ({ name }) => {
    const path = name === null ? (await desktop.askOpenPaths('backup'))[0] : await backups.pathOf(name);
    if (path === undefined) return { restored: false, aside: null };
    const aside = await backups.restore(path);
    tellAll('library-replaced', {});
    log.info('backup restored', { own: name !== null, aside: aside !== null });
    return { restored: true, aside };
  },
});
