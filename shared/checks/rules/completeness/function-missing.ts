import { type DocumentFunction, documentFunctions, functionNames } from '../../../functions/types';
import type { DocumentCheck } from '../../types';
import { findDocument } from '../tools/finding';
import { sources } from '../tools/sources';
import { functionExamples, functionIds } from './function-examples';

const functionMissing = (name: DocumentFunction): DocumentCheck => {
  const rule = {
    id: `completeness/${functionIds[name]}-missing`,
    severity: 'must',
    source: sources.functions,
    title: `按文种要求写明${functionNames[name]}`,
    examples: { right: functionExamples.complete, wrong: functionExamples.without(name) },
  } as const;
  return {
    ...rule,
    reads: 'document',
    run: (_document, { functions }) => {
      const { state, requirement } = functions[name];
      if (state !== 'missing') return [];
      return requirement === 'required'
        ? [findDocument(rule, `缺少“${functionNames[name]}”：标题和正文中都没有写到，请补写。`)]
        : [findDocument(rule, `没有写到“${functionNames[name]}”，这类文件通常要写。`, 'should')];
    },
  };
};

/** One check for each of the four functions. */
export const functionsMissing: readonly DocumentCheck[] = documentFunctions.map(functionMissing);
