import type { Block } from '../../../document/block';
import type { DocumentFunction, FunctionAssessments } from '../../../functions/types';
import type { OutlineNode } from '../../../numbering/build-outline';
import type { CheckContext } from '../../types';

/** A numbered item at the bottom of the outline with the blocks under it. */
export type Item = Readonly<{ node: OutlineNode; blocks: readonly Block[] }>;

const served = (functions: FunctionAssessments, name: DocumentFunction): ReadonlySet<string> =>
  new Set(functions[name].places.flatMap(({ blockIds }) => blockIds));

/** The lowest items of a function, those under one heading together. */
export const itemGroups = (
  { outline, functions, blocks }: CheckContext,
  parts: readonly { children: readonly Block[] }[],
  name: DocumentFunction,
): Item[][] => {
  const ids = served(functions, name);
  if (ids.size === 0 || blocks.length === 0 || functions[name].state === 'not-required') return [];
  const groups: Item[][] = [];
  const visit = (node: OutlineNode): void => {
    const children = node.children.filter(({ kind }) => kind === 'clause');
    const leaves = children.filter(
      (child) => child.children.every(({ kind }) => kind !== 'clause') && ids.has(child.id),
    );
    const content = parts[node.part]?.children ?? [];
    if (leaves.length > 0)
      groups.push(leaves.map((leaf) => ({ node: leaf, blocks: content.slice(leaf.start, leaf.end) })));
    for (const child of children) visit(child);
  };
  for (const root of outline) visit(root);
  return groups;
};
