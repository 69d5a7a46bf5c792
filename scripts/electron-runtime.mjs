import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from './set-up/run.mjs';

/**
 * The Electron that starts, tests and packs the app.
 * @typedef {object} ElectronRuntime
 * @property {string} executable
 * @property {string} folder the whole distribution, as electron-builder's `electronDist` wants it
 * @property {string} version
 * @property {boolean} official false for the substitute that set-up/substitute-electron.mjs makes
 * @property {string} [sqliteBinding] better-sqlite3's addon for a runtime that cannot load the packaged one
 */

/** Where downloads that outlive a checkout are kept; shared by all checkouts of this person. */
export function cacheFolder() {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'nigao');
}

/** Raise `recipe` whenever the way it is made changes: the folder's name is what makes it current. */
export const substitute = { electron: '33.2.1', node: '20.18.1', platform: 'linux-x64', recipe: 1 };

export function substituteFolder() {
  return join(cacheFolder(), `electron-${substitute.electron}-${substitute.platform}-${substitute.recipe}`);
}

/** The addon compiled for the substitute; beside it, since its folder is packed as it is. */
export function substituteBinding() {
  const { version } = readJson(join(projectFolder, 'node_modules', 'better-sqlite3', 'package.json'));
  return `${substituteFolder()}-better_sqlite3-${version}.node`;
}

/**
 * The official Electron where it is installed, else the substitute, else undefined. Looks only;
 * set-up.mjs is what brings one.
 * @returns {ElectronRuntime | undefined}
 */
export function findElectron() {
  return findOfficial() ?? findSubstitute();
}

/**
 * Like findElectron, for callers that run after a set-up.
 * @returns {ElectronRuntime}
 */
export function requireElectron() {
  const runtime = findElectron();
  if (!runtime) throw new Error('Electron is not installed yet: run `node scripts/set-up.mjs` first.');
  return runtime;
}

/**
 * What every start of an executable built on this runtime needs besides its own arguments.
 * @param {ElectronRuntime} runtime
 * @returns {{ args: string[], env: Record<string, string> }}
 */
export function launchSettings(runtime) {
  // Chromium refuses to build its sandbox as root (a container, a CI machine). The app itself never
  // asks for this: only the scripts and tests of this repository do.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const env = /** @type {Record<string, string>} */ ({ ...process.env });
  delete env.ELECTRON_RUN_AS_NODE;
  if (runtime.sqliteBinding) env.NIGAO_SQLITE_BINDING = runtime.sqliteBinding;
  return { args, env };
}

/** @returns {ElectronRuntime | undefined} */
function findOfficial() {
  const electron = join(projectFolder, 'node_modules', 'electron');
  const pathFile = join(electron, 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const folder = join(electron, 'dist');
  const executable = join(folder, readFileSync(pathFile, 'utf8'));
  const { version } = readJson(join(electron, 'package.json'));
  const isCurrent =
    existsSync(executable) && readFileSync(join(folder, 'version'), 'utf8').replace('v', '') === version;
  return isCurrent ? { executable, folder, version, official: true } : undefined;
}

/** @returns {ElectronRuntime | undefined} */
function findSubstitute() {
  const folder = substituteFolder();
  const executable = join(folder, 'electron');
  if (!existsSync(executable)) return undefined;
  const sqliteBinding = substituteBinding();
  if (!existsSync(sqliteBinding)) return undefined;
  return { executable, folder, version: substitute.electron, official: false, sqliteBinding };
}

/**
 * @param {string} file
 * @returns {{ version: string }}
 */
function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}
