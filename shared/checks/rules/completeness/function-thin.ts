import { type DocumentFunction, documentFunctions, functionNames } from '../../../functions/types';
import type { DocumentCheck } from '../../types';
import { findBlock, findDocument } from '../tools/finding';
import { sources } from '../tools/sources';
import { functionExamples, functionIds } from './function-examples';

const functionThin = (name: DocumentFunction): DocumentCheck => {
  const rule = {
    id: `completeness/${functionIds[name]}-thin`,
    severity: 'should',
    source: sources.functions,
    title: `${functionNames[name]}写得具体`,
    examples: { right: functionExamples.complete, wrong: functionExamples.thin(name) },
  } as const;
  return {
    ...rule,
    reads: 'document',
    run: (_document, { functions, blocks }) => {
      const { state, reason, places } = functions[name];
      if (state !== 'thin') return [];
      const message = `“${functionNames[name]}”写得不够：${reason ?? '内容过少'}。`;
      const block = blocks.find(({ id }) => id === places[0]?.blockId);
      return [block ? findBlock(rule, block, message) : findDocument(rule, message)];
    },
  };
};

/** One check for each of the four functions. */
export const functionsThin: readonly DocumentCheck[] = documentFunctions.map(functionThin);
