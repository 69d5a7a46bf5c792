import type { DocumentFunction } from '../functions/types';

/** Twelve kinds of section that plans and opinions are made of, in the order in which they usually stand. */
export const sectionKinds = [
  'background',
  'requirements',
  'ideology',
  'principles',
  'goals',
  'tasks',
  'steps',
  'safeguards',
  'organisation',
  'support',
  'supervision',
  'publicity',
] as const;
export type SectionKind = (typeof sectionKinds)[number];

export const sectionNames: Readonly<Record<SectionKind, string>> = {
  background: '基础和形势',
  requirements: '总体要求',
  ideology: '指导思想',
  principles: '基本原则',
  goals: '目标',
  tasks: '重点任务',
  steps: '实施步骤',
  safeguards: '保障措施',
  organisation: '组织领导',
  support: '资金和政策支持',
  supervision: '督导考核',
  publicity: '宣传引导',
};

/** The function that a section of a kind serves, where it serves one. */
export const sectionFunctions: Readonly<Partial<Record<SectionKind, DocumentFunction>>> = {
  ideology: 'guidingIdeology',
  goals: 'goals',
  tasks: 'tasks',
  safeguards: 'safeguards',
};

/** Words of headings, the most telling first: a heading is of the first kind that it names. */
const headingWords: readonly (readonly [SectionKind, RegExp])[] = [
  ['ideology', /指导思想|总体思路|工作思路|发展思路/],
  ['principles', /(?:基本|工作|主要|总体)?原则$/],
  ['background', /形势|背景|现状|发展基础|工作基础|基础(?:和|与)|重要意义|必要性|重大意义|成效|机遇/],
  ['requirements', /总体要求|基本要求$|总体部署|^总则/],
  ['goals', /目标|愿景/],
  ['steps', /步骤|进度|时间安排|阶段安排|实施阶段|工作安排/],
  ['supervision', /督查|督导|考核|评估|监督检查|监测评价|跟踪问效|检查/],
  ['publicity', /宣传|舆论|氛围|推广示范/],
  ['support', /资金|经费|财政|金融支持|政策(?:支持|扶持|保障|支撑|措施)|要素保障|投入/],
  [
    'organisation',
    /组织领导|组织保障|统筹协调|协调机制|组织协调|工作机制|领导机制|组织机构|加强领导|党的.{0,4}领导|协调推进|组织推进/,
  ],
  ['safeguards', /保障|组织实施|工作要求|实施机制|推进机制/],
  ['tasks', /任务|重点工作|主要工作|工作重点|主要举措|主要措施|重点举措|工作措施|工作内容|重点工程|专项行动|重点行动/],
];

/** The kind of section that a heading names; null for one on a subject of its own. */
export const kindOfHeading = (heading: string): SectionKind | null =>
  headingWords.find(([, words]) => words.test(heading.trim()))?.[0] ?? null;
