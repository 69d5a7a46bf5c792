import { dirname, join } from 'node:path';

/** Where everything of this person lives, inside the user-data folder. */
export const dataPaths = (dataFolder: string) => ({
  dataFolder,
  database: join(dataFolder, 'nigao.db'),
  backups: join(dataFolder, 'backups'),
  /** Damaged databases that were moved aside. */
  damaged: join(dataFolder, 'damaged'),
  log: join(dataFolder, 'logs', 'nigao.log'),
  windowState: join(dataFolder, 'window.json'),
  settings: join(dataFolder, 'settings.json'),
});

/** Files of the built app beside `out/main/main.js`. */
export const builtPaths = (mainFolder: string) => ({
  preload: join(dirname(mainFolder), 'preload', 'preload.cjs'),
  renderer: join(dirname(mainFolder), 'renderer'),
  engineWorker: join(mainFolder, 'engine-worker.js'),
  licences: join(dirname(mainFolder), 'licences.json'),
});

/** Characters that Windows forbids in names, or that would be read as a path. */
const forbidden = /[\\/:*?"<>|\p{Cc}]/gu;

/** A document's title as a file name without extension, valid on Windows and Linux; at most 80 characters. */
export const safeFileName = (title: string): string => {
  const name = Array.from(title.replace(forbidden, ' ').replace(/\s+/g, ' ').trim())
    .slice(0, 80)
    .join('')
    .replace(/[. ]+$/, '');
  return name || '未命名文稿';
};
