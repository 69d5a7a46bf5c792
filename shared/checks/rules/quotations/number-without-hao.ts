import { patternCheck } from '../tools/finding';
import { sources } from '../tools/sources';

export const numberWithoutHao = patternCheck({
  id: 'consistency/number-without-hao',
  severity: 'should',
  source: sources.documentNumber,
  title: '引用的文号末尾有“号”',
  examples: {
    right: '落实《云川市质量提升行动方案》（云政发〔2025〕8号）要求。',
    wrong: '落实《云川市质量提升行动方案》（云政发〔2025〕8）要求。',
  },
  folded: true,
  when: '〔',
  pattern: /[\u4e00-\u9fff]{1,10}〔\d{4}〕\d+(?!\d|\s*[号號、，—-])/g,
  judge: ([number]) => ({ message: `文号“${number}”末尾缺“号”。`, text: `${number}号` }),
});
