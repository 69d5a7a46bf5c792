import { Node, type Operation } from 'slate';
import { ReactEditor } from 'slate-react';
import { type Finding, type Severity, severities } from '../../../shared/checks/types';
import { findBlock, offsetIn, partsOf, pointAt } from '../model/blocks';
import type { GovEditor } from '../slate-types';

type Mark = Readonly<{ severity: Severity; start: number; end: number }>;

/**
 * Wavy lines under findings, painted by the browser's highlights: no element is split for them, so they can come
 * and go while an input method composes. Offsets follow typing until the checks have run again.
 */
export type FindingMarks = Readonly<{
  show(findings: readonly Finding[]): void;
  /** Follows an operation that is about to be applied. */
  follow(operation: Operation): void;
  /** Paints one block again after it was rendered. */
  refresh(blockId: string): void;
  refreshAll(): void;
  flash(blockId: string, start: number, end: number): void;
  clear(): void;
}>;

const flashTime = 1400;

export const createFindingMarks = (editor: GovEditor): FindingMarks => {
  const marks = new Map<string, Mark[]>();
  const painted = new Map<string, { highlight: Highlight; range: Range }[]>();
  let flashTimer: ReturnType<typeof setTimeout> | undefined;

  const layer = (name: string): Highlight => {
    const existing = CSS.highlights.get(name);
    if (existing) return existing;
    const highlight = new Highlight();
    CSS.highlights.set(name, highlight);
    return highlight;
  };

  const erase = (blockId: string): void => {
    for (const { highlight, range } of painted.get(blockId) ?? []) highlight.delete(range);
    painted.delete(blockId);
  };

  const toRange = (blockId: string, start: number, end: number): Range | null => {
    const entry = findBlock(editor, blockId);
    if (!entry || end <= start) return null;
    const range = { anchor: pointAt(editor, entry, start), focus: pointAt(editor, entry, end) };
    return ReactEditor.resolveDOMRange(editor, range) ?? null;
  };

  const refresh = (blockId: string): void => {
    const own = marks.get(blockId);
    if (!own && !painted.has(blockId)) return;
    erase(blockId);
    const ranges = (own ?? []).flatMap(({ severity, start, end }) => {
      const range = toRange(blockId, start, end);
      return range ? [{ highlight: layer(`finding-${severity}`), range }] : [];
    });
    for (const { highlight, range } of ranges) highlight.add(range);
    if (ranges.length > 0) painted.set(blockId, ranges);
  };

  return {
    show: (findings) => {
      const before = new Set(marks.keys());
      marks.clear();
      for (const { blockId, severity, start, end } of findings) {
        if (blockId === null) continue;
        marks.set(blockId, [...(marks.get(blockId) ?? []), { severity, start, end }]);
      }
      for (const blockId of new Set([...before, ...marks.keys()])) refresh(blockId);
    },
    follow: (operation) => {
      if (marks.size === 0 || (operation.type !== 'insert_text' && operation.type !== 'remove_text')) return;
      const [part, index] = operation.path;
      const block = partsOf(editor)[part!]?.children[index!];
      const own = block && marks.get(block.id);
      // Offsets inside tables run over all cells: left to the next run of the checks.
      if (!own || operation.path.length > 3 || !Node.has(editor, operation.path)) return;
      const at = offsetIn(editor, { path: operation.path, offset: operation.offset });
      const length = operation.text.length;
      const shift = (offset: number): number => {
        if (operation.type === 'insert_text') return offset > at ? offset + length : offset;
        return offset <= at ? offset : Math.max(at, offset - length);
      };
      marks.set(
        block.id,
        own.map((mark) => ({
          ...mark,
          start: operation.type === 'insert_text' && mark.start === at ? mark.start + length : shift(mark.start),
          end: shift(mark.end),
        })),
      );
    },
    refresh,
    refreshAll: () => {
      for (const blockId of new Set([...marks.keys(), ...painted.keys()])) refresh(blockId);
    },
    flash: (blockId, start, end) => {
      clearTimeout(flashTimer);
      CSS.highlights.delete('flash');
      const range = toRange(blockId, start, end);
      if (!range) return;
      layer('flash').add(range);
      flashTimer = setTimeout(() => CSS.highlights.delete('flash'), flashTime);
    },
    clear: () => {
      clearTimeout(flashTimer);
      for (const severity of severities) CSS.highlights.delete(`finding-${severity}`);
      CSS.highlights.delete('flash');
      painted.clear();
    },
  };
};
