import type { BlockCheck, RuleHead } from '../../types';
import { escapePattern } from '../tools/escape-pattern';
import { patternCheck } from '../tools/finding';
import { type Formula, formulas } from '../tools/formulas';
import { sources } from '../tools/sources';

/** Formulas that stand in quotation marks and do not; null where there are none such. */
export const formulaQuotesCheck = (head: RuleHead, known: readonly Formula[]): BlockCheck | null => {
  const quoted = known.filter(({ kind }) => kind === 'quoted').map(({ text }) => escapePattern(text));
  if (quoted.length === 0) return null;
  return patternCheck({
    ...head,
    pattern: new RegExp(`(?<![“"‘']|&quot;)(?:${quoted.join('|')})(?![”"’'&])(?![^“”]{0,20}”)(?![^《》]{0,60}》)`, 'g'),
    judge: ([words]) => ({ message: `“${words}”在词库中加引号，与词库不一致，请核对。` }),
  });
};

export const formulaQuotes = formulaQuotesCheck(
  {
    id: 'wording/formula-quotes',
    severity: 'hint',
    source: sources.formulas,
    title: '词库中加引号的简称加引号',
    examples: { right: '深化“放管服”改革，服务“三农”。', wrong: '深化放管服改革，服务三农。' },
  },
  formulas,
)!;
