import type { Block } from '../../document/block';
import type { GovDocument } from '../../document/document';
import { headingText } from '../../document/heading-text';
import { blockText } from '../../document/plain-text';
import type { ComparedText } from '../against/similar';
import type { Task } from './task';

/** Of each block the heading it stands under, '' for none. */
const chaptersOf = (blocks: readonly Block[]): ReadonlyMap<string, string> => {
  let open: readonly Readonly<{ level: number; heading: string }>[] = [];
  return new Map(
    blocks.map((block) => {
      if (block.type === 'title') open = [];
      if (block.type !== 'clause') return [block.id, open.at(-1)?.heading ?? ''] as const;
      const above = open.filter(({ level }) => level < block.level);
      open = [...above, { level: block.level, heading: headingText(block) }];
      return [block.id, above.at(-1)?.heading ?? ''] as const;
    }),
  );
};

/** Tasks as texts to be compared: each with all that is written under it, without its unit notes. */
export const taskTexts = ({ parts }: Pick<GovDocument, 'parts'>, tasks: readonly Task[]): readonly ComparedText[] => {
  const blocks = parts.flatMap(({ children }) => children);
  const places = new Map(blocks.map(({ id }, at) => [id, at] as const));
  const chapters = chaptersOf(blocks);
  const isText = (block: Block): boolean => block.type !== 'responsibility' && block.type !== 'table';
  return tasks.map(({ text, blockId, endBlockId }) => {
    const from = places.get(blockId) ?? 0;
    const own = blocks.slice(from, (places.get(endBlockId) ?? from) + 1).filter(isText);
    return { heading: text, words: own.map(blockText).join('\n'), chapter: chapters.get(blockId) ?? '' };
  });
};
