import type { Block } from '../document/block';
import type { GovDocument } from '../document/document';
import type { TextLeaf } from '../document/text';
import { placeholderLeft } from './rules/completeness/placeholder-left';
import { type CheckOptions, runChecks } from './run-checks';

const leavesOf = (block: Block): readonly TextLeaf[] =>
  block.type === 'table'
    ? block.children.flatMap((row) => row.children.flatMap((cell) => cell.children))
    : block.children;

/** At most three, so that the sentence can be read. */
const examples = (texts: readonly string[]): string => {
  const distinct = [...new Set(texts)];
  return `${distinct.slice(0, 3).join('、')}${distinct.length > 3 ? '等' : ''}`;
};

/** Why a document cannot be circulated yet, as sentences: findings of severity must, prompts still to be filled in. */
export const circulationObstacles = (document: GovDocument, options?: CheckOptions): string[] => {
  // Prompts are counted one by one, below.
  const must = runChecks(document, options).findings.filter(
    ({ rule, severity }) => severity === 'must' && rule !== placeholderLeft.id,
  );
  const prompts = document.parts
    .flatMap((part) => part.children)
    .flatMap(leavesOf)
    .filter((leaf) => leaf.placeholder);
  return [
    ...(must.length > 0
      ? [`还有 ${must.length} 处必改的问题：${examples(must.map(({ message }) => message.replace(/。$/, '')))}。`]
      : []),
    ...(prompts.length > 0 ? [`还有 ${prompts.length} 处待填：${examples(prompts.map(({ text }) => text))}。`] : []),
  ];
};
