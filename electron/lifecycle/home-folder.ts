import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app } from 'electron';
import { homeFolderOf } from './home-folder-of';

/**
 * Settles the home folder, where the app keeps what belongs to this person, the library too until it is moved. Has to
 * run before anything asks for that folder.
 * @returns the folder, and whether it can be written; if not, the browser's own files go to a temporary folder, so
 * that the window still opens and can say what is wrong
 */
export const chooseHomeFolder = (): Readonly<{ folder: string; isWritable: boolean }> => {
  const folder = homeFolderOf(
    {
      own: process.env.NIGAO_USER_DATA,
      fromSwitch: app.commandLine.hasSwitch('user-data-dir') ? app.getPath('userData') : undefined,
      portable: process.env.PORTABLE_EXECUTABLE_DIR,
      appData: app.getPath('appData'),
    },
    canWrite,
  );
  const isWritable = canWrite(folder);
  app.setPath('userData', isWritable ? folder : mkdtempSync(join(tmpdir(), 'nigao-')));
  return { folder, isWritable };
};

/** By trying: on Windows a folder does not show who may write into it. */
const canWrite = (folder: string): boolean => {
  const probe = join(folder, '.nigao-probe');
  try {
    mkdirSync(folder, { recursive: true });
    closeSync(openSync(probe, 'w'));
    rmSync(probe);
    return true;
  } catch {
    return false;
  }
};
