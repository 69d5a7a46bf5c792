import { blockText } from '../../../document/plain-text';
import type { BlockCheck } from '../../types';
import { findBlock, replacement } from '../tools/finding';
import { sources } from '../tools/sources';

const rule = {
  id: 'form/salutation-colon',
  severity: 'should',
  source: sources.recipients,
  title: '主送机关末尾用全角冒号',
  examples: {
    right: '主送：各县（市、区）人民政府，市政府各部门：',
    wrong: '主送：各县（市、区）人民政府，市政府各部门。',
  },
} as const;

export const salutationColon: BlockCheck = {
  ...rule,
  reads: 'block',
  run: (block) => {
    const text = blockText(block).trimEnd();
    // A half-width colon is said with the rest of the half-width marks.
    if (
      block.type !== 'salutation' ||
      text === '' ||
      /[：:]$/.test(text) ||
      block.children.some(({ placeholder }) => placeholder)
    )
      return [];
    const stray = /[。，；、.,;]$/.test(text);
    const range = { start: text.length - (stray ? 1 : 0), end: text.length };
    return [findBlock(rule, block, '主送机关末尾应为全角冒号“：”。', range, replacement(block, range, '：'))];
  },
};
