import { patternCheck } from '../tools/finding';
import { sources } from '../tools/sources';

export const numberRange = patternCheck({
  id: 'form/number-range',
  severity: 'should',
  source: sources.numbers,
  title: '数值范围用“～”',
  examples: { right: '每年制定10～15项标准。', wrong: '每年制定10-15项标准。' },
  pattern:
    /(?<![\d.A-Za-z\-－–/〔（(第])(\d+(?:\.\d+)?)[-－–](\d+(?:\.\d+)?)(?=[个项家名人次天周米吨亩座条件户]|公里|小时|分钟|平方)/g,
  prose: true,
  judge: ([range, from = '', to = '']) =>
    Number(from) < Number(to) ? { message: `“${range}”应写作“${from}～${to}”。`, text: `${from}～${to}` } : null,
});
