import { allChecks } from '../../../shared/checks/all-checks';
import type { Check } from '../../../shared/checks/types';

const groups: Readonly<Record<string, string>> = {
  completeness: '完整性',
  depth: '充实性',
  consistency: '一致性',
  form: '规范性',
  wording: '用语',
  template: '模板',
};
const severities = { must: '必改', should: '建议', hint: '提示' } as const;
const tiers = { regulation: '条例', standard: '国标', practice: '实务', template: '模板' } as const;
const reads = { block: '段落', table: '表格', part: '部分', document: '全文' } as const;

const longest = 60;
const cut = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text);
const cell = (text: string): string => text.replace(/\|/g, '\\|').replace(/\t/g, ' ');

/** Of an example the lines that the other one does not have: what makes the difference. */
const differing = (example: string, other: string): string => {
  const known = new Set(other.split('\n'));
  const lines = example.split('\n').filter((line) => !known.has(line));
  return lines.length === 0 ? '（没有另一例中的这些内容）' : lines.slice(0, 2).map(cut).map(cell).join('<br>');
};

const row = ({ id, title, severity, source, reads: scope, examples }: Check): string =>
  `| \`${id}\` | ${cell(title)} | ${severities[severity]} | ${tiers[source.tier]}：${cell(source.clause)} | ${reads[scope]} | ${differing(examples.right, examples.wrong)} | ${differing(examples.wrong, examples.right)} |`;

/** The page that lists every rule, in Markdown. */
export const rulesPage = (): string => {
  const sections = Object.entries(groups).map(([group, name]) => {
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
