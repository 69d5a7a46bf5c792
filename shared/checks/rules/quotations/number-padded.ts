import { patternCheck } from '../tools/finding';
import { sources } from '../tools/sources';

export const numberPadded = patternCheck({
  id: 'form/number-padded',
  severity: 'should',
  source: sources.documentNumber,
  title: '引用的文号不加“第”，顺序号不编虚位',
  examples: {
    right: '落实《云川市质量提升行动方案》（云政发〔2025〕8号）要求。',
    wrong: '落实《云川市质量提升行动方案》（云政发〔2025〕第08号）要求。',
  },
  when: '〔',
  pattern: /([\u4e00-\u9fff]{1,10}〔\d{4}〕)(?:第0*|0+)(\d+)号/g,
  judge: ([text, head = '', value = '']) => ({
    message: `“${text}”应写作“${head}${value}号”。`,
    text: `${head}${value}号`,
  }),
});
