import { byBlock } from '../../../document/by-block';
import { foldedText } from '../../../recognise/lines/folded-text';

/** A caption written as a line of its own: 表3 标准数量. */
export const writtenCaptions = byBlock((block) => {
  if (block.type !== 'paragraph') return [];
  const match = /^表 ?(\d{1,2})[ ：.、]?(?=[\u4e00-\u9fff])/.exec(foldedText(block));
  return match && foldedText(block).length <= 40 ? [{ block, value: Number(match[1]), end: match[0].length }] : [];
});
