import { patternCheck } from '../tools/finding';
import { sources } from '../tools/sources';

const days = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export const monthDay = patternCheck({
  id: 'form/month-day',
  severity: 'must',
  source: sources.revision,
  title: '不写年份的日期也确有其日',
  examples: { right: '每年4月30日前报送。', wrong: '每年4月31日前报送。' },
  pattern: /(?<![\d.]|\d{4}年)(\d{1,2})月(\d{1,2})日/g,
  judge: ([text, month, day]) => {
    const last = days[Number(month) - 1];
    const exists = last !== undefined && Number(day) >= 1 && Number(day) <= last;
    return exists ? null : { message: `没有“${text}”这一天，请核对。` };
  },
});
