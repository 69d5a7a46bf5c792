import { blockText } from '../../../document/plain-text';
import type { DocumentCheck } from '../../types';
import { readPeriod } from '../figures/period-years';
import { findBlock } from '../tools/finding';
import { sources } from '../tools/sources';

const rule = {
  id: 'consistency/title-years',
  severity: 'should',
  source: sources.revision,
  title: '通知标题与所附文件标题的起止年份一致',
  examples: {
    right:
      '云川市人民政府办公室关于印发云川市标准化工作行动计划（2026—2028年）的通知\n各县（市、区）人民政府：\n现印发给你们，请遵照实施。\n云川市人民政府办公室\n2026年3月5日\n云川市标准化工作行动计划（2026—2028年）\n一、工作目标\n到2028年，制定地方标准12项。',
    wrong:
      '云川市人民政府办公室关于印发云川市标准化工作行动计划（2026—2028年）的通知\n各县（市、区）人民政府：\n现印发给你们，请遵照实施。\n云川市人民政府办公室\n2026年3月5日\n云川市标准化工作行动计划（2026—2029年）\n一、工作目标\n到2028年，制定地方标准12项。',
  },
} as const;

export const titleYears: DocumentCheck = {
  ...rule,
  reads: 'document',
  run: ({ parts }) => {
    const periodIn = (kind: 'notice' | 'main') =>
      parts
        .find((part) => part.kind === kind)
        ?.children.map((block) => ({ block, period: readPeriod(block) }))
        .find(({ period }) => period !== null);
    const [notice, main] = [periodIn('notice'), periodIn('main')];
    if (!notice?.period || !main?.period) return [];
    if (notice.period.from === main.period.from && notice.period.to === main.period.to) return [];
    const said = `${notice.period.from}—${notice.period.to}年`;
    return [findBlock(rule, main.block, `通知标题写作${said}，这里是“${blockText(main.block)}”，应当一致。`)];
  },
};
