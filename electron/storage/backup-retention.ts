const day = 24 * 60 * 60 * 1000;

/** How many backups are kept at which distance: the newest of each period. */
const rules = [
  { period: 1, keep: 3 },
  { period: day, keep: 7 },
  { period: 7 * day, keep: 4 },
  { period: 30 * day, keep: 12 },
] as const;

/**
 * Which backups may go. Kept are the last three, and the newest one of each of the last 7 days, 4 weeks and 12
 * months (of 30 days) that have one. Counted in backups, not from today's date, so that a wrong clock or a long
 * holiday removes nothing.
 * @param times when each backup was made, milliseconds since 1970; any order
 */
export const backupsToRemove = (times: readonly number[]): readonly number[] => {
  const newestFirst = [...times].sort((a, b) => b - a);
  const kept = new Set<number>();
  for (const { period, keep } of rules) {
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
