/** Rules that say something about a date, a deadline or a period: 时间线 shows their findings beside the words. */
export const timeRules: ReadonlySet<string> = new Set([
  'consistency/deadline-past',
  'consistency/period-deadlines',
  'consistency/stages-descending',
  'consistency/weekday',
  'consistency/year-reversed',
  'form/date-impossible',
  'form/short-year',
  'form/year-range',
]);
