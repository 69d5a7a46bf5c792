import { byBlock } from '../../../document/by-block';
import { blockText } from '../../../document/plain-text';
import type { PartCheck } from '../../types';
import { findBlock } from '../tools/finding';
import { sources } from '../tools/sources';

const rule = {
  id: 'consistency/genre-in-text',
  severity: 'should',
  source: sources.editing,
  title: '正文里的“制定本方案”与标题的文种一致',
  examples: {
    right: '云川市推进标准化工作实施方案\n为推进标准化工作，特制定本方案。\n一、工作目标\n到2028年，制定地方标准12项。',
    wrong: '云川市推进标准化工作实施方案\n为推进标准化工作，特制定本规划。\n一、工作目标\n到2028年，制定地方标准12项。',
  },
} as const;

const words = '方案|规划|计划|意见|措施|办法|细则|预案|规定|纲要|规范|规则|章程|指南|通知';
const said = byBlock((block) => {
  if (block.type !== 'paragraph' && block.type !== 'clause') return [];
  return [
    ...blockText(block).matchAll(
      new RegExp(
        `(?:制定|制订|编制|提出)(?:了)?(?:以下|如下|本)([\\u4e00-\\u9fff]{0,4}?(${words}))(?=[。，：:,]|$)`,
        'g',
      ),
    ),
  ].map(({ 0: text, 2: genre = '', index }) => ({ block, text, genre, start: index, end: index + text.length }));
});

export const genreInText: PartCheck = {
  ...rule,
  reads: 'part',
  run: ({ part }) => {
    if (part.kind !== 'main') return [];
    const title = part.children.find(({ type }) => type === 'title');
    const name = (title ? blockText(title) : '').replace(/[（(][^（）()]*[）)]\s*$/, '').trim();
    const own = new RegExp(`(${words})$`).exec(name)?.[1];
    if (!own || own === '通知') return [];
    return part.children
      .flatMap(said)
      .flatMap(({ block, text, genre, start, end }) =>
        genre === own || (own === '意见' && genre === '措施') || name.includes(genre)
          ? []
          : [findBlock(rule, block, `标题的文种是“${own}”，这里写“${text}”，应当一致。`, { start, end })],
      );
  },
};
