import { type Finding, severities } from '../../../shared/checks/types';
import type { GovEditor } from '../slate-types';
import { createTextMarks, domRange, highlightLayer, type TextMark, type TextMarks } from './text-marks';

/** Wavy lines under findings, and the light on a place that was jumped to. */
export type FindingMarks = Omit<TextMarks, 'show'> &
  Readonly<{
    show(findings: readonly Finding[]): void;
    flash(blockId: string, start: number, end: number): void;
  }>;

const flashTime = 1400;

export const createFindingMarks = (editor: GovEditor): FindingMarks => {
  const marks = createTextMarks(
    editor,
    severities.map((severity) => `finding-${severity}`),
  );
  let flashTimer: ReturnType<typeof setTimeout> | undefined;
  return {
    ...marks,
    show: (findings) => {
      const byBlock = new Map<string, TextMark[]>();
      for (const { blockId, severity, start, end } of findings) {
        if (blockId === null) continue;
        byBlock.set(blockId, [...(byBlock.get(blockId) ?? []), { layer: `finding-${severity}`, start, end }]);
      }
      marks.show(byBlock);
    },
    flash: (blockId, start, end) => {
      clearTimeout(flashTimer);
      CSS.highlights.delete('flash');
      const range = domRange(editor, blockId, start, end);
      if (!range) return;
      highlightLayer('flash').add(range);
      flashTimer = setTimeout(() => CSS.highlights.delete('flash'), flashTime);
    },
    clear: () => {
      clearTimeout(flashTimer);
      CSS.highlights.delete('flash');
      marks.clear();
    },
  };
};
