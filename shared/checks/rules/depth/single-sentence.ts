import { blockText } from '../../../document/plain-text';
import type { PartCheck } from '../../types';
import { findBlock } from '../tools/finding';
import { sources } from '../tools/sources';

const rule = {
  id: 'depth/single-sentence',
  severity: 'hint',
  source: sources.editing,
  title: '一个部分不止一句话',
  examples: {
    right: `云川市推进标准化工作实施方案\n一、工作目标\n${'到2028年，制定电机、茶叶、陶瓷标准12项，建成园区3个。'.repeat(12)}\n二、工作任务\n${'编制电机、茶叶、陶瓷三个产业的标准体系表，逐年修订。'.repeat(12)}\n三、保障措施\n${'安排专项资金，每年评价使用情况，结果公开。'.repeat(12)}`,
    wrong: `云川市推进标准化工作实施方案\n一、工作目标\n${'到2028年，制定电机、茶叶、陶瓷标准12项，建成园区3个。'.repeat(12)}\n二、工作任务\n${'编制电机、茶叶、陶瓷三个产业的标准体系表，逐年修订。'.repeat(12)}\n三、保障措施\n加强组织领导。`,
  },
} as const;

const shortest = 40;

/** A chapter of less than a line and a half in a text of pages. */
export const singleSentence: PartCheck = {
  ...rule,
  reads: 'part',
  run: ({ part, outline }) => {
    const chapters = outline.children.filter(({ kind, level }) => kind === 'clause' && level === 1);
    if (part.kind !== 'main' || chapters.length < 3) return [];
    const sized = chapters.map((node) => ({
      node,
      length: part.children
        .slice(node.start, node.end)
        .reduce((sum, block) => sum + blockText(block).length, -node.text.length),
    }));
    const usual =
      sized.map(({ length }) => length).toSorted((one, other) => one - other)[Math.floor(sized.length / 2)] ?? 0;
    return sized.flatMap(({ node, length }) => {
      const block = part.children[node.start];
      if (usual < shortest * 5 || length >= shortest || length === 0 || !block) return [];
      return [findBlock(rule, block, `“${node.label}${node.text}”只有 ${length} 字，其他部分一般有 ${usual} 字。`)];
    });
  },
};
