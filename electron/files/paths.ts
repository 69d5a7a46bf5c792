import { dirname, join } from 'node:path';

/** What belongs to this person on this machine, and stays where it is when the library is moved. */
export const homePaths = (home: string) => ({
  home,
  log: join(home, 'logs', 'nigao.log'),
  windowState: join(home, 'window.json'),
  settings: join(home, 'settings.json'),
  /** Says where the library is, once it was moved. */
  pointer: join(home, 'data-folder.json'),
});
export type HomePaths = ReturnType<typeof homePaths>;

/**
 * Where the library lies: in the home folder, or where the person moved it.
 * @param isNetwork whether that is known to be on another machine
 */
export const libraryPaths = (dataFolder: string, isNetwork = false) => ({
  dataFolder,
  isNetwork,
  database: join(dataFolder, 'nigao.db'),
  backups: join(dataFolder, 'backups'),
  /** Damaged databases that were moved aside. */
  damaged: join(dataFolder, 'damaged'),
});
export type LibraryPaths = ReturnType<typeof libraryPaths>;

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
