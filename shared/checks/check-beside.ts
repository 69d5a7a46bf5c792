import { besideTexts } from '../document/beside-text';
import type { Block } from '../document/block';
import { blockText } from '../document/plain-text';
import type { BlockCheck, Finding } from './types';

const names = { caption: '表题', footnote: '脚注' } as const;

/**
 * What rules of the text say of the words beside it, its footnotes and the caption of a table. They are told at the
 * block the words belong to, as a place without length, and have no mechanical fix: offsets are those of its text.
 */
export const checkBeside = (block: Block, checks: readonly BlockCheck[]): readonly Finding[] =>
  besideTexts(block).flatMap(({ beside, text }, at) => {
    const words: Block = { type: 'paragraph', id: block.id, children: [{ text }] };
    // Places of several notes in one block differ, so that their findings can be told apart.
    const place = Math.min(at, blockText(block).length);
    return checks
      .flatMap((check) => check.run(words))
      .map(({ fix: _, message, ...finding }) => ({
        ...finding,
        start: place,
        end: place,
        message: `${names[beside.kind]}：${message}`,
      }));
  });
