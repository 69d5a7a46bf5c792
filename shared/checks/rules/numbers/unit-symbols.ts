import { onceCheck } from '../tools/finding';
import { sources } from '../tools/sources';

export const unitSymbols = onceCheck({
  id: 'form/unit-symbols',
  severity: 'hint',
  source: sources.wording,
  title: '正文里的计量单位用中文',
  examples: { right: '建设检验场所3000平方米。', wrong: '建设检验场所3000㎡。' },
  pattern: /[㎡㎥㎏㎞㎜㎝]|(?<=\d)\s?(?:m2|m3|km2|m²|m³|km²)(?![A-Za-z0-9])/g,
  prose: true,
  message: (count, marks) => `有 ${count} 处用了单位符号（${marks.join(' ')}），正文里一般写中文单位。`,
});
