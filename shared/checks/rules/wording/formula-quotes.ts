import { patternCheck } from '../../finding';
import { formulas } from '../../formulas';
import { sources } from '../../sources';

const quoted = formulas.filter(({ kind }) => kind === 'quoted').map(({ text }) => text);

export const formulaQuotes = patternCheck({
  id: 'wording/formula-quotes',
  severity: 'hint',
  source: sources.formulas,
  title: '词库中加引号的简称加引号',
  examples: { right: '深化“放管服”改革，服务“三农”。', wrong: '深化放管服改革，服务三农。' },
  pattern: new RegExp(`(?<![“"‘']|&quot;)(?:${quoted.join('|')})(?![”"’'&])(?![^“”]{0,20}”)(?![^《》]{0,60}》)`, 'g'),
  judge: ([words]) => ({ message: `“${words}”在词库中加引号，与词库不一致，请核对。` }),
});
