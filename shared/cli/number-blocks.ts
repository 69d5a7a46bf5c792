import type { GovDocument } from '../document/document';
import { blockText } from '../document/plain-text';
import { computeLabels } from '../numbering/compute-labels';
import type { Recognition, SourceSpan } from '../recognise/types';

/**
 * A document of our own seen as a source: each block is one line, numbered from 1 through the whole document,
 * under the number it is printed with.
 */
export const numberBlocks = (document: GovDocument): Recognition => {
  const blocks = document.parts.flatMap((part) => part.children);
  const span = (text: string, line: number): SourceSpan => ({ start: 0, length: text.length, line, column: 1 });
  return {
    document,
    doubts: [],
    lines: new Map(blocks.map((block, index) => [block.id, index + 1])),
    spans: new Map(blocks.map((block, index) => [block.id, [span(blockText(block), index + 1)]])),
    sourceNumbers: computeLabels(document),
  };
};
