import { onceCheck } from '../tools/finding';
import { sources } from '../tools/sources';

export const straightQuotes = onceCheck({
  id: 'form/straight-quotes',
  severity: 'hint',
  source: sources.punctuation,
  title: '中文引号用“”',
  examples: { right: '实施“标准化+”行动。', wrong: '实施"标准化+"行动。' },
  pattern: /"|&quot;/g,
  message: (count) => `有 ${count} 处直引号，中文引号应为“”。`,
});
