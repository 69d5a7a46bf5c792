import { patternCheck } from '../tools/finding';
import { sources } from '../tools/sources';

export const paddedDate = patternCheck({
  id: 'form/padded-date',
  severity: 'should',
  source: sources.date,
  title: '月、日不编虚位',
  examples: { right: '2026年3月5日前报送。', wrong: '2026年03月05日前报送。' },
  pattern: /(?<!\d)(\d{4}年)?(?:0(\d)月(?:0?(\d{1,2})日)?|(\d{1,2})月0(\d)日)/g,
  judge: ([date, year = '', month, day, fullMonth, paddedDay]) => {
    const text = `${year}${month ?? fullMonth}月${(day ?? paddedDay) === undefined ? '' : `${day ?? paddedDay}日`}`;
    return { message: `“${date}”应写作“${text}”。`, text };
  },
});
