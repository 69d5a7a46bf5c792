import type { DocumentCheck } from '../../types';
import { findBlock } from '../tools/finding';
import { sources } from '../tools/sources';
import type { UnitName } from './unit-aliases';

const rule = {
  id: 'consistency/unit-mixed',
  severity: 'should',
  source: sources.editing,
  title: '同一个单位全文用一个简称',
  examples: {
    right: '云川市推进标准化工作实施方案\n一、工作任务\n市发展改革委安排项目。\n二、保障措施\n市发展改革委统筹资金。',
    wrong: '云川市推进标准化工作实施方案\n一、工作任务\n市发展改革委安排项目。\n二、保障措施\n市发改委统筹资金。',
  },
} as const;

export const unitMixed: DocumentCheck = {
  ...rule,
  reads: 'document',
  run: (_document, { blocks, unitNames }) => {
    const bodies = new Map<string, UnitName[]>();
    for (const name of blocks.flatMap(unitNames)) {
      const uses = bodies.get(name.usual);
      if (uses) uses.push(name);
      else bodies.set(name.usual, [name]);
    }
    return [...bodies].flatMap(([usual, uses]) => {
      const forms = new Set(uses.map(({ text }) => text));
      if (forms.size < 2) return [];
      const kept = forms.has(usual) ? usual : uses[0]!.text;
      // Each other form is named once, where it stands first.
      return [...forms]
        .filter((form) => form !== kept)
        .map((form) => {
          const use = uses.find(({ text }) => text === form)!;
          return findBlock(rule, use.block, `“${form}”在文中也写作“${kept}”，应当统一。`, use);
        });
    });
  },
};
