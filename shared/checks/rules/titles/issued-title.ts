import type { Part } from '../../../document/document';
import { blockText } from '../../../document/plain-text';
import type { DocumentCheck } from '../../types';
import { findBlock } from '../tools/finding';
import { sources } from '../tools/sources';

const rule = {
  id: 'consistency/issued-title',
  severity: 'should',
  source: sources.revision,
  title: '印发通知所说的文件名称与所印发文件的标题一致',
  examples: {
    right:
      '云川市人民政府办公室关于印发云川市标准化工作实施方案的通知\n各县（市、区）人民政府：\n《云川市标准化工作实施方案》经市政府审定，请遵照实施。\n云川市人民政府办公室\n2026年3月5日\n云川市标准化工作实施方案\n一、工作目标\n到2028年，制定地方标准12项。',
    wrong:
      '云川市人民政府办公室关于印发云川市标准化工作实施方案的通知\n各县（市、区）人民政府：\n《云川市标准化工作实施方案》经市政府审定，请遵照实施。\n云川市人民政府办公室\n2026年3月5日\n云川市标准化推进行动方案\n一、工作目标\n到2028年，制定地方标准12项。',
  },
} as const;

const titleOf = (part: Part | undefined) => part?.children.find((block) => block.type === 'title');

/** Marks, widths and bracketed years or states aside. */
const bare = (title: string): string => title.replace(/[（(][^（）()]*[）)]/g, '').replace(/[^\u4e00-\u9fff\d]/g, '');

export const issuedTitle: DocumentCheck = {
  ...rule,
  reads: 'document',
  run: ({ parts }) => {
    const notice = parts.find(({ kind }) => kind === 'notice');
    const title = titleOf(notice);
    const issued = titleOf(parts.find(({ kind }) => kind === 'main'));
    const named = /印发(.+)的通知/.exec(title ? blockText(title) : '')?.[1];
    if (!title || !issued || !named || /[两二三四五]个/.test(named)) return [];
    const [promised, actual] = [bare(named), bare(blockText(issued))];
    // Either may leave out the place or the issuer at its front, and one notice may issue several texts.
    if (promised === '' || actual === '' || promised.includes(actual) || actual.endsWith(promised)) return [];
    return [findBlock(rule, issued, `通知里的名称是“${named}”，这里的标题是“${blockText(issued)}”，应当一致。`)];
  },
};
