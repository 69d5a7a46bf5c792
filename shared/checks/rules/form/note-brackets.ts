import { blockText } from '../../../document/plain-text';
import type { BlockCheck } from '../../types';
import { findBlock, replacement } from '../tools/finding';
import { sources } from '../tools/sources';

const rule = {
  id: 'form/note-brackets',
  severity: 'should',
  source: sources.note,
  title: '附注加圆括号',
  examples: { right: '附注：（此件公开发布）', wrong: '附注：此件公开发布' },
} as const;

export const noteBrackets: BlockCheck = {
  ...rule,
  reads: 'block',
  run: (block) => {
    const text = blockText(block);
    if (block.type !== 'note' || text.trim() === '' || /^\s*[（(].*[）)]\s*$/.test(text)) return [];
    const range = { start: 0, end: text.length };
    const fixed = `（${text.trim().replace(/^[（(]|[）)。]$/g, '')}）`;
    return [findBlock(rule, block, '附注应加圆括号。', range, replacement(block, range, fixed))];
  },
};
