import { derivedDocument, derivedHeading, derivedParagraph, derivedTable } from '../../document/derived-document';
import type { GovDocument } from '../../document/document';
import type { Sheet } from '../../export/xlsx/write-xlsx';
import { type Coverage, type CoverageItem, type LinkReason, orphans } from './coverage';

export const reasonNames: Readonly<Record<LinkReason, string>> = {
  said: '人工确认',
  indicator: '同一指标',
  words: '用语相近',
};

const head = ['序号', '目标', '支撑任务', '依据'] as const;

type Line = Readonly<{ item: CoverageItem; tasks: string; why: string }>;

const linesOf = ({ tasks, links }: Coverage, items: readonly CoverageItem[]): readonly Line[] => {
  const texts = new Map(tasks.map(({ key, text }) => [key, text] as const));
  return items.map((item) => {
    const own = links.filter(({ from }) => from === item.key);
    return {
      item,
      tasks: own.map(({ to }) => texts.get(to) ?? '').join('；'),
      why: own
        .map(({ reason, shared }) => `${reasonNames[reason]}${shared.length > 0 ? `：${shared.join('、')}` : ''}`)
        .join('；'),
    };
  });
};

const goalRows = (coverage: Coverage): string[][] =>
  linesOf(coverage, coverage.goals).map(({ item, tasks, why }, at) => [
    String(at + 1),
    item.text,
    tasks || '没有对应的任务',
    why,
  ]);
const safeguardRows = (coverage: Coverage): string[][] =>
  linesOf(coverage, coverage.safeguards).map(({ item, tasks, why }, at) => [
    String(at + 1),
    item.text,
    tasks || (coverage.general.has(item.key) ? '各项任务' : '没有对应的任务'),
    why,
  ]);

/** 覆盖情况 as a document of its own: goals with their tasks, tasks for no goal, safeguards with their tasks. */
export const coverageDocument = (title: string, coverage: Coverage): GovDocument => {
  const { tasks } = orphans(coverage);
  return derivedDocument(`${title}目标任务覆盖表`, [
    derivedHeading('目标和支撑任务'),
    derivedTable(head, goalRows(coverage)),
    derivedHeading('没有对应目标的任务'),
    ...(tasks.length === 0
      ? [derivedParagraph('每项任务都有对应的目标。')]
      : [
          derivedTable(
            ['序号', '任务'],
            tasks.map(({ text }, at) => [String(at + 1), text]),
          ),
        ]),
    derivedHeading('保障措施和保障的任务'),
    coverage.safeguards.length === 0
      ? derivedParagraph('没有读到保障措施。')
      : derivedTable(['序号', '保障措施', '保障的任务', '依据'], safeguardRows(coverage)),
  ]);
};

/** The matrix itself as a sheet of a workbook: goals and safeguards down, tasks across. */
export const coverageSheet = ({ goals, tasks, safeguards, links, general }: Coverage): Sheet => {
  const linked = new Map(links.map((link) => [`${link.from}\n${link.to}`, link] as const));
  const row = (kind: string, { key, text }: CoverageItem): string[] => [
    kind,
    text,
    ...tasks.map((task) => {
      const link = linked.get(`${key}\n${task.key}`);
      return link ? (link.reason === 'words' ? '○' : '●') : general.has(key) ? '△' : '';
    }),
  ];
  return {
    name: '目标任务覆盖表',
    widths: [10, 36, ...tasks.map(() => 12)],
    rows: [
      ['类别', '内容', ...tasks.map(({ text }) => text)],
      ...goals.map((goal) => row('目标', goal)),
      ...safeguards.map((safeguard) => row('保障措施', safeguard)),
    ],
  };
};
