import { execFileSync } from 'node:child_process';

const mount = (command: string, ...args: string[]) => execFileSync(command, args, { stdio: 'ignore' });

/**
 * Runs work while `folder` is a file system of its own, to meet a full or read-only disk for real.
 * @param options of mount(8) for a tmpfs, e.g. `size=64k` or `ro`
 * @param skip ends the test with a reason where such a file system cannot be mounted
 */
export const onMounted = async (
  folder: string,
  options: string,
  skip: (why: string) => void,
  work: () => Promise<void>,
): Promise<void> => {
  try {
    mount('mount', '-t', 'tmpfs', '-o', options, 'tmpfs', folder);
  } catch {
    return skip('only root on Linux can mount a file system of its own');
  }
  try {
    await work();
  } finally {
    // Lazily: what failed in between may have left a program in it, and is what is to be told.
    mount('umount', '--lazy', folder);
  }
};

/** Makes the file system mounted there read-only (`ro`), or writable again (`rw`). */
export const remount = (folder: string, how: 'ro' | 'rw'): void => void mount('mount', '-o', `remount,${how}`, folder);
