import type { WordComments } from '../../export/word-comments';
import { type Finding, severityNames } from '../types';

const fixWords = ({ fix }: Finding): string[] => {
  if (!fix) return [];
  if (fix.kind === 'clear-source-number') return ['可改用顺序编号。'];
  return [fix.text === '' ? '可删去。' : `可改为“${fix.text}”。`];
};

/** Findings as remarks beside the text of a Word file; they name the program, and nobody. */
export const reviewRemarks = (findings: readonly Finding[], at: number): WordComments => ({
  author: '拟稿校核',
  initials: '校',
  at,
  comments: findings.map((finding) => {
    const { blockId, severity, excerpt, message, source } = finding;
    const quoted = excerpt.trim().length > 1 && !message.includes(excerpt.trim()) ? `“${excerpt.trim()}”：` : '';
    return {
      blockId,
      lines: [`【${severityNames[severity]}】${quoted}${message}`, ...fixWords(finding), `依据：${source.clause}。`],
    };
  }),
});
