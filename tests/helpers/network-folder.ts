import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder that is reached through another program, as one on a network drive is. */
export type NetworkFolder = Readonly<{
  /** Where it is reached. */
  path: string;
  /** Where its files really lie. */
  source: string;
  /** What a cable that is pulled out does: every call on it fails, also on files that are open. */
  cut(): void;
  /** It is there again, under the same path; files that were open stay lost. */
  connect(): void;
}>;

/**
 * Mounts a folder by FUSE, which the app knows as a network drive: bindfs is in Debian's package of that name.
 * @returns null where it cannot be mounted
 */
export const networkFolder = (): NetworkFolder | null => {
  const [source, path] = ['nigao-server-', 'nigao-network-'].map((name) => mkdtempSync(join(tmpdir(), name)));
  const connect = (): void => void execFileSync('bindfs', [source!, path!], { stdio: 'ignore' });
  try {
    connect();
  } catch {
    return null;
  }
  return {
    path: path!,
    source: source!,
    cut: () => {
      const [pid] = spawnSync('pgrep', ['-f', `^bindfs ${source} `], { encoding: 'utf8' }).stdout.split('\n');
      if (!pid) throw new Error('bindfs is not running');
      process.kill(Number(pid), 'SIGKILL');
      execFileSync('umount', ['--lazy', path!], { stdio: 'ignore' });
    },
    connect,
  };
};
