import { leavesText } from '../../../document/plain-text';
import type { TextLeaf } from '../../../document/text';
import type { BlockCheck } from '../../types';
import { findBlock } from '../tools/finding';
import { sources } from '../tools/sources';

const rule = {
  id: 'completeness/placeholder-left',
  severity: 'must',
  source: sources.revision,
  title: '模板的待填内容都已写好',
  examples: { right: '到2028年，制定地方标准12项。', wrong: '到{目标年份}，制定地方标准{数量}项。' },
} as const;

/** Open prompts with their offsets in the text. */
const openPrompts = (leaves: readonly TextLeaf[]): { start: number; text: string }[] =>
  leaves.flatMap((leaf, index) =>
    leaf.placeholder ? [{ start: leavesText(leaves.slice(0, index)).length, text: leaf.text }] : [],
  );

export const placeholderLeft: BlockCheck = {
  ...rule,
  reads: 'block',
  run: (block) => {
    if (block.type === 'table') {
      const open = block.children.flatMap((row) => row.children.flatMap((cell) => openPrompts(cell.children)));
      return open.length > 0 ? [findBlock(rule, block, `表中还有 ${open.length} 处没有填写。`)] : [];
    }
    const open = openPrompts(block.children);
    const [first] = open;
    if (!first) return [];
    const names = open.map(({ text }) => text).join('、');
    const range = { start: first.start, end: first.start + first.text.length };
    return [findBlock(rule, block, `还有 ${open.length} 处没有填写：${names}。`, range)];
  },
};
