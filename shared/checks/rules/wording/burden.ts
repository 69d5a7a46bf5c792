import { onceCheck } from '../tools/finding';
import { sources } from '../tools/sources';

export const burden = onceCheck({
  id: 'wording/burden',
  severity: 'hint',
  source: sources.burden,
  title: '不随意要求一票否决、签责任状、设工作群和台账',
  examples: {
    right: '由市市场监管局每年评价一次实施情况。',
    wrong: '各县签订责任状，实行一票否决。',
  },
  pattern: /一票否决|责任状|每日一报|日报告制度|每周一报|零报告|(?:微信|QQ|工作)群/g,
  message: (count, words) => `有 ${count} 处可能增加基层负担的要求（${words.join('、')}），请核对依据。`,
});
