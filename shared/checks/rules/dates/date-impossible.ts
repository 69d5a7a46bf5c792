import { isCalendarDay } from '../tools/calendar';
import { patternCheck } from '../tools/finding';
import { sources } from '../tools/sources';

export const dateImpossible = patternCheck({
  id: 'form/date-impossible',
  severity: 'must',
  source: sources.revision,
  title: '写出的日期确有其日',
  examples: { right: '2026年2月28日前完成编制。', wrong: '2026年2月30日前完成编制。' },
  pattern: /(?<!\d)(\d{4})年(\d{1,2})月(\d{1,2})日/g,
  judge: ([date, year, month, day]) =>
    isCalendarDay(Number(year), Number(month), Number(day)) ? null : { message: `没有“${date}”这一天，请核对。` },
});
