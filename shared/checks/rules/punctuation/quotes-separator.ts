import { onceCheck } from '../tools/finding';
import { sources } from '../tools/sources';

export const quotesSeparator = onceCheck({
  id: 'form/quotes-separator',
  severity: 'hint',
  source: sources.punctuation,
  title: '并列的书名号之间、引号之间一般不用顿号',
  examples: { right: '落实《标准化法》《计量法》。', wrong: '落实《标准化法》、《计量法》。' },
  pattern: /》、(?=《)|”、(?=“)/g,
  message: (count) => `有 ${count} 处书名号或引号之间用了顿号，一般不用。`,
});
