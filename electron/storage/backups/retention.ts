const hour = 60 * 60 * 1000;
const day = 24 * hour;

/** How many are kept at which distance: the newest of each period, in milliseconds. */
type Retention = readonly Readonly<{ period: number; keep: number }>[];

/** Backups: the last three, and the newest of each of the last 7 days, 4 weeks and 12 months (of 30 days). */
export const backupRetention: Retention = [
  { period: 1, keep: 3 },
  { period: day, keep: 7 },
  { period: 7 * day, keep: 4 },
  { period: 30 * day, keep: 12 },
];

/** Versions nobody named: the last ten, and the newest of each of the last 24 hours, 30 days and 52 weeks. */
export const versionRetention: Retention = [
  { period: 1, keep: 10 },
  { period: hour, keep: 24 },
  { period: day, keep: 30 },
  { period: 7 * day, keep: 52 },
];

/**
 * Which may go. Periods are counted where there is something in them, not from today's date, so that a wrong clock
 * or a long holiday removes nothing.
 * @param times when each was made, milliseconds since 1970; any order
 */
export const timesToRemove = (times: readonly number[], retention: Retention): readonly number[] => {
  const newestFirst = [...times].sort((a, b) => b - a);
  const kept = new Set<number>();
  for (const { period, keep } of retention) {
    const periods = new Set<number>();
    for (const time of newestFirst) {
      const index = Math.floor(time / period);
      if (periods.has(index)) continue;
      if (periods.size === keep) break;
      periods.add(index);
      kept.add(time);
    }
  }
  return newestFirst.filter((time) => !kept.has(time));
};
