import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout this script belongs to. */
export const projectFolder = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/**
 * Whether this file is the program that was started, rather than imported.
 * @param {string} moduleUrl its import.meta.url
 */
export function isProgram(moduleUrl) {
  return process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(moduleUrl);
}

/** A failure whose message is meant for the person at the terminal; it needs no stack. */
export class SetUpError extends Error {}

/**
 * Tells the person what happens. On stderr, because `npm run nigao` keeps stdout for its results.
 * @param {string} text
 */
export function say(text) {
  process.stderr.write(`[准备] ${text}\n`);
}

/** The environment in which the project's own tools, and its Node 24 where installed, come first. */
function toolEnvironment() {
  const key = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  const tools = join(projectFolder, 'node_modules', '.bin');
  return { ...process.env, [key]: `${tools}${delimiter}${process.env[key] ?? ''}` };
}

/**
 * Runs a program to its end and gives its exit code (1 when a signal ended it).
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions & { onStart?: (child: import('node:child_process').ChildProcess) => void }} [options] stdio is inherited unless given
 * @returns {Promise<number>}
 */
export function run(command, args, { onStart, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: projectFolder,
      env: toolEnvironment(),
      stdio: 'inherit',
      // npm, npx and the tools in .bin are .cmd files on Windows, which only a shell starts.
      shell: process.platform === 'win32',
      ...options,
    });
    onStart?.(child);
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}

/**
 * Runs a program for its effect, with all its output on stderr.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @throws {SetUpError} when it ends with another code than 0
 */
export async function runOrFail(command, args, options = {}) {
  const code = await run(command, args, { stdio: ['ignore', 2, 2], ...options });
  if (code !== 0) throw new SetUpError(`命令失败（${code}）：${[command, ...args].join(' ')}`);
}

/**
 * Runs a program to its end and gives its exit code with all it printed.
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {Promise<{ code: number, text: string }>}
 */
export async function capture(command, args) {
  let text = '';
  const code = await run(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    onStart: (child) => {
      for (const stream of [child.stdout, child.stderr]) {
        stream?.setEncoding('utf8').on('data', (chunk) => {
          text += chunk;
        });
      }
    },
  });
  return { code, text };
}

/**
 * What a program printed, whatever its exit code; empty when it is not installed.
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {string}
 */
export function output(command, args) {
  return spawnSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).stdout ?? '';
}

/**
 * @param {import('node:crypto').BinaryLike} data
 * @returns {string} in the form of npm's `integrity`
 */
export function integrityOf(data) {
  return `sha512-${createHash('sha512').update(data).digest('base64')}`;
}
