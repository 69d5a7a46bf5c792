import { join } from 'node:path';

/** Where the home folder may be; undefined or empty where nothing says so. */
type Places = Readonly<{
  /** NIGAO_USER_DATA. */
  own: string | undefined;
  /** Electron's own switch --user-data-dir. */
  fromSwitch: string | undefined;
  /** Where the portable program lies, which unpacks itself elsewhere: PORTABLE_EXECUTABLE_DIR. */
  portable: string | undefined;
  /** This person's application data. */
  appData: string;
}>;

/**
 * The home folder: what was asked for, else the folder `nigao-data` beside the portable program, so that the documents
 * go with the stick (where that can be written), else `nigao` among this person's application data.
 */
export const homeFolderOf = (
  { own, fromSwitch, portable, appData }: Places,
  canWrite: (folder: string) => boolean,
): string => {
  const asked = own || fromSwitch;
  if (asked) return asked;
  const beside = portable && join(portable, 'nigao-data');
  return beside && canWrite(beside) ? beside : join(appData, 'nigao');
};
