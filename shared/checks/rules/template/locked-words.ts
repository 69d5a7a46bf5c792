import { blockText } from '../../../document/plain-text';
import { fixedWords, hasWords } from '../../../templates/fixed-words';
import { templateOf } from '../../../templates/template-of';
import type { DocumentCheck } from '../../types';
import { findBlock, findDocument } from '../tools/finding';
import { sources } from '../tools/sources';

const rule = {
  id: 'template/locked-words',
  severity: 'must',
  source: sources.template,
  title: '模板规定的固定文字没有改动',
  examples: {
    right:
      '模板：measures\n云川市若干措施\n一、减免租金\n减免三个月。\n本措施自2026年5月1日起施行，有效期至2028年4月30日。',
    wrong: '模板：measures\n云川市若干措施\n一、减免租金\n减免三个月。\n本措施自2026年5月1日起施行，长期有效。',
  },
} as const;

/** Sentences a template has locked: all of their words, in order, in one block. */
export const templateLockedWords: DocumentCheck = {
  ...rule,
  reads: 'document',
  run: (document, { blocks }) =>
    (templateOf(document)?.parts ?? [])
      .flatMap((part) => part.sections)
      .filter((section) => section.locked)
      .flatMap((section) =>
        fixedWords(section).flatMap((pieces) => {
          if (blocks.some((block) => hasWords(blockText(block), pieces))) return [];
          const words = pieces.join('…');
          const changed = blocks.find((block) => block.type !== 'table' && blockText(block).includes(pieces[0]!));
          if (changed) return [findBlock(rule, changed, `模板规定这里写“${words}”，文字已有改动。`)];
          return section.requirement === 'required' ? [findDocument(rule, `模板规定要写“${words}”，文中没有。`)] : [];
        }),
      ),
};
