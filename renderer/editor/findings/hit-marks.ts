import type { Beside } from '../../../shared/document/beside-text';
import type { GovEditor } from '../slate-types';
import { createTextMarks, type TextMark, type TextMarks } from './text-marks';

/** A stretch of a block's text, offsets as `blockText` counts them, or of the words beside it. */
export type TextRange = Readonly<{ blockId: string; beside?: Beside; start: number; end: number }>;

/** What a search has found, in document order, and the one that is at hand. */
export type HitMarks = Omit<TextMarks, 'show'> & Readonly<{ show(hits: readonly TextRange[], current: number): void }>;

export const createHitMarks = (editor: GovEditor): HitMarks => {
  const marks = createTextMarks(editor, ['search-hit', 'search-current']);
  return {
    ...marks,
    show: (hits, current) => {
      const byBlock = new Map<string, TextMark[]>();
      hits.forEach(({ blockId, beside, start, end }, index) => {
        if (beside) return;
        const mark = { layer: index === current ? 'search-current' : 'search-hit', start, end };
        const own = byBlock.get(blockId);
        if (own) own.push(mark);
        else byBlock.set(blockId, [mark]);
      });
      marks.show(byBlock);
    },
  };
};
