import { derivedDocument, derivedParagraph, derivedTable } from '../document/derived-document';
import type { GovDocument } from '../document/document';
import { type ComparedBlock, type Comparison, changeNames, kindOf } from './comparison';

type Names = Readonly<{
  /** Title of the document that was compared. */
  title: string;
  /** What the earlier and the later state are called. */
  before: string;
  after: string;
}>;

const textOf = (block: ComparedBlock, side: 'removed' | 'added'): string =>
  block.segments
    .filter(({ kind }) => kind === 'same' || kind === side)
    .map(({ text }) => text)
    .join('');

const explain = (block: ComparedBlock): string => {
  const kind = changeNames[kindOf(block)];
  const along = block.movedAlong > 0 ? [`连同以下${block.movedAlong}段`] : [];
  const from = block.moved && block.before ? [`原在${block.before.place}`] : [];
  return [kind, ...from, ...along, ...block.remarks].join('；');
};

/**
 * The 修改对照表 of a comparison, as a document of its own: what was, what is, and what that means. Blocks that only
 * have another number are left out: they follow from the others.
 */
export const comparisonTable = ({ blocks, remarks }: Comparison, { title, before, after }: Names): GovDocument => {
  const told = blocks.filter((block) => kindOf(block) !== 'renumbered');
  const sums = `“${before}”与“${after}”相比，共有${told.length}处改动。${remarks.map((remark) => `${remark}。`).join('')}`;
  const rows = told.map((block, index) => {
    const place = (block.after ?? block.before)?.place ?? '';
    const texts = [block.before ? textOf(block, 'removed') : '', block.after ? textOf(block, 'added') : ''];
    return [String(index + 1), place, ...texts, explain(block)];
  });
  return derivedDocument(`${title}修改对照表`, [
    derivedParagraph(sums),
    ...(rows.length > 0 ? [derivedTable(['序号', '位置', '原文', '现文', '说明'], rows)] : []),
  ]);
};
