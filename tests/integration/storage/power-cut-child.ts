import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { homePaths } from '../../../electron/files/paths';
import { createBackups } from '../../../electron/lifecycle/backups';
import { createRunningLibrary } from '../../../electron/lifecycle/running-library';
import { openLog } from '../../../electron/log';
import { openDataPlace } from '../../../electron/place/data-place';

/**
 * Does one thing to a library and kills itself before its so-many-th step on the disk, as a power cut would.
 * Arguments: the folder, what to do, the step, a file to restore.
 */
const [, , folder, work, step, file] = process.argv;
const home = homePaths(folder!);
const place = openDataPlace(home);
const running = createRunningLibrary(
  place,
  undefined,
  openLog(home.log),
  () => () => undefined,
  () => undefined,
);

let left = Number(step);
for (const name of ['rename', 'rm', 'copyFile', 'mkdir'] as const) {
  const original = fs[name] as (...values: unknown[]) => Promise<unknown>;
  Object.assign(fs, {
    [name]: (...values: unknown[]) => {
      left -= 1;
      if (left === 0) process.kill(process.pid, 'SIGKILL');
      return original(...values);
    },
  });
}
syncBuiltinESMExports();

const { problem } = await running.open();
if (work === 'back-up') await running.opened().backUp();
if (work === 'restore') {
  const backups = createBackups({
    places: place.paths,
    checkPlace: place.check,
    library: running.opened,
    isOpen: () => running.current() !== null,
    isWorking: () => false,
    whileClosed: running.whileClosed,
  });
  await backups.restore(file!);
}
if (work === 'open' && problem !== null) throw new Error(problem);
running.close();
