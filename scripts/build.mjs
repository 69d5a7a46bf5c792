import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { collectLicences } from './licences.mjs';
import { withLock } from './set-up/lock.mjs';
import { capture, isProgram, projectFolder, run, SetUpError } from './set-up/run.mjs';
import { runScript, setUpNodePackages } from './set-up.mjs';

const sources = [
  ...['electron', 'renderer', 'shared', 'assets'],
  ...['electron.vite.config.ts', 'tsconfig.json', 'package.json', 'package-lock.json'],
];
const outFolder = join(projectFolder, 'out');
const stampFile = join(outFolder, '.built-from');

/**
 * Builds the app into out/ unless it was built from exactly these sources.
 * @param {{ quiet?: boolean }} [options] quiet: shows the build's output only when it fails
 * @throws {SetUpError} when the build fails
 */
export async function buildIfStale({ quiet = false } = {}) {
  if (isBuilt()) return;
  await withLock(join(projectFolder, 'node_modules', '.nigao-build.lock'), async () => {
    if (!isBuilt()) await build({ quiet });
  });
}

/** @param {{ quiet: boolean }} options */
async function build({ quiet }) {
  const stamp = sourcesStamp();
  rmSync(outFolder, { recursive: true, force: true });
  const command = /** @type {const} */ (['electron-vite', ['build']]);
  const { code, text } = quiet ? await capture(...command) : { code: await run(...command), text: '' };
  if (code !== 0) throw new SetUpError(`构建失败。\n${text}`);
  mkdirSync(outFolder, { recursive: true });
  writeFileSync(join(outFolder, 'licences.json'), JSON.stringify(collectLicences()));
  writeFileSync(stampFile, stamp);
}

function isBuilt() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === sourcesStamp();
}

/** Names, sizes and times of all source files: a deleted or older file counts as a change, too. */
function sourcesStamp() {
  const hash = createHash('sha256');
  for (const source of sources) {
    const path = join(projectFolder, source);
    if (!existsSync(path)) continue;
    const inside = statSync(path).isDirectory()
      ? readdirSync(path, { recursive: true, encoding: 'utf8' }).sort()
      : [''];
    for (const name of inside) {
      const { size, mtimeMs } = statSync(join(path, name));
      hash.update(`${source}/${name} ${size} ${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}

if (isProgram(import.meta.url)) {
  await runScript(async () => {
    await setUpNodePackages();
    await build({ quiet: false });
    return 0;
  });
}
