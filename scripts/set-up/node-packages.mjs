import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder, runOrFail, SetUpError, say } from './run.mjs';

const oldestNode = { major: 20, minor: 19 };

/** @throws {SetUpError} when the Node that runs the set-up is too old even for that */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > oldestNode.major || (major === oldestNode.major && minor >= oldestNode.minor)) return;
  const oldest = `${oldestNode.major}.${oldestNode.minor}`;
  throw new SetUpError(`需要 Node ${oldest} 或更高版本，现在是 ${process.versions.node}。请更新 Node 后重试。`);
}

/**
 * Whether node_modules is what package-lock.json asks for, by npm's own record of what it installed.
 * That record is written last, so an interrupted installation has none.
 */
export function nodePackagesAreCurrent() {
  const modules = join(projectFolder, 'node_modules');
  const record = join(modules, '.package-lock.json');
  if (!existsSync(record) || !existsSync(join(modules, 'node', 'bin', 'node'))) return false;
  const wanted = packagesIn(join(projectFolder, 'package-lock.json'));
  const installed = packagesIn(record);
  const strangers = Object.keys(installed).some((path) => !wanted[path]);
  return (
    !strangers &&
    Object.entries(wanted).every(
      ([path, { version, optional, devOptional }]) =>
        path === '' || (installed[path] ? installed[path].version === version : Boolean(optional || devOptional)),
    )
  );
}

/**
 * Installs exactly what package-lock.json names. Of all install scripts only that of the package
 * `node` runs, which brings Node 24: npm 10 would start node-gyp for better-sqlite3, which has its
 * binaries with it, and fail where there is no Python.
 */
export async function installNodePackages() {
  say('安装 npm 依赖（npm ci），首次约需一两分钟。');
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  await runOrFail('npm', ['ci', '--ignore-scripts', ...quiet]);
  await runOrFail('npm', ['rebuild', 'node', '--ignore-scripts=false', ...quiet]);
}

/**
 * @param {string} lockfile
 * @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean }>}
 */
function packagesIn(lockfile) {
  return JSON.parse(readFileSync(lockfile, 'utf8')).packages;
}
