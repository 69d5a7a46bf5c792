import { isCalendarDay } from '../tools/calendar';
import { patternCheck } from '../tools/finding';
import { sources } from '../tools/sources';

const names = '日一二三四五六';

export const weekday = patternCheck({
  id: 'consistency/weekday',
  severity: 'must',
  source: sources.revision,
  title: '日期与星期相符',
  examples: { right: '2026年3月5日（星期四）召开会议。', wrong: '2026年3月5日（星期五）召开会议。' },
  folded: true,
  when: '期',
  pattern: /(?<!\d)(\d{4})年(\d{1,2})月(\d{1,2})日[，（]?星期([一二三四五六日天])/g,
  judge: ([, year, month, day, name = '']) => {
    if (!isCalendarDay(Number(year), Number(month), Number(day))) return null;
    const right = names.charAt(new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDay());
    if (right === name.replace('天', '日')) return null;
    return { message: `${year}年${month}月${day}日是星期${right}，这里写作星期${name}，请核对。` };
  },
});
