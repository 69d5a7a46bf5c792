import { mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { scheduleBackups } from '../../../electron/lifecycle/backup-schedule';
import { openMachineSettings } from '../../../electron/lifecycle/machine-settings';
import { openLog } from '../../../electron/log';
import { openLibrary } from '../../../electron/storage/open-library';
import { sampleDocument } from './sample-document';
import { temporaryFolder, temporaryLibrary } from './temporary-folder';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval', 'clearTimeout', 'clearInterval'] }));
afterEach(() => void vi.useRealTimers());

const minute = 60 * 1000;
/** Lets what a timer began on the disk come to its end. */
const until = async (isSo: () => boolean): Promise<void> => {
  for (let turns = 0; turns < 20_000 && !isSo(); turns += 1) await new Promise(setImmediate);
  expect(isSo()).toBe(true);
};
const backupsIn = (folder: string): number => readdirSync(folder).filter((name) => name.endsWith('.db')).length;

describe('daily backups into a second folder', () => {
  it('are written beside the app’s own; a stick that is away is told once, and is no folder of that name; back, it gets its backup', async () => {
    const places = temporaryLibrary();
    const library = await openLibrary(places);
    onTestFinished(library.close);
    library.documents.create(sampleDocument('document'));
    const stick = join(temporaryFolder(), '备份盘');
    mkdirSync(stick);
    const settings = openMachineSettings(places.settings);
    await settings.change({ backupFolder: stick });
    const away = `${stick}-away`;
    renameSync(stick, away);

    const told: string[] = [];
    const log = openLog(places.log);
    const failures = (): number => log.last(100).filter((line) => JSON.parse(line).event === 'backup elsewhere').length;
    onTestFinished(scheduleBackups({ library, settings, log, tell: (text) => void told.push(text) }));
    vi.advanceTimersByTime(minute);
    await until(() => failures() === 1);
    expect(backupsIn(places.backups)).toBe(1);
    vi.advanceTimersByTime(60 * minute);
    await until(() => failures() === 2);
    expect(told).toEqual([expect.stringContaining(`备份没有另存到“${stick}”`)]);
    expect(readFileSync(places.log, 'utf8')).not.toContain('社区食堂');

    renameSync(away, stick);
    vi.advanceTimersByTime(60 * minute);
    await until(() => backupsIn(stick) === 1);
    // Once a day is enough.
    vi.advanceTimersByTime(60 * minute);
    await new Promise(setImmediate);
    expect([backupsIn(stick), backupsIn(places.backups), told.length]).toEqual([1, 1, 1]);
  });
});

describe('the app’s own daily backup', () => {
  it('that fails is told once, in a sentence, until it works again', async () => {
    const places = temporaryLibrary();
    let isBroken = true;
    let looks = 0;
    const told: string[] = [];
    const log = openLog(places.log);
    const library = {
      backUpDaily: async () => {
        looks += 1;
        if (isBroken) throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
        return true;
      },
    };
    const settings = openMachineSettings(places.settings);
    onTestFinished(scheduleBackups({ library, settings, log, tell: (text) => void told.push(text) }));
    const look = async (): Promise<void> => {
      const before = looks;
      vi.advanceTimersByTime(60 * minute);
      await until(() => looks > before);
      await new Promise(setImmediate);
    };
    await look();
    await look();
    expect(told).toEqual([expect.stringMatching(/自动备份没有写成，文稿照常保存。.*磁盘已满/)]);
    isBroken = false;
    await look();
    isBroken = true;
    await look();
    expect(told).toHaveLength(2);
  });

  it('that comes upon damage says what to do, not that a disk is full', async () => {
    const places = temporaryLibrary();
    const told: string[] = [];
    const library = {
      backUpDaily: () => Promise.reject(Object.assign(new Error('quick_check'), { code: 'SQLITE_CORRUPT' })),
    };
    const settings = openMachineSettings(places.settings);
    const log = openLog(places.log);
    onTestFinished(scheduleBackups({ library, settings, log, tell: (text) => void told.push(text) }));
    vi.advanceTimersByTime(minute);
    await until(() => told.length > 0);
    expect(told[0]).toMatch(/文库文件有损坏.*重新启动/);
  });
});
