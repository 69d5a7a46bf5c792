import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backupRetention, timesToRemove, versionRetention } from '../../../electron/storage/backups/retention';

const day = 24 * 60 * 60 * 1000;
const hour = 60 * 60 * 1000;
const start = Date.parse('2026-03-05T08:00:00Z');

const backupsToRemove = (times: readonly number[]) => timesToRemove(times, backupRetention);

describe('which backups may go', () => {
  it('none while there are few', () => {
    expect(backupsToRemove([])).toEqual([]);
    expect(backupsToRemove([start, start + 1, start + 2])).toEqual([]);
  });

  it('keeps about two dozen of three years of daily backups, back most of a year', () => {
    const times = Array.from({ length: 1000 }, (_, index) => start + index * day);
    const removed = new Set(backupsToRemove(times));
    const kept = times.filter((time) => !removed.has(time));
    expect(kept.length).toBeLessThanOrEqual(26);
    expect(kept.slice(-7)).toEqual(times.slice(-7));
    expect(times.at(-1)! - kept[0]!).toBeGreaterThan(300 * day);
  });

  it('never removes the last three, however close together', () => {
    const anyTimes = fc.uniqueArray(fc.integer({ min: 0, max: 2_000 * day }), { maxLength: 80 });
    fc.assert(
      fc.property(anyTimes, (times) => {
        const removed = backupsToRemove(times);
        const newest = [...times].sort((a, b) => b - a).slice(0, 3);
        expect(newest.filter((time) => removed.includes(time))).toEqual([]);
      }),
    );
  });

  it('removes nothing more when it is asked again', () => {
    const anyTimes = fc.uniqueArray(fc.integer({ min: 0, max: 2_000 * day }), { maxLength: 80 });
    fc.assert(
      fc.property(anyTimes, (times) => {
        const removed = new Set(backupsToRemove(times));
        expect(backupsToRemove(times.filter((time) => !removed.has(time)))).toEqual([]);
      }),
    );
  });
});

describe('which versions without a name may go', () => {
  it('keeps the last ten, one an hour for a day of work, one a day for a month, one a week for a year', () => {
    const times = Array.from({ length: 6 * 24 * 400 }, (_, index) => start + (index * hour) / 6);
    const removed = new Set(timesToRemove(times, versionRetention));
    const kept = times.filter((time) => !removed.has(time));
    expect(kept.length).toBeLessThanOrEqual(10 + 24 + 30 + 52);
    expect(kept.slice(-10)).toEqual(times.slice(-10));
    expect(times.at(-1)! - kept[0]!).toBeGreaterThan(350 * day);
  });
});
