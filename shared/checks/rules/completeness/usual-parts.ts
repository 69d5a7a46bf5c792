import type { Genre } from '../../../document/document';
import { blockText } from '../../../document/plain-text';
import { foldedText } from '../../../recognise/lines/folded-text';
import type { DocumentCheck } from '../../types';
import { findDocument } from '../tools/finding';
import { sources } from '../tools/sources';

type UsualPart = Readonly<{
  id: string;
  title: string;
  message: string;
  genres: readonly Genre[];
  /** In a heading of any level, or anywhere in the text where `anywhere` is set. */
  words: RegExp;
  anywhere?: true;
  right: string;
  wrong: string;
}>;

const draft = (title: string, ...lines: string[]): string => [title, ...lines].join('\n');

const parts: readonly UsualPart[] = [
  {
    id: 'completeness/steps-missing',
    title: '实施方案写明步骤或进度',
    message: '没有写到实施步骤或进度安排，实施方案通常要写。',
    genres: ['implementation-scheme'],
    words: /步骤|进度|阶段|时间安排|时间节点|年(?:底|\d{1,2}月)[^。]{0,6}前/,
    anywhere: true,
    right: draft(
      '云川市推进标准化工作实施方案',
      '一、工作任务',
      '编制标准体系表。',
      '二、实施步骤',
      '分动员、实施、总结三个阶段。',
    ),
    wrong: draft('云川市推进标准化工作实施方案', '一、工作任务', '编制标准体系表。', '二、工作要求', '加强协调。'),
  },
  {
    id: 'completeness/background-missing',
    title: '规划写明现有基础和面临的形势',
    message: '没有写到现有基础、面临的形势，规划通常要写。',
    genres: ['plan'],
    words: /基础|现状|形势|背景|环境|回顾|成效|机遇|挑战/,
    right: draft(
      '云川市标准化发展规划（2026—2030年）',
      '一、发展基础',
      '已有标准320项。',
      '二、主要任务',
      '编制标准体系表。',
    ),
    wrong: draft(
      '云川市标准化发展规划（2026—2030年）',
      '一、总体要求',
      '建设标准体系。',
      '二、主要任务',
      '编制标准体系表。',
    ),
  },
  {
    id: 'completeness/key-projects-missing',
    title: '规划列出重点工程、项目或者专栏',
    message: '没有列出重点工程、项目或者专栏，规划通常要列。',
    genres: ['plan'],
    words: /专栏|工程|项目|重大举措|重点行动/,
    right: draft(
      '云川市标准化发展规划（2026—2030年）',
      '一、发展基础',
      '已有标准320项。',
      '二、重点工程',
      '建设标准信息平台。',
    ),
    wrong: draft(
      '云川市标准化发展规划（2026—2030年）',
      '一、发展基础',
      '已有标准320项。',
      '二、主要任务',
      '编制标准体系表。',
    ),
  },
  {
    id: 'completeness/validity-missing',
    title: '意见、措施写明施行日期或有效期',
    message: '没有写施行日期或有效期，作为规范性文件印发时应当写明。',
    genres: ['opinion', 'implementation-opinion', 'measures'],
    words: /施行|有效期|起实施|起执行|之日起/,
    anywhere: true,
    right: draft(
      '云川市支持标准化工作若干措施',
      '一、支持制定标准',
      '给予奖补。',
      '本措施自2026年5月1日起施行，有效期3年。',
    ),
    wrong: draft('云川市支持标准化工作若干措施', '一、支持制定标准', '给予奖补。', '二、支持标准试点', '给予补助。'),
  },
];

const usualPart = ({ id, title, message, genres, words, anywhere, right, wrong }: UsualPart): DocumentCheck => {
  const rule = { id, severity: 'hint', source: sources.functions, title, examples: { right, wrong } } as const;
  return {
    ...rule,
    reads: 'document',
    run: ({ meta, parts: all }) => {
      if (!genres.includes(meta.genre)) return [];
      const main = all.find(({ kind }) => kind === 'main')?.children ?? [];
      const shown = main.some(
        (block) =>
          (block.type === 'boxTitle' && words.test('专栏')) ||
          ((anywhere || block.type === 'clause') &&
            words.test(block.type === 'clause' && !anywhere ? blockText(block).slice(0, 40) : foldedText(block))),
      );
      return shown ? [] : [findDocument(rule, message)];
    },
  };
};

/** What a genre usually has besides the four functions. */
export const usualParts: readonly DocumentCheck[] = parts.map(usualPart);
