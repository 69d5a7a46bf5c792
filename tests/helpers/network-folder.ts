import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** A folder that is reached through another program, as one on a network drive is. */
export type NetworkFolder = Readonly<{
  /** Where it is reached. */
  path: string;
  /** Where its files really lie. */
  source: string;
  /** What a cable that is pulled out does: every call on it fails, also on files that are open. */
  cut(): void;
  /** It is there again, under the same path; files that were open stay lost. */
  connect(): Promise<void>;
}>;

/** Debian has it in a package of this name. */
const server = 'bindfs';
/** statfs(2) of a folder that FUSE serves. */
const fuse = 0x65735546;

/**
 * Mounts a folder by FUSE, which the app knows as a network drive.
 * @returns null where it cannot be mounted
 */
export const networkFolder = async (): Promise<NetworkFolder | null> => {
  const folderFor = (name: string) => mkdtempSync(join(tmpdir(), `nigao-${name}-`));
  const [source, path] = [folderFor('server'), folderFor('network')];
  const run = (command: string, ...args: string[]) => execFileSync(command, args, { stdio: 'ignore' });
  let serving: ChildProcess | null = null;
  const connect = async (): Promise<void> => {
    let failed = false;
    const child = spawn(server, ['-f', source, path], { stdio: 'ignore' });
    child.once('error', () => {
      failed = true;
    });
    child.once('exit', () => {
      failed = true;
    });
    for (let tries = 0; tries < 100 && !failed; tries += 1) {
      await wait(20);
      if (statfsSync(path).type >>> 0 !== fuse) continue;
      serving = child;
      return;
    }
    throw new Error('not mounted');
  };
  try {
    await connect();
  } catch {
    return null;
  }
  return {
    path,
    source,
    cut: () => {
      if (!serving) return;
      serving.kill('SIGKILL');
      serving = null;
      run('umount', '--lazy', path);
    },
    connect,
  };
};
