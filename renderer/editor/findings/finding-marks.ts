import { Node, type Operation } from 'slate';
import { ReactEditor } from 'slate-react';
import { type Finding, type Severity, severities } from '../../../shared/checks/types';
import { findBlock, offsetIn, partsOf, pointAt } from '../model/blocks';
import type { GovEditor } from '../slate-types';

type Mark = Readonly<{ severity: Severity; start: number; end: number }>;

/**
 * Wavy lines under findings, painted by the browser's highlights: no element is split for them, so they can come
 * and go while an input method composes. Offsets follow typing until the checks have run again. Only blocks near
 * the screen are painted: Chromium looks at every range again after each key (11 ms a key with 200 of them).
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

const sameMarks = (before: readonly Mark[] = [], after: readonly Mark[] = []): boolean =>
  before.length === after.length &&
  before.every(({ severity, start, end }, at) => {
    const other = after[at]!;
    return severity === other.severity && start === other.start && end === other.end;
  });

export const createFindingMarks = (editor: GovEditor): FindingMarks => {
  const marks = new Map<string, Mark[]>();
  const painted = new Map<string, { highlight: Highlight; range: Range }[]>();
  /** Blocks with marks by id, as they stand on the page, and which of them are near the screen. */
  const watched = new Map<string, Element>();
  const near = new Set<string>();
  let observer: IntersectionObserver | undefined;
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

  const paint = (blockId: string): void => {
    erase(blockId);
    if (!near.has(blockId)) return;
    const ranges = (marks.get(blockId) ?? []).flatMap(({ severity, start, end }) => {
      const range = toRange(blockId, start, end);
      return range ? [{ highlight: layer(`finding-${severity}`), range }] : [];
    });
    for (const { highlight, range } of ranges) highlight.add(range);
    if (ranges.length > 0) painted.set(blockId, ranges);
  };

  const createObserver = (): IntersectionObserver =>
    new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const blockId = target.getAttribute('data-block');
          if (blockId === null || watched.get(blockId) !== target) continue;
          if (isIntersecting) near.add(blockId);
          else near.delete(blockId);
          paint(blockId);
        }
      },
      { root: ReactEditor.toDOMNode(editor, editor).parentElement, rootMargin: '50%' },
    );

  const unwatch = (blockId: string): void => {
    const element = watched.get(blockId);
    if (element) observer?.unobserve(element);
    watched.delete(blockId);
    near.delete(blockId);
  };

  /** Rendered anew a block may be another element. */
  const watch = (blockId: string): void => {
    if (watched.get(blockId)?.isConnected) return;
    unwatch(blockId);
    const element = findBlock(editor, blockId) && document.querySelector(`[data-block="${blockId}"]`);
    if (!element) return;
    watched.set(blockId, element);
    observer ??= createObserver();
    observer.observe(element);
  };

  const refresh = (blockId: string): void => {
    if (marks.has(blockId)) watch(blockId);
    else if (watched.has(blockId)) unwatch(blockId);
    else return;
    paint(blockId);
  };

  return {
    show: (findings) => {
      const before = new Map(marks);
      marks.clear();
      for (const { blockId, severity, start, end } of findings) {
        if (blockId === null) continue;
        marks.set(blockId, [...(marks.get(blockId) ?? []), { severity, start, end }]);
      }
      for (const blockId of new Set([...before.keys(), ...marks.keys()]))
        if (!sameMarks(before.get(blockId), marks.get(blockId))) refresh(blockId);
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
      for (const blockId of new Set([...marks.keys(), ...watched.keys()])) refresh(blockId);
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
      observer?.disconnect();
      observer = undefined;
      watched.clear();
      near.clear();
    },
  };
};
