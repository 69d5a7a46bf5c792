import { statfs } from 'node:fs/promises';
import { arch, freemem, platform, release, totalmem } from 'node:os';
import type { Services } from './services';

/** So many entries of the log go along. */
const mostEntries = 500;
const megabyte = 1024 * 1024;

/** An entry of the log; of one that a crash has cut off, only how long it is. */
const entryOf = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return { event: 'unreadable', characters: line.length };
  }
};

/**
 * What somebody who looks for a fault has to know: versions, the machine, how the library stands, the log. No text,
 * title or name of a document.
 */
export const collectDiagnostics = async (services: Services): Promise<object> => {
  const disk = await statfs(services.dataFolders.folder()).catch(() => null);
  let library: object;
  try {
    const rows = services.documents().list();
    library = {
      documents: rows.length,
      trashed: rows.filter(({ trashedAt }) => trashedAt !== null).length,
      backups: (await services.backups.list()).length,
    };
  } catch {
    library = { problem: services.start.problem ?? 'not open' };
  }
  return {
    at: new Date().toISOString(),
    app: services.version,
    electron: process.versions.electron ?? null,
    node: process.versions.node,
    system: `${platform()} ${release()} ${arch()}`,
    memoryMegabytes: { total: Math.round(totalmem() / megabyte), free: Math.round(freemem() / megabyte) },
    diskFreeMegabytes: disk && Math.round((disk.bavail * disk.bsize) / megabyte),
    library,
    log: services.log.last(mostEntries).map(entryOf),
  };
};
