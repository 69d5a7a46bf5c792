import { Node, type Operation } from 'slate';
import { ReactEditor } from 'slate-react';
import { findBlock, offsetIn, partsOf, pointAt } from '../model/blocks';
import type { GovEditor } from '../slate-types';

/** A stretch of a block's text, painted by the browser's highlight with the name `layer`. */
export type TextMark = Readonly<{ layer: string; start: number; end: number }>;
export type MarksByBlock = ReadonlyMap<string, readonly TextMark[]>;

/**
 * Marks on the text painted by the browser's highlights: no element is split for them, so they can come and go
 * while an input method composes. Offsets follow typing until the owner shows new ones. Only blocks near the screen
 * are painted: Chromium looks at every range again after each key (11 ms a key with 200 of them).
 */
export type TextMarks = Readonly<{
  show(marks: MarksByBlock): void;
  /** Follows an operation that is about to be applied. */
  follow(operation: Operation): void;
  /** Paints one block again after it was rendered. */
  refresh(blockId: string): void;
  refreshAll(): void;
  clear(): void;
}>;

/** The highlight of that name, made when it is first asked for. */
export const highlightLayer = (name: string): Highlight => {
  const existing = CSS.highlights.get(name);
  if (existing) return existing;
  const highlight = new Highlight();
  CSS.highlights.set(name, highlight);
  return highlight;
};

/** A stretch of a block's text on the page; null when it is not there. */
export const domRange = (editor: GovEditor, blockId: string, start: number, end: number): Range | null => {
  const entry = findBlock(editor, blockId);
  if (!entry || end <= start) return null;
  const range = { anchor: pointAt(editor, entry, start), focus: pointAt(editor, entry, end) };
  return ReactEditor.resolveDOMRange(editor, range) ?? null;
};

const sameMarks = (before: readonly TextMark[] = [], after: readonly TextMark[] = []): boolean =>
  before.length === after.length &&
  before.every(({ layer, start, end }, at) => {
    const other = after[at]!;
    return layer === other.layer && start === other.start && end === other.end;
  });

/** Above so many blocks their elements are looked up all at once. */
const fewBlocks = 16;

export const createTextMarks = (editor: GovEditor, layers: readonly string[]): TextMarks => {
  let marks = new Map<string, readonly TextMark[]>();
  const painted = new Map<string, { highlight: Highlight; range: Range }[]>();
  /** Blocks with marks by id, as they stand on the page, and which of them are near the screen. */
  const watched = new Map<string, Element>();
  const near = new Set<string>();
  let observer: IntersectionObserver | undefined;

  const erase = (blockId: string): void => {
    for (const { highlight, range } of painted.get(blockId) ?? []) highlight.delete(range);
    painted.delete(blockId);
  };

  const paint = (blockId: string): void => {
    erase(blockId);
    if (!near.has(blockId)) return;
    const ranges = (marks.get(blockId) ?? []).flatMap(({ layer, start, end }) => {
      const range = domRange(editor, blockId, start, end);
      return range ? [{ highlight: highlightLayer(layer), range }] : [];
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

  const find = (blockId: string): Element | null =>
    findBlock(editor, blockId) ? document.querySelector(`[data-block="${blockId}"]`) : null;

  /** Rendered anew a block may be another element. */
  const watch = (blockId: string, elementOf: (blockId: string) => Element | null): void => {
    if (watched.get(blockId)?.isConnected) return;
    unwatch(blockId);
    const element = elementOf(blockId);
    if (!element) return;
    watched.set(blockId, element);
    observer ??= createObserver();
    observer.observe(element);
  };

  const refreshWith = (blockId: string, elementOf: (blockId: string) => Element | null): void => {
    if (marks.has(blockId)) watch(blockId, elementOf);
    else if (watched.has(blockId)) unwatch(blockId);
    else return;
    paint(blockId);
  };

  const refreshMany = (blockIds: readonly string[]): void => {
    if (blockIds.length <= fewBlocks) {
      for (const blockId of blockIds) refreshWith(blockId, find);
      return;
    }
    const elements = ReactEditor.toDOMNode(editor, editor).querySelectorAll('[data-block]');
    const byId = new Map([...elements].map((element) => [element.getAttribute('data-block') ?? '', element]));
    for (const blockId of blockIds) refreshWith(blockId, (id) => byId.get(id) ?? null);
  };

  return {
    show: (next) => {
      const before = marks;
      marks = new Map(next);
      const changed = [...new Set([...before.keys(), ...marks.keys()])].filter(
        (blockId) => !sameMarks(before.get(blockId), marks.get(blockId)),
      );
      refreshMany(changed);
    },
    follow: (operation) => {
      if (marks.size === 0 || (operation.type !== 'insert_text' && operation.type !== 'remove_text')) return;
      const [part, index] = operation.path;
      const block = partsOf(editor)[part!]?.children[index!];
      const own = block && marks.get(block.id);
      // Offsets inside tables run over all cells: left to the next marks shown.
      if (!own || operation.path.length > 3 || !Node.has(editor, operation.path)) return;
      // The sign of a footnote is no text.
      if (Node.leaf(editor, operation.path).footnote) return;
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
    refresh: (blockId) => refreshWith(blockId, find),
    refreshAll: () => refreshMany([...new Set([...marks.keys(), ...watched.keys()])]),
    clear: () => {
      for (const layer of layers) CSS.highlights.delete(layer);
      painted.clear();
      observer?.disconnect();
      observer = undefined;
      watched.clear();
      near.clear();
    },
  };
};
