import { once } from 'node:events';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ElectronApplication, _electron as electron, type Page } from '@playwright/test';
import { launchSettings, requireElectron } from '../../scripts/electron-runtime.mjs';
import { packedExecutable } from '../../scripts/pack.mjs';

/** The checkout; the built app is its out/main/main.js. */
const projectFolder = join(import.meta.dirname, '..', '..');

export type RunningApp = Readonly<{
  app: ElectronApplication;
  window: Page;
  userData: string;
  /** Closes it as a person does, waiting until its processes are gone. */
  close(): Promise<void>;
  /** What a power cut does: SIGKILL to all its processes at once. */
  kill9(): Promise<void>;
}>;

export type LaunchOptions = Readonly<{
  /** The folder of an earlier run, to start the app again on its data; a new one by default. */
  userData?: string;
  /** The app that scripts/pack.mjs packed for the tests, instead of the one in out/. */
  packed?: boolean;
  /** Further arguments, such as a file to open. */
  args?: readonly string[];
  env?: Readonly<Record<string, string>>;
}>;

/** Starts the app in the Electron of this checkout and waits for its window. */
export async function launchApp({
  userData = newUserDataFolder(),
  packed = false,
  args = [],
  env = {},
}: LaunchOptions = {}): Promise<RunningApp> {
  const runtime = requireElectron();
  const settings = launchSettings(runtime);
  const executablePath = packed ? packedExecutable : runtime.executable;
  if (!existsSync(executablePath)) throw new Error(`${executablePath} is missing: run \`npm test\` once.`);
  const app = await electron.launch({
    executablePath,
    args: [...settings.args, `--user-data-dir=${userData}`, ...(packed ? [] : [projectFolder]), ...args],
    env: { ...settings.env, ...env },
  });
  const main = app.process();
  const ended = once(main, 'exit');
  let complaints = '';
  main.stderr?.on('data', (chunk) => {
    complaints += chunk;
  });
  const kill9 = async () => {
    // Playwright starts the app as the leader of a process group; Chromium's own processes stay in it.
    if (main.pid !== undefined) process.kill(process.platform === 'win32' ? main.pid : -main.pid, 'SIGKILL');
    await ended;
  };
  const window = await app.firstWindow().catch(async (error) => {
    await kill9();
    throw new Error(`The app opened no window.\n${complaints}`, { cause: error });
  });
  return {
    app,
    window,
    userData,
    close: () => app.close(),
    kill9,
  };
}

/** A folder in which the app has never run. */
export function newUserDataFolder(): string {
  return mkdtempSync(join(tmpdir(), 'nigao-user-data-'));
}
