import type { Block } from '../../../shared/document/block';
import { blockText } from '../../../shared/document/plain-text';
import { fold } from '../../../shared/recognise/lines/fold';
import { isDateLine, isOrganName, isSalutation } from '../../../shared/recognise/lines/line-kinds';
import { isTextBlock } from '../model/blocks';

const as = (block: Block | undefined, type: 'title' | 'salutation' | 'signature' | 'dateLine'): Block[] =>
  block && isTextBlock(block) ? [{ type, id: block.id, children: block.children }] : [];

const isPlain = (block: Block | undefined): boolean =>
  block?.type === 'paragraph' || (block?.type === 'clause' && block.numbered === false);

const says = (block: Block | undefined, test: (folded: string) => boolean): boolean =>
  block?.type === 'paragraph' && test(fold(blockText(block)));

/** What is pasted where a title is to be written is a whole document: its title, recipients, signature and date. */
export const asDocument = (blocks: readonly Block[]): Block[] => {
  const [title, second] = blocks;
  if (blocks.length < 2 || !isPlain(title)) return [...blocks];
  const salutation = says(second, isSalutation);
  const start = salutation ? 2 : 1;
  const date = blocks.length - 1;
  const signed = date - 1 >= start && says(blocks[date], isDateLine) && says(blocks[date - 1], isOrganName);
  return [
    ...as(title, 'title'),
    ...(salutation ? as(second, 'salutation') : []),
    ...blocks.slice(start, signed ? date - 1 : blocks.length),
    ...(signed ? [...as(blocks[date - 1], 'signature'), ...as(blocks[date], 'dateLine')] : []),
  ];
};
