import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, findElectron, substitute } from '../electron-runtime.mjs';
import { projectFolder, run, SetUpError, say } from './run.mjs';
import { buildSubstituteElectron } from './substitute-electron.mjs';

const day = 24 * 60 * 60 * 1000;
/** A network that trickles must not hold the set-up for ever; 110 MB take 9 minutes at 200 kB/s. */
const downloadLimit = 10 * 60 * 1000;

/**
 * Whether there is nothing to fetch: the official Electron is there, or a substitute is and the
 * official one was out of reach within the last day.
 */
export function electronIsReady() {
  const runtime = findElectron();
  return runtime !== undefined && (runtime.official || wasOutOfReach());
}

/**
 * Brings the official Electron, or where its download cannot be reached a substitute for tests.
 * @param {() => Promise<void>} installCompiler called before a substitute is built
 * @throws {SetUpError}
 */
export async function installElectron(installCompiler) {
  if (!wasOutOfReach()) {
    if (await downloadOfficial()) return;
    rememberOutOfReach();
  }
  if (`${process.platform}-${process.arch}` !== substitute.platform) {
    throw new SetUpError('下载不到 Electron。请检查网络，或用环境变量 ELECTRON_MIRROR 指定镜像后重试。');
  }
  say(`官方 Electron 下载不到，改用 npm 包里的 Electron ${substitute.electron}（只用于试用和测试，不会打进安装包）。`);
  if (findElectron()) return;
  await installCompiler();
  await buildSubstituteElectron();
}

async function downloadOfficial() {
  say('下载 Electron（约 110 MB；网络慢时可用环境变量 ELECTRON_MIRROR 指定镜像）。');
  const installer = join(projectFolder, 'node_modules', 'electron', 'install.js');
  // Its errors are a stack trace; what follows says in a sentence what is done instead.
  const code = await run('node', [installer], { stdio: ['ignore', 2, 'ignore'], timeout: downloadLimit });
  return code === 0 && Boolean(findElectron()?.official);
}

function outOfReachFile() {
  return join(cacheFolder(), 'official-electron-out-of-reach');
}

function wasOutOfReach() {
  const file = outOfReachFile();
  return existsSync(file) && Date.now() - statSync(file).mtimeMs < day && readFileSync(file, 'utf8') === source();
}

function rememberOutOfReach() {
  mkdirSync(cacheFolder(), { recursive: true });
  rmSync(outOfReachFile(), { force: true });
  writeFileSync(outOfReachFile(), source());
}

/** Another mirror or version is worth another try at once. */
function source() {
  const { version } = JSON.parse(readFileSync(join(projectFolder, 'node_modules', 'electron', 'package.json'), 'utf8'));
  return `${version} ${process.env.ELECTRON_MIRROR ?? ''}`;
}
