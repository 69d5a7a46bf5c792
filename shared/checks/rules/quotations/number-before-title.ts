import { patternCheck } from '../tools/finding';
import { sources } from '../tools/sources';

export const numberBeforeTitle = patternCheck({
  id: 'form/number-before-title',
  severity: 'should',
  source: sources.quoting,
  title: '引用公文先写标题，后在括号里写文号',
  examples: {
    right: '落实《云川市质量提升行动方案》（云政发〔2025〕8号）要求。',
    wrong: '落实云政发〔2025〕8号《云川市质量提升行动方案》要求。',
  },
  folded: true,
  when: '〔',
  pattern: /[\u4e00-\u9fff]{1,6}[发办字函规]〔\d{4}〕\d+号(?:文件)?《[^《》]{4,100}》/g,
  judge: ([text]) => ({ message: `“${text.slice(0, 24)}”：引用公文应先写标题，后在括号里写文号。` }),
});
