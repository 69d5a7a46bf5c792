import { join } from 'node:path';
import { cacheFolder } from './electron-runtime.mjs';
import { electronIsReady, installElectron } from './set-up/electron.mjs';
import { withLock } from './set-up/lock.mjs';
import { installNodePackages, nodePackagesAreCurrent, requireNode } from './set-up/node-packages.mjs';
import { isProgram, SetUpError, say } from './set-up/run.mjs';
import { installSystemPackages, missingSystemPackages } from './set-up/system-packages.mjs';

/**
 * Brings what this checkout needs to build, run and test the app: system packages, npm packages,
 * an Electron. Runs on Node 20 with nothing installed; says nothing when nothing is missing.
 * @throws {SetUpError} with what the person has to do
 */
export async function setUp() {
  requireNode();
  if (isReady()) return;
  await withLock(join(cacheFolder(), 'set-up.lock'), async () => {
    if (isReady()) return;
    await installSystemPackages(missingSystemPackages({ compiler: false }));
    if (!nodePackagesAreCurrent()) await installNodePackages();
    if (!electronIsReady()) {
      await installElectron(() => installSystemPackages(missingSystemPackages({ compiler: true })));
    }
  });
  say('就绪。');
}

/** Only the npm packages: enough for the command line and the checks, which run without Electron. */
export async function setUpNodePackages() {
  requireNode();
  if (nodePackagesAreCurrent()) return;
  await withLock(join(cacheFolder(), 'set-up.lock'), async () => {
    if (!nodePackagesAreCurrent()) await installNodePackages();
  });
}

/**
 * Runs a script's work and ends the process with its exit code; what the person has to do is told
 * in a sentence, anything else with its stack.
 * @param {() => Promise<number>} work
 */
export async function runScript(work) {
  try {
    process.exitCode = await work();
  } catch (error) {
    if (error instanceof SetUpError) say(error.message);
    else console.error(error);
    process.exitCode = 1;
  }
}

function isReady() {
  return missingSystemPackages({ compiler: false }).length === 0 && nodePackagesAreCurrent() && electronIsReady();
}

if (isProgram(import.meta.url)) {
  await runScript(async () => {
    await setUp();
    say('没有缺少的东西。');
    return 0;
  });
}
