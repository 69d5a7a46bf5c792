import type { Genre } from './document';

/** Chinese name of each genre. */
export const genreNames: Readonly<Record<Genre, string>> = {
  plan: '规划',
  'action-plan': '行动计划',
  opinion: '意见',
  'implementation-opinion': '实施意见',
  'implementation-scheme': '实施方案',
  measures: '若干措施',
  notice: '通知',
  other: '其他',
};
