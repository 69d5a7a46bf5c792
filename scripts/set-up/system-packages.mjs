import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { output, runOrFail, SetUpError, say } from './run.mjs';

/** What Electron's binary links to or opens, and a font with Chinese characters. */
const toRun = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libatk-bridge2.0-0',
  'libdrm2',
  'libxkbcommon0',
  'libnotify4',
  'fontconfig',
  'fonts-noto-cjk',
];
const withoutDisplay = ['xvfb', 'xauth'];
/** For the database addon of the substitute Electron; see sqlite-addon.mjs. */
const toCompile = ['gcc', 'g++'];

/** Whether this machine has a screen to open a window on. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * The Debian packages that are needed and not installed; none on other systems.
 * @param {{ compiler: boolean }} needs
 * @returns {readonly string[]}
 */
export function missingSystemPackages({ compiler }) {
  if (!existsSync('/usr/bin/dpkg-query')) return [];
  const wanted = [...toRun, ...(hasDisplay() ? [] : withoutDisplay), ...(compiler ? toCompile : [])];
  // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query's own placeholders
  const format = '${Package} ${db:Status-Status}\n';
  const listing = output('dpkg-query', ['-W', '-f', format, ...wanted.flatMap(bothNames)]);
  const installed = new Set(
    listing.split('\n').flatMap((line) => (line.endsWith(' installed') ? [line.split(' ')[0]] : [])),
  );
  return wanted.filter((name) => !bothNames(name).some((either) => installed.has(either)));
}

/**
 * Installs them as root; otherwise says which command does it.
 * @param {readonly string[]} names
 * @throws {SetUpError} when they cannot be installed from here
 */
export async function installSystemPackages(names) {
  if (names.length === 0) return;
  if (process.getuid?.() !== 0) {
    const command = `sudo apt-get update && sudo apt-get install --no-install-recommends ${available(names).join(' ')}`;
    throw new SetUpError(`缺少系统组件。请先运行下面这一行，再重试：\n  ${command}`);
  }
  say(`安装系统组件：${names.join(' ')}`);
  /** @type {import('node:child_process').SpawnOptions} */
  const quiet = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, stdio: ['ignore', 'ignore', 2] };
  const apt = ['-q', '-o', 'DPkg::Lock::Timeout=300'];
  await runOrFail('apt-get', [...apt, 'update'], quiet);
  await runOrFail('apt-get', [...apt, 'install', '-y', '--no-install-recommends', ...available(names)], quiet);
}

/**
 * Programs that a measurement compares with, and the packages that bring them; installs those that are missing
 * (on Debian: elsewhere the measurement says itself what it lacks).
 * @param {Readonly<Record<string, string>>} packages
 * @throws {SetUpError} when they cannot be installed from here
 */
export async function installPrograms(packages) {
  if (!existsSync('/usr/bin/dpkg-query')) return;
  const missing = Object.entries(packages).flatMap(([program, name]) =>
    spawnSync(program, ['--version']).error ? [name] : [],
  );
  await installSystemPackages([...new Set(missing)]);
}

/**
 * The libraries rebuilt for 64-bit time (Debian 13, Ubuntu 24.04) carry a suffix.
 * @param {string} name
 */
function bothNames(name) {
  return name.startsWith('lib') ? [name, `${name}t64`] : [name];
}

/** @param {readonly string[]} names */
function available(names) {
  const known = new Set(output('apt-cache', ['show', ...names.flatMap(bothNames)]).match(/(?<=^Package: ).+$/gm));
  return names.map((name) => bothNames(name).find((either) => known.has(either)) ?? name);
}
