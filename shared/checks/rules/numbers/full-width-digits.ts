import { patternCheck } from '../tools/finding';
import { sources } from '../tools/sources';

export const fullWidthDigits = patternCheck({
  id: 'form/full-width-digits',
  severity: 'should',
  source: sources.numbers,
  title: '阿拉伯数字、百分号和字母用半角',
  examples: { right: '到2028年制定12项标准。', wrong: '到２０２８年制定１２项标准。' },
  pattern: /[０-９Ａ-Ｚａ-ｚ％．＋]*[０-９Ａ-Ｚａ-ｚ％][０-９Ａ-Ｚａ-ｚ％．＋]*/g,
  judge: ([text]) => ({ message: `“${text}”应为半角“${text.normalize('NFKC')}”。`, text: text.normalize('NFKC') }),
});
