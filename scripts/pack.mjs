import { join } from 'node:path';
import { buildIfStale } from './build.mjs';
import { requireElectron } from './electron-runtime.mjs';
import { capture, isProgram, projectFolder, SetUpError, say } from './set-up/run.mjs';
import { runScript, setUp } from './set-up.mjs';

const testPackageFolder = join(projectFolder, 'dist', 'for-tests');

const executable = process.platform === 'win32' ? ['win-unpacked', '拟稿.exe'] : ['linux-unpacked', 'nigao'];

/** The packed app that the end-to-end tests drive. */
export const packedExecutable = join(testPackageFolder, ...executable);

/**
 * Packs the built app as a folder, with the one difference that Playwright may attach to it:
 * the app for people refuses --inspect.
 */
export function packForTests() {
  return pack(['-c.electronFuses.enableNodeCliInspectArguments=true', `-c.directories.output=${testPackageFolder}`]);
}

/**
 * Packs the built app into a folder exactly as it goes to people.
 * @param {string} folder
 * @returns {Promise<string>} the executable
 */
export async function packAsShipped(folder) {
  await pack([`-c.directories.output=${folder}`]);
  return join(folder, ...executable);
}

/** @param {readonly string[]} options */
async function pack(options) {
  await buildIfStale();
  const { folder, version } = requireElectron();
  const { code, text } = await capture('electron-builder', [
    ...['--dir', '--publish', 'never', `-c.electronDist=${folder}`, `-c.electronVersion=${version}`],
    ...options,
  ]);
  if (code !== 0) throw new SetUpError(`打包失败。\n${text}`);
}

if (isProgram(import.meta.url)) {
  await runScript(async () => {
    await setUp();
    await pack([]);
    say(`已打包到 ${join(projectFolder, 'dist')}。`);
    if (!requireElectron().official) say('这个包用的是替代的旧版 Electron，只能用来测试，不要分发。');
    return 0;
  });
}
