import { accessSync, constants, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app } from 'electron';

/**
 * Settles the home folder, where the app keeps what belongs to this person, the library too until it is moved: NIGAO_USER_DATA, else Electron's own switch --user-data-dir, else the folder
 * `nigao` among this person's application data. Has to run before anything asks for that folder.
 * @returns the folder, and whether it can be written; if not, the browser's own files go to a temporary folder, so
 * that the window still opens and can say what is wrong
 */
export const chooseHomeFolder = (): Readonly<{ folder: string; isWritable: boolean }> => {
  const hasSwitch = app.commandLine.hasSwitch('user-data-dir');
  const folder =
    process.env.NIGAO_USER_DATA || (hasSwitch ? app.getPath('userData') : join(app.getPath('appData'), 'nigao'));
  const isWritable = canWrite(folder);
  app.setPath('userData', isWritable ? folder : mkdtempSync(join(tmpdir(), 'nigao-')));
  return { folder, isWritable };
};

const canWrite = (folder: string): boolean => {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
};
