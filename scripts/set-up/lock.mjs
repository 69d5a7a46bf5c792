import { mkdirSync, readFileSync, rmSync, statSync, utimes, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { say } from './run.mjs';

const heartbeat = 5_000;
/** A holder may be busy unpacking for some seconds; one this silent is gone. */
const silence = 60_000;

/**
 * Does the work while no other set-up does its own: two of them would both fetch the same 200 MB,
 * and `npm ci` of one would empty the node_modules that the other is using.
 * A lock left by a killed set-up does not count.
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(file, work) {
  mkdirSync(dirname(file), { recursive: true });
  for (let told = false; !take(file); told = true) {
    if (!told) say('另一个准备过程正在进行，等它完成。');
    await pause(500);
  }
  const beat = setInterval(() => utimes(file, new Date(), new Date(), () => {}), heartbeat);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    rmSync(file, { force: true });
  }
}

/**
 * @param {string} file
 * @returns {boolean}
 */
function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
  }
  if (holderLives(file)) return false;
  rmSync(file, { force: true });
  return take(file);
}

/**
 * A process of that number alone proves nothing: after a restart of the machine it can be another.
 * @param {string} file
 */
function holderLives(file) {
  try {
    if (Date.now() - statSync(file).mtimeMs > silence) return false;
    const holder = Number(readFileSync(file, 'utf8'));
    // Between its creation and its first byte the file is empty: its holder has only just come.
    if (holder > 0) process.kill(holder, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
