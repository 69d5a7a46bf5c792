import { byBlock } from '../../../document/by-block';
import { listReferences } from '../../../references/list-references';
import { referenceNames } from '../../../references/reference-names';
import type { DocumentCheck } from '../../types';
import { findBlock } from '../tools/finding';
import { sources } from '../tools/sources';

const rule = {
  id: 'consistency/reference-broken',
  severity: 'must',
  source: sources.revision,
  title: '引用的条目、专栏、表、附件都在文中',
  examples: { right: '具体要求见附件1。', wrong: '具体要求见{引用：附件1}。' },
} as const;

const references = byBlock((block) => listReferences(block).map((reference) => ({ block, reference })));

export const referenceBroken: DocumentCheck = {
  ...rule,
  reads: 'document',
  run: (document, { blocks, labels }) => {
    const found = blocks.flatMap(references);
    if (found.length === 0) return [];
    const names = referenceNames(document, labels);
    return found.flatMap(({ block, reference: { target, text, start, end } }) =>
      names.nameOf(target, '') === undefined
        ? [findBlock(rule, block, `“${text}”所引用的内容已经不在文中或没有编号，请重新引用或改写。`, { start, end })]
        : [],
    );
  },
};
