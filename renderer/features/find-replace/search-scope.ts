import type { Block } from '../../../shared/document/block';
import type { GovDocument, Part } from '../../../shared/document/document';
import { leavesText } from '../../../shared/document/plain-text';
import { type DocumentFunction, documentFunctions, functionNames } from '../../../shared/functions/types';
import { branchEnd } from '../../editor/model/blocks';

/** Where is searched: everything, the part or the chapter of the caret, or what serves a function. */
export type SearchScope = 'all' | 'part' | 'chapter' | DocumentFunction;

export const searchScopes: readonly Readonly<{ scope: SearchScope; name: string }>[] = [
  { scope: 'all', name: '全文' },
  { scope: 'part', name: '本部分' },
  { scope: 'chapter', name: '本章' },
  ...documentFunctions.map((scope) => ({ scope, name: functionNames[scope] })),
];

/** Texts to search, each a block's or a cell's, and where each begins. */
export type SearchTexts = Readonly<{
  texts: readonly string[];
  places: readonly Readonly<{ blockId: string; offset: number }>[];
}>;

const partOf = (document: GovDocument, blockId: string | null): Part | undefined =>
  document.parts.find((part) => part.children.some((block) => block.id === blockId));

/** From the level-1 clause at or above a block to the next one; what stands before the first is a chapter too. */
const chapterOf = ({ children }: Part, blockId: string): readonly Block[] => {
  const heads = children.flatMap((block, at) =>
    block.type === 'clause' && block.level === 1 && block.boxId === undefined ? [at] : [],
  );
  const here = children.findIndex((block) => block.id === blockId);
  const head = heads.findLast((at) => at <= here);
  if (head === undefined) return children.slice(0, heads[0] ?? children.length);
  const end = branchEnd(children, head);
  return here < end ? children.slice(head, end) : children.slice(end);
};

const blocksIn = (
  document: GovDocument,
  scope: SearchScope,
  caret: string | null,
  functions: ReadonlyMap<string, DocumentFunction>,
): readonly Block[] => {
  const all = document.parts.flatMap((part) => part.children);
  if (scope === 'all') return all;
  if (scope !== 'part' && scope !== 'chapter') return all.filter(({ id }) => functions.get(id) === scope);
  const part = partOf(document, caret) ?? document.parts.find(({ kind }) => kind === 'main')!;
  return scope === 'part' || caret === null ? part.children : chapterOf(part, caret);
};

/** The texts of a scope, in document order. */
export const textsIn = (
  document: GovDocument,
  scope: SearchScope,
  caret: string | null,
  functions: ReadonlyMap<string, DocumentFunction>,
): SearchTexts => {
  const texts: string[] = [];
  const places: { blockId: string; offset: number }[] = [];
  for (const block of blocksIn(document, scope, caret, functions)) {
    if (block.type !== 'table') {
      texts.push(leavesText(block.children));
      places.push({ blockId: block.id, offset: 0 });
      continue;
    }
    let offset = 0;
    for (const row of block.children)
      for (const cell of row.children) {
        const text = leavesText(cell.children);
        texts.push(text);
        places.push({ blockId: block.id, offset });
        offset += text.length + 1;
      }
  }
  return { texts, places };
};
