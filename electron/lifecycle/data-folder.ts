import { accessSync, constants, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app } from 'electron';

/**
 * Settles where the app keeps its data: NIGAO_USER_DATA, else Electron's own switch --user-data-dir, else the folder
 * `nigao` among this person's application data. Has to run before anything asks for that folder.
 * @returns whether it can be written; if not, the browser's own files go to a temporary folder, so that the window
 * still opens and can say what is wrong
 */
export const chooseDataFolder = (): Readonly<{ folder: string; isWritable: boolean }> => {
  const wanted = process.env.NIGAO_USER_DATA;
  if (wanted) app.setPath('userData', wanted);
  else if (!app.commandLine.hasSwitch('user-data-dir')) app.setPath('userData', join(app.getPath('appData'), 'nigao'));
  const folder = app.getPath('userData');
  const isWritable = canWrite(folder);
  if (!isWritable) app.setPath('sessionData', mkdtempSync(join(tmpdir(), 'nigao-')));
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
