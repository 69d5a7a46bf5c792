import { isCalendarDay } from '../tools/calendar';
import { patternCheck } from '../tools/finding';
import { sources } from '../tools/sources';

export const dottedDate = patternCheck({
  id: 'form/dotted-date',
  severity: 'should',
  source: sources.numbers,
  title: '正文里的日期写年、月、日',
  examples: { right: '2026年3月5日前报送。', wrong: '2026.3.5前报送。' },
  pattern: /(?<![\d.\-/A-Za-z第])((?:19|20)\d{2})([./-])(\d{1,2})\2(\d{1,2})(?![\d.\-/A-Za-z])/g,
  prose: true,
  judge: ([date, year, , month, day]) => {
    if (!isCalendarDay(Number(year), Number(month), Number(day))) return null;
    const text = `${year}年${Number(month)}月${Number(day)}日`;
    return { message: `“${date}”应写作“${text}”。`, text };
  },
});
