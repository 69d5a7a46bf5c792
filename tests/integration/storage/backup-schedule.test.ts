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
