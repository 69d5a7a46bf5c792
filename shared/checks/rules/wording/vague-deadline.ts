import { onceCheck } from '../tools/finding';
import { sources } from '../tools/sources';

export const vagueDeadline = onceCheck({
  id: 'wording/vague-deadline',
  severity: 'hint',
  source: sources.editing,
  title: '时限写明，不用“尽快”“适时”“择机”',
  examples: { right: '2026年6月底前出台办法。', wrong: '尽快出台办法，择机开展试点。' },
  pattern: /尽快|尽早|适时|择机|条件成熟时|待条件成熟|力争早日/g,
  message: (count, words) => `有 ${count} 处时限不明确（${words.join('、')}），能定的请写明时间。`,
});
