import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { homePaths, libraryPaths } from '../../../electron/files/paths';

/** A folder for the running test, gone afterwards. */
export const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'nigao-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** Places of a library that lies beside the settings, in a folder of its own. */
export const temporaryLibrary = (folder = temporaryFolder()) => {
  return { ...homePaths(folder), ...libraryPaths(folder) };
};
