import { type DocumentFunction, documentFunctions, functionNames } from '../../../functions/types';
import { allBlocks, findBlock, findDocument } from '../../finding';
import { sources } from '../../sources';
import type { Check } from '../../types';
import { functionExamples, functionIds } from './function-examples';

const functionThin = (name: DocumentFunction): Check => {
  const rule = {
    id: `completeness/${functionIds[name]}-thin`,
    severity: 'should',
    source: sources.functions,
    title: `${functionNames[name]}写得具体`,
    examples: { right: functionExamples.complete, wrong: functionExamples.thin(name) },
  } as const;
  return {
    ...rule,
    run: (document, { functions }) => {
      const { state, reason, places } = functions[name];
      if (state !== 'thin') return [];
      const message = `“${functionNames[name]}”写得不够：${reason ?? '内容过少'}。`;
      const block = allBlocks(document).find(({ id }) => id === places[0]?.blockId);
      return [block ? findBlock(rule, block, message) : findDocument(rule, message)];
    },
  };
};

/** One check for each of the four functions. */
export const functionsThin: readonly Check[] = documentFunctions.map(functionThin);
