import { functionNames } from '../../../functions/types';
import type { DocumentCheck } from '../../types';
import { findDocument } from '../tools/finding';
import { sources } from '../tools/sources';
import { functionExamples } from './function-examples';

const rule = {
  id: 'completeness/function-order',
  severity: 'should',
  source: sources.functions,
  title: '先写目标，再写任务，最后写保障措施',
  examples: { right: functionExamples.complete, wrong: functionExamples.turned },
} as const;

const order = ['goals', 'tasks', 'safeguards'] as const;

/** Looks only at functions that headings show: where prose serves one, its place says little. */
export const functionOrder: DocumentCheck = {
  ...rule,
  reads: 'document',
  run: (_document, { functions, blocks }) => {
    const places = new Map(blocks.map(({ id }, at) => [id, at] as const));
    const starts = order.flatMap((name) => {
      if (functions[name].state === 'not-required') return [];
      const headed = functions[name].places.filter(
        ({ evidence, confidence }) => evidence === 'heading' && confidence >= 0.95,
      );
      const first = headed.map(({ blockId }) => places.get(blockId) ?? 0).toSorted((one, other) => one - other)[0];
      return first === undefined || headed.length !== functions[name].places.length ? [] : [{ name, first }];
    });
    return starts.flatMap(({ name, first }, at) => {
      const before = starts[at - 1];
      return before && before.first > first
        ? [findDocument(rule, `“${functionNames[name]}”写在“${functionNames[before.name]}”前面，通常的次序相反。`)]
        : [];
    });
  },
};
