import { run } from './set-up/run.mjs';
import { hasDisplay } from './set-up/system-packages.mjs';

/**
 * Runs a program that opens windows: on the screen, or on a virtual one where there is none.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>} its exit code
 */
export function runWithDisplay(command, args, options = {}) {
  if (hasDisplay()) return run(command, args, options);
  // xvfb-run's own default is a small screen.
  return run('xvfb-run', ['-a', '-s', '-screen 0 1920x1200x24', command, ...args], options);
}
