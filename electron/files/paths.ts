import { dirname, join } from 'node:path';

/** What belongs to this person on this machine, and stays where it is when the library is moved. */
export const homePaths = (home: string) => ({
  home,
  log: join(home, 'logs', 'nigao.log'),
  windowState: join(home, 'window.json'),
  settings: join(home, 'settings.json'),
  graphics: join(home, 'graphics.json'),
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

/** Names that Windows keeps for devices, whatever extension follows. */
const reserved = /^(?:con|prn|aux|nul|conin\$|conout\$|com[\d¹²³]|lpt[\d¹²³])(?:\.|$)/i;

const mostCharacters = 80;
/**
 * A name may have 255 bytes on Linux, and a Chinese character takes three; the rest is for what is put around it:
 * the mark of LibreOffice (`.~lock.name#`) and the number of a second file.
 */
const mostBytes = 236;

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/**
 * A document's title as a file name, valid on Windows and Linux; at most 80 characters of it, fewer where they and the
 * suffix would not fit into a name.
 * @param suffix what follows and is never cut, such as `修改对照表.docx`
 */
export const safeFileName = (title: string, suffix = ''): string => {
  let room = mostBytes - bytesOf(suffix);
  const characters = Array.from(title.replace(forbidden, ' ').replace(/\s+/g, ' ').trim()).slice(0, mostCharacters);
  const fits = characters.findIndex((character) => {
    room -= bytesOf(character);
    return room < 0;
  });
  const name = (fits < 0 ? characters : characters.slice(0, fits)).join('').replace(/[. ]+$/, '') || '未命名文稿';
  return `${reserved.test(name + suffix) ? '_' : ''}${name}${suffix}`;
};
