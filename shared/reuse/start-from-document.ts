import type { Block } from '../document/block';
import { createId } from '../document/block-id';
import { type GovDocument, type Part, type PartKind, schemaVersion } from '../document/document';
import { headingText } from '../document/heading-text';
import { blockText } from '../document/plain-text';
import { computeLabels } from '../numbering/compute-labels';
import type { UnitDictionary } from '../units/unit-dictionary';
import { findLeftovers } from './find-leftovers';
import { markFigures } from './mark-figures';

/** A piece of an earlier document that can be taken over or left. */
export type ReusablePiece = Readonly<{
  id: string;
  kind: PartKind;
  name: string;
  characters: number;
  blocks: readonly Block[];
}>;

const isChapter = (block: Block): boolean => block.type === 'clause' && block.level === 1 && block.boxId === undefined;
const isEnd = (block: Block): boolean =>
  block.type === 'signature' || block.type === 'dateLine' || block.type === 'note';
const count = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, block) => sum + blockText(block).replace(/\s/g, '').length, 0);

/** The blocks of the main text that are always taken over: what stands above the first chapter, and the end. */
const frameOf = (blocks: readonly Block[]): readonly [opening: readonly Block[], closing: readonly Block[]] => {
  const first = blocks.findIndex(isChapter);
  const end = blocks.findIndex((block, at) => at > first && isEnd(block));
  const closing = end < 0 ? blocks.length : end;
  return [blocks.slice(0, first < 0 ? closing : first), blocks.slice(closing)];
};

/** Notice, chapters and attachments of a document, in order. */
export const listReusable = (document: GovDocument): ReusablePiece[] => {
  const labels = computeLabels(document);
  return document.parts.flatMap((part): ReusablePiece[] => {
    const { id, kind, children } = part;
    const title = children.find((block) => block.type === 'title');
    if (kind !== 'main') {
      const name = kind === 'notice' ? '印发通知' : `${labels.get(id) ?? '附件'}${title ? ` ${blockText(title)}` : ''}`;
      return [{ id, kind, name, characters: count(children), blocks: children }];
    }
    const [opening, closing] = frameOf(children);
    const body = children.slice(opening.length, children.length - closing.length);
    const starts = body.flatMap((block, at) => (isChapter(block) ? [at] : []));
    return starts.map((start, at) => {
      const blocks = body.slice(start, starts[at + 1] ?? body.length);
      const head = blocks[0]!;
      return {
        id: head.id,
        kind,
        name: `${labels.get(head.id) ?? ''}${headingText(head)}`,
        characters: count(blocks),
        blocks,
      };
    });
  });
};

/** A block as the new document has it: its own id, numbers computed, figures as placeholders. */
export const renewBlock = (block: Block, boxes: Map<string, string>, titles: readonly string[]): Block => {
  const id = createId();
  if (block.type === 'table') {
    const children = block.children.map((row) => ({
      ...row,
      children: row.children.map((cell) => ({
        ...cell,
        children: row.header ? cell.children : markFigures(cell.children, titles),
      })),
    }));
    return { ...block, id, children };
  }
  if (block.type === 'dateLine')
    return { ...block, id, children: [{ text: '成文日期', placeholder: { key: 'date', kind: 'date' } }] };
  const next = { ...block, id, children: markFigures(block.children, titles) };
  if ('fixedLabel' in next) delete next.fixedLabel;
  if ('locked' in next) delete next.locked;
  if ('sourceNumber' in next) delete next.sourceNumber;
  if ('boxId' in next && next.boxId) {
    const boxId = boxes.get(next.boxId) ?? createId();
    boxes.set(next.boxId, boxId);
    next.boxId = boxId;
  }
  return next as Block;
};

/**
 * A new document from an earlier one: the chosen pieces with years, dates and figures as placeholders that show what
 * stood there; number, secrecy and printing date are left out; what is left over of the earlier text is listed.
 * @param chosen ids of `listReusable`
 */
export const startFromDocument = (
  earlier: GovDocument,
  chosen: ReadonlySet<string>,
  units: UnitDictionary,
): GovDocument => {
  const pieces = new Map(listReusable(earlier).map((piece) => [piece.id, piece] as const));
  const boxes = new Map<string, string>();
  const titles = earlier.parts
    .flatMap(({ children }) => children)
    .flatMap((block) => (block.type === 'title' ? [blockText(block).replace(/\s/g, '')] : []));
  const parts = earlier.parts.flatMap((part): Part[] => {
    if (part.kind !== 'main' && !chosen.has(part.id)) return [];
    const [opening, closing] = frameOf(part.children);
    const blocks =
      part.kind === 'main'
        ? [
            ...opening,
            ...part.children
              .filter(isChapter)
              .flatMap(({ id }) => (chosen.has(id) ? (pieces.get(id)?.blocks ?? []) : [])),
            ...closing,
          ]
        : part.children;
    const { frozen, ...numbering } = part.numbering;
    const children: Block[] = blocks.map((block) => renewBlock(block, boxes, titles));
    if (children.length === 0) children.push({ type: 'paragraph', id: createId(), children: [{ text: '' }] });
    return [{ type: 'part', id: createId(), kind: part.kind, numbering, children }];
  });
  const { genre, issuingOrgan, copyTo, printingOrgan, layout } = earlier.meta;
  const document: GovDocument = {
    schemaVersion,
    id: createId(),
    ...(earlier.template && { template: earlier.template }),
    meta: {
      genre,
      ...(issuingOrgan && { issuingOrgan }),
      ...(copyTo && { copyTo }),
      ...(printingOrgan && { printingOrgan }),
      ...(layout && { layout }),
    },
    parts,
    setAside: [],
  };
  const leftovers = findLeftovers(document, earlier, units);
  return leftovers.length > 0 ? { ...document, meta: { ...document.meta, leftovers } } : document;
};
