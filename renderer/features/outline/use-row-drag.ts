import { type PointerEvent as ReactPointerEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { Part } from '../../../shared/document/document';
import type { OutlineRow } from '../../app/outline/outline-rows';
import { type Drop, dropAt } from './drop-place';

/** A row being dragged; `drop` is null while it is over a place where it may not stand. */
export type RowDrag = Readonly<{ id: string; drop: (Drop & { top: number }) | null }>;

/** So far, in px, the pointer has to go before a press becomes a drag. */
const slack = 5;
/** Width of a step of the outline and where its first one begins, in px, as in outline.css. */
export const outlineStep = 16;
const firstStep = 20;
/** Near an edge, in px, the outline scrolls along, by so much at a time. */
const edge = 28;
const scrollBy = 10;

type DragPlace = Readonly<{
  /** The element that scrolls. */
  tree: RefObject<HTMLElement | null>;
  parts: readonly Part[];
  /** The rows that are not folded away, in order. */
  shown: readonly OutlineRow[];
  /** Number of shown rows above a height of the window (px), and where the gap stands among the lines (px). */
  gapAt(clientY: number): Readonly<{ gap: number; top: number }>;
  onDrop(row: OutlineRow, drop: Drop): void;
}>;

/** Drag and drop of rows with the pointer: a press that moves, a line where it would land, release or Esc. */
export const useRowDrag = (place: DragPlace) => {
  const [drag, setDrag] = useState<RowDrag | null>(null);
  const latest = useRef(place);
  latest.current = place;
  const stop = useRef<(() => void) | null>(null);
  useEffect(() => () => stop.current?.(), []);

  const begin = (event: ReactPointerEvent, row: OutlineRow) => {
    if (event.button !== 0 || event.pointerType === 'touch') return;
    const { clientX, clientY } = event;
    let now: RowDrag | null = null;
    const show = (next: RowDrag | null) => {
      now = next;
      setDrag(next);
    };
    const move = (moved: PointerEvent) => {
      if (!now && Math.hypot(moved.clientX - clientX, moved.clientY - clientY) < slack) return;
      moved.preventDefault();
      const { tree, parts, shown, gapAt } = latest.current;
      const frame = tree.current;
      if (!frame) return;
      const box = frame.getBoundingClientRect();
      if (moved.clientY < box.top + edge) frame.scrollTop -= scrollBy;
      else if (moved.clientY > box.bottom - edge) frame.scrollTop += scrollBy;
      const { gap, top } = gapAt(moved.clientY);
      const wanted = Math.round((moved.clientX - box.left - firstStep) / outlineStep);
      const inside = moved.clientX >= box.left && moved.clientX <= box.right;
      const drop = inside ? dropAt(parts, shown, gap, row, wanted) : null;
      show({ id: row.id, drop: drop && { ...drop, top } });
    };
    const up = () => {
      if (now?.drop) latest.current.onDrop(row, now.drop);
      if (now) window.addEventListener('click', swallow, { capture: true, once: true });
      // A release over another row makes no click.
      setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0);
      stop.current?.();
    };
    const key = (pressed: KeyboardEvent) => {
      if (pressed.key !== 'Escape' || !now) return;
      pressed.preventDefault();
      pressed.stopPropagation();
      stop.current?.();
    };
    stop.current?.();
    stop.current = () => {
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', up);
      window.removeEventListener('pointercancel', cancel);
      window.removeEventListener('keydown', key, true);
      stop.current = null;
      setDrag(null);
    };
    const cancel = () => stop.current?.();
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', up);
    window.addEventListener('pointercancel', cancel);
    window.addEventListener('keydown', key, true);
  };
  return { drag, begin };
};

/** The release that ends a drag is no click on the row. */
const swallow = (event: Event) => {
  event.stopPropagation();
  event.preventDefault();
};
