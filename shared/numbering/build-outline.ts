import type { Block } from '../document/block';
import type { GovDocument, Part } from '../document/document';
import { headingText } from '../document/heading-text';
import { blockText } from '../document/plain-text';
import { computeLabels } from './compute-labels';

/** One row of the outline: a part, a heading, an item or a 专栏, with everything below it. */
export type OutlineNode = Readonly<{
  /** Block id, or the part's id for a part. */
  id: string;
  kind: 'part' | 'clause' | 'box';
  /** Index into `document.parts`. */
  part: number;
  /** 0 for parts; 1–4 for clauses; a box has its parent's level + 1. */
  level: number;
  label: string;
  text: string;
  /** Index of the first block, and behind the last block of the branch, in `part.children`. */
  start: number;
  end: number;
  children: OutlineNode[];
}>;

type Draft = { -readonly [Key in keyof OutlineNode]: OutlineNode[Key] };

const partTitle = (part: Part): string => {
  const title = part.children.find((block) => block.type === 'title');
  return title ? blockText(title) : '';
};

const buildPart = (part: Part, index: number, labels: ReadonlyMap<string, string>): Draft => {
  const root: Draft = {
    id: part.id,
    kind: 'part',
    part: index,
    level: 0,
    label: labels.get(part.id) ?? '',
    text: partTitle(part),
    start: 0,
    end: part.children.length,
    children: [],
  };
  const open: Draft[] = [root];
  const close = (level: number, at: number): Draft => {
    while (open.length > 1 && open.at(-1)!.level >= level) open.pop()!.end = at;
    return open.at(-1)!;
  };
  let openBox: string | undefined;
  part.children.forEach((block: Block, at) => {
    const boxId = 'boxId' in block ? block.boxId : undefined;
    if (openBox !== undefined && boxId !== openBox && open.at(-1)!.kind === 'box') open.pop()!.end = at;
    openBox = boxId;
    const isBox = block.type === 'boxTitle';
    if (!isBox && (block.type !== 'clause' || boxId !== undefined)) return;
    if (isBox && open.at(-1)!.kind === 'box') open.pop()!.end = at;
    const level = isBox ? open.at(-1)!.level + 1 : block.level;
    const parent = isBox ? open.at(-1)! : close(level, at);
    const node: Draft = {
      id: block.id,
      kind: isBox ? 'box' : 'clause',
      part: index,
      level,
      label: labels.get(block.id) ?? '',
      text: isBox ? blockText(block) : headingText(block),
      start: at,
      end: part.children.length,
      children: [],
    };
    parent.children.push(node);
    open.push(node);
  });
  return root;
};

/**
 * The tree of the flat blocks, one root per part. Skipped levels are normal (一、 then 1.): a clause hangs
 * under the nearest clause above it with a smaller level. Items inside a 专栏 belong to its row.
 */
export const buildOutline = (
  document: Pick<GovDocument, 'parts'>,
  labels: ReadonlyMap<string, string> = computeLabels(document),
): OutlineNode[] => document.parts.map((part, index) => buildPart(part, index, labels));
