import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withLock } from '../../../scripts/set-up/lock.mjs';

const lockFile = () => join(mkdtempSync(join(tmpdir(), 'nigao-lock-')), 'set-up.lock');

test('two set-ups at the same time work one after the other', async () => {
  const file = lockFile();
  const events: string[] = [];
  const work = (name: string) =>
    withLock(file, async () => {
      events.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, 20));
      events.push(`${name} ends`);
    });
  await Promise.all([work('first'), work('second')]);
  expect(events).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
});

test('a lock left by a killed set-up is taken over', async () => {
  const file = lockFile();
  const gone = spawnSync(process.execPath, ['-e', '']).pid;
  writeFileSync(file, String(gone));
  expect(await withLock(file, async () => 'done')).toBe('done');
});

test('a lock without a sign of life is taken over, even if its process number is in use again', async () => {
  const file = lockFile();
  writeFileSync(file, String(process.pid));
  const longAgo = new Date(Date.now() - 120_000);
  utimesSync(file, longAgo, longAgo);
  expect(await withLock(file, async () => 'done')).toBe('done');
});

test('failed work gives the lock back', async () => {
  const file = lockFile();
  await expect(withLock(file, () => Promise.reject(new Error('no network')))).rejects.toThrow('no network');
  expect(existsSync(file)).toBe(false);
});
