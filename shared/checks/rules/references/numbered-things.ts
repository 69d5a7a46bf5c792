import type { Block } from '../../../document/block';
import { blockText } from '../../../document/plain-text';
import { fold } from '../../../recognise/lines/fold';
import { writtenCaptions } from './written-captions';

/** Something with a number of its own that the text can speak of. */
export type Numbered = Readonly<{ block: Block; value: number; name: string }>;

const numberIn = (label: string): number => Number(/\d+/.exec(fold(label))?.[0] ?? 0);

/** Tables with a number: by a caption of their own, or by a line above them that is written as one. */
export const numberedTables = (blocks: readonly Block[], labels: ReadonlyMap<string, string>): readonly Numbered[] =>
  blocks.flatMap((block): Numbered[] => {
    if (block.type === 'table') {
      const label = block.caption === undefined ? '' : (labels.get(block.id) ?? '');
      const value = numberIn(label);
      return value > 0 ? [{ block, value, name: label.trim() }] : [];
    }
    return writtenCaptions(block).map(({ value }) => ({ block, value, name: `表${value}` }));
  });

/** Pictures with a caption, and so a number. */
export const numberedPictures = (blocks: readonly Block[], labels: ReadonlyMap<string, string>): readonly Numbered[] =>
  blocks.flatMap((block): Numbered[] => {
    const label = block.type === 'picture' ? (labels.get(block.id) ?? '') : '';
    const value = numberIn(label);
    return value > 0 ? [{ block, value, name: label }] : [];
  });

/** 专栏 with a number. */
export const numberedBoxes = (blocks: readonly Block[], labels: ReadonlyMap<string, string>): readonly Numbered[] =>
  blocks.flatMap((block): Numbered[] => {
    const label = block.type === 'boxTitle' ? (labels.get(block.id) ?? '') : '';
    const value = numberIn(label);
    return value > 0 && blockText(block) !== '' ? [{ block, value, name: label.trim() }] : [];
  });
