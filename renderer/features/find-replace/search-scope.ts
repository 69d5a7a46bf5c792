import { type Beside, besideTexts } from '../../../shared/document/beside-text';
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

/** A text to search: a block's or a cell's (`offset` is where it begins), a caption or a footnote. */
export type SearchPlace = Readonly<{ blockId: string; offset: number; beside?: Beside }>;
export type SearchTexts = Readonly<{ texts: readonly string[]; places: readonly SearchPlace[] }>;

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
  const places: SearchPlace[] = [];
  const add = (text: string, place: SearchPlace): void => {
    texts.push(text);
    places.push(place);
  };
  for (const block of blocksIn(document, scope, caret, functions)) {
    let offset = 0;
    if (block.type !== 'table') add(leavesText(block.children), { blockId: block.id, offset });
    else
      for (const row of block.children)
        for (const cell of row.children) {
          const text = leavesText(cell.children);
          add(text, { blockId: block.id, offset });
          offset += text.length + 1;
        }
    for (const { beside, text } of besideTexts(block)) add(text, { blockId: block.id, offset: 0, beside });
  }
  return { texts, places };
};
