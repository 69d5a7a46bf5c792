import type { Block } from '../../document/block';
import { createId } from '../../document/block-id';
import type { SourceNumber } from '../lines/number-pattern';
import { type Stretch, stretchLine } from '../lines/stretch';

/** A block as read, before numbering, with where it came from. */
export type ReadBlock = Readonly<{
  block: Block;
  stretch: Stretch;
  line: number;
  number: SourceNumber | null;
  rawNumber: string | null;
}>;

export const textBlock = (
  type:
    | 'title'
    | 'subtitle'
    | 'salutation'
    | 'paragraph'
    | 'dash'
    | 'signature'
    | 'dateLine'
    | 'note'
    | 'responsibility',
  stretch: Stretch,
  line: number = stretchLine(stretch),
): ReadBlock => ({
  block: { type, id: createId(), children: [{ text: stretch.text }] },
  stretch,
  line,
  number: null,
  rawNumber: null,
});
