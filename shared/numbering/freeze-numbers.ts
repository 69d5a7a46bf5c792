import type { Block } from '../document/block';
import type { GovDocument } from '../document/document';
import { computeLabels, isCaptioned } from './compute-labels';

/** What has a number of its own that can be fixed. */
export const isNumbered = (block: Block): block is Extract<Block, { fixedLabel?: string | undefined }> =>
  block.type === 'clause' || block.type === 'boxTitle' || isCaptioned(block);

/** The document with every present number fixed, as for circulation: later insertions and deletions move none. */
export const withFrozenNumbers = (document: GovDocument): GovDocument => {
  const labels = computeLabels(document);
  const frozen = (block: Block): Block => {
    const label = labels.get(block.id);
    return label !== undefined && isNumbered(block) && block.fixedLabel === undefined
      ? { ...block, fixedLabel: label }
      : block;
  };
  return {
    ...document,
    parts: document.parts.map((part) => ({
      ...part,
      numbering: { ...part.numbering, frozen: true },
      children: part.children.map(frozen),
    })),
  };
};
