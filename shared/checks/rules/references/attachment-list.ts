import { blockText } from '../../../document/plain-text';
import { fold } from '../../../recognise/lines/fold';
import type { DocumentCheck } from '../../types';
import { findBlock } from '../tools/finding';
import { sources } from '../tools/sources';

const rule = {
  id: 'consistency/attachment-list',
  severity: 'should',
  source: sources.attachments,
  title: '附件说明中的名称与附件标题一致',
  examples: {
    right:
      '云川市推进标准化工作实施方案\n一、工作任务\n指标见附件1，任务分工见附件2。\n附件：1.指标表\n2.任务清单\n附件1\n指标表\n标准数12项，由市市场监管局填报。\n附件2\n任务清单\n编制体系表，由市市场监管局负责。',
    wrong:
      '云川市推进标准化工作实施方案\n一、工作任务\n指标见附件1，任务分工见附件2。\n附件：1.指标表\n2.任务分解表\n附件1\n指标表\n标准数12项，由市市场监管局填报。\n附件2\n任务清单\n编制体系表，由市市场监管局负责。',
  },
} as const;

const plain = (text: string): string => fold(text).replace(/[\s《》“”（）()。；]/g, '');

/**
 * The list of attachments is made from their titles, so it can differ only in a text that was read: what its own list
 * said otherwise was set aside.
 */
export const attachmentList: DocumentCheck = {
  ...rule,
  reads: 'document',
  run: ({ parts, setAside }) => {
    const titles = parts
      .filter(({ kind }) => kind === 'attachment')
      .map(({ children }) => children.find(({ type }) => type === 'title'));
    if (titles.length === 0) return [];
    // The first item may be the plan itself.
    const written = new Set(
      parts.flatMap(({ children }) => children.filter(({ type }) => type === 'title').map(blockText)).map(plain),
    );
    return setAside.flatMap(({ text }) => {
      const item = /^\s*(?:附件\s*[：:]?)?\s*(\d{1,2})\s*[.．、]\s*(.{2,60})$/.exec(text);
      const title = titles[Number(item?.[1]) - 1];
      const name = item?.[2]?.trim() ?? '';
      if (!title || plain(blockText(title)) === '' || written.has(plain(name))) return [];
      return [findBlock(rule, title, `附件说明里写作“${name}”，与附件的标题不一致。`)];
    });
  },
};
