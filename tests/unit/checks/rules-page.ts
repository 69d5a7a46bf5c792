import { allChecks } from '../../../shared/checks/all-checks';
import { describeExamples, ruleGroups } from '../../../shared/checks/describe-examples';
import { type Check, severityNames, tierNames } from '../../../shared/checks/types';

const reads = { block: '段落', table: '表格', part: '部分', document: '全文' } as const;

const cell = (text: string): string => text.replace(/\|/g, '\\|').replace(/\t/g, ' ');
const lines = (texts: readonly string[]): string =>
  texts.length === 0 ? '（没有另一例中的这些内容）' : texts.map(cell).join('<br>');

const row = (check: Check): string => {
  const { id, title, severity, source, reads: scope } = check;
  const { right, wrong } = describeExamples(check);
  return `| \`${id}\` | ${cell(title)} | ${severityNames[severity]} | ${tierNames[source.tier]}：${cell(source.clause)} | ${reads[scope]} | ${lines(right)} | ${lines(wrong)} |`;
};

/** The page that lists every rule, in Markdown. */
export const rulesPage = (): string => {
  const sections = Object.entries(ruleGroups).map(([group, name]) => {
    const rules = allChecks.filter(({ id }) => id.startsWith(`${group}/`));
    return [
      `## ${name}（${rules.length} 条）`,
      '',
      '| 编号 | 要求 | 程度 | 依据 | 看哪里 | 对 | 错 |',
      '|---|---|---|---|---|---|---|',
      ...rules.map(row),
      '',
    ].join('\n');
  });
  return [
    '# 校核规则',
    '',
    `共 ${allChecks.length} 条。本页由规则本身生成，规则改了，运行 \`vitest run --project unit tests/unit/checks -u\` 更新。`,
    '示例只列对与错不同的地方；“看哪里”是规则所读的范围，改动一处只重查读到它的规则。',
    '',
    ...sections,
  ].join('\n');
};
