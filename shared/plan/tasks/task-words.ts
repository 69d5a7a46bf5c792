import type { Block } from '../../document/block';
import type { GovDocument } from '../../document/document';
import { blockText } from '../../document/plain-text';
import type { ComparedText } from '../against/similar';
import type { Task } from './task';

/** Tasks as texts to be compared: each with all that is written under it, without its unit notes. */
export const taskTexts = ({ parts }: Pick<GovDocument, 'parts'>, tasks: readonly Task[]): readonly ComparedText[] => {
  const blocks = parts.flatMap(({ children }) => children);
  const places = new Map(blocks.map(({ id }, at) => [id, at] as const));
  const isText = (block: Block): boolean => block.type !== 'responsibility' && block.type !== 'table';
  return tasks.map(({ text, blockId, endBlockId }) => {
    const from = places.get(blockId) ?? 0;
    const own = blocks.slice(from, (places.get(endBlockId) ?? from) + 1).filter(isText);
    return { heading: text, words: own.map(blockText).join('\n') };
  });
};
