import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type Ref,
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { Part } from '../../../shared/document/document';
import type { DocumentFunction } from '../../../shared/functions/types';
import type { OutlineRow } from '../../app/outline/outline-rows';
import type { EditorCommand } from '../../editor/commands/editor-command';
import type { OutlineItem } from './outline-items';
import type { RowCounts } from './outline-marks';
import { MissingPart, Row } from './outline-row';
import { outlineStep, useRowDrag } from './use-row-drag';

/** What the filter above may ask of the tree. */
export type TreeHandle = Readonly<{ focusFirst(): void }>;

/** What is done from the outline. */
export type OutlineActions = Readonly<{
  onJump(blockId: string): void;
  onAddPart(name: DocumentFunction): void;
  /** Changes the document while the outline keeps the keyboard. */
  onRun(command: EditorCommand): void;
  onDelete(row: OutlineRow): void;
  /** 只看这一部分. */
  onOnly(row: OutlineRow): void;
  /** Back to the text. */
  onLeave(): void;
}>;

type OutlineTreeProps = Readonly<{
  ref: Ref<TreeHandle>;
  parts: readonly Part[];
  rows: readonly OutlineRow[];
  /** The lines to show. */
  items: readonly OutlineItem[];
  /** Index of the row to show as the place of the caret; -1 for none. */
  current: number;
  functions: ReadonlyMap<string, DocumentFunction>;
  counts: ReadonlyMap<number, RowCounts>;
  folded: ReadonlySet<string>;
  /** Rows that answer to the filter; null while nothing is filtered. A filtered tree is not changed. */
  matched: ReadonlySet<number> | null;
  onToggle(id: string): void;
  onUnfold(ids: readonly string[]): void;
}> &
  OutlineActions;

/** Heights of the lines, in px, as in outline.css. */
const rowHeight = 27;
const missingHeight = 33;
const padding = { paddingStart: 2, paddingEnd: 16 };
/** Lines drawn beyond what is in sight. */
const overscan = 12;

const carriesFunction = ({ kind }: OutlineRow): boolean => kind === 'clause' || kind === 'box' || kind === 'opening';
/** 导语 and 落款 stand where they stand. */
const isBranch = ({ kind }: OutlineRow): boolean => kind !== 'opening' && kind !== 'closing';
const isMovable = ({ kind }: OutlineRow): boolean => kind === 'clause' || kind === 'box' || kind === 'attachment';

/** The sign of a level, on the line that shows where a dragged row would land. */
const levelWords = { 1: '一、', 2: '（一）', 3: '1.', 4: '（1）' } as const;

/**
 * The lines of the outline, of which only those in sight are drawn. A tree for the keyboard: arrows walk and fold,
 * Alt with arrows moves a branch, Tab changes its level, Delete removes it.
 */
export const OutlineTree = (props: OutlineTreeProps) => {
  const { parts, rows, items, current, functions, counts, folded, matched } = props;
  const { onToggle, onUnfold, onJump, onAddPart, onRun, onDelete, onOnly, onLeave } = props;
  /** The line the keyboard was last on. */
  const [visited, setVisited] = useState<string | null>(null);
  const tree = useRef<HTMLDivElement>(null);
  const lines = useRef<HTMLDivElement>(null);
  /** The row that is to have the keyboard when the rows have followed a command. */
  const awaited = useRef<string | null>(null);
  /** The line that takes the keyboard as soon as it is drawn. */
  const wanted = useRef<string | null>(null);

  const shownAt = items.findIndex(({ row, key }) => row && key === rows[current]?.id);
  const visitedAt = visited === null ? -1 : items.findIndex(({ key }) => key === visited);
  /** The one line that Tab comes to; it stays drawn while it is out of sight. */
  const stop = visitedAt >= 0 ? visitedAt : Math.max(shownAt, 0);
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => tree.current,
    estimateSize: (index) => (items[index]?.missing ? missingHeight : rowHeight),
    getItemKey: useCallback((index: number) => items[index]?.key ?? index, [items]),
    rangeExtractor: (range) => {
      const drawn = defaultRangeExtractor(range);
      return stop >= items.length || drawn.includes(stop) ? drawn : [...drawn, stop].toSorted((a, b) => a - b);
    },
    overscan,
    ...padding,
  });

  const find = (key: string) => tree.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(key)}"]`);
  const focusAt = (index: number) => {
    const at = Math.max(0, Math.min(items.length - 1, index));
    const key = items[at]?.key;
    if (key === undefined) return;
    virtual.scrollToIndex(at);
    wanted.current = key;
    setVisited(key);
    find(key)?.focus({ preventScroll: true });
  };
  useLayoutEffect(() => {
    if (wanted.current !== null) find(wanted.current)?.focus({ preventScroll: true });
  });
  // A row that has moved was taken out of the page for a moment, and the keyboard with it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each change of the lines
  useLayoutEffect(() => {
    const index = rows.findIndex(({ id }) => id === awaited.current);
    const active = document.activeElement;
    if (index < 0 || (active !== document.body && !tree.current?.contains(active))) return;
    const above: string[] = [];
    for (let at = rows[index]!.parent; at >= 0; at = rows[at]!.parent) above.push(rows[at]!.id);
    onUnfold(above);
    const at = items.findIndex(({ key }) => key === awaited.current);
    if (at >= 0) focusAt(at);
  }, [items]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows the caret to another row, not the lines
  useEffect(() => {
    if (shownAt >= 0) virtual.scrollToIndex(shownAt);
  }, [current]);
  useImperativeHandle(props.ref, () => ({ focusFirst: () => focusAt(0) }));

  const shownRows = items.flatMap(({ row }) => row ?? []);
  const { drag, begin } = useRowDrag({
    tree,
    parts,
    shown: shownRows,
    gapAt: (clientY) => {
      const y = clientY - (lines.current?.getBoundingClientRect().top ?? 0);
      const places = virtual.measurementsCache.filter(({ index }) => items[index]?.row);
      const gap = places.filter(({ start, size }) => start + size / 2 < y).length;
      return { gap, top: places[gap]?.start ?? places.at(-1)?.end ?? 0 };
    },
    onDrop: (row, { place, level }) => {
      awaited.current = row.id;
      onRun({ type: 'placeBranch', id: row.id, place, level });
    },
  });

  const itemOf = (target: EventTarget): OutlineItem | undefined => {
    const key = (target as HTMLElement).closest<HTMLElement>('[data-id]')?.dataset.id;
    return items.find((item) => item.key === key);
  };
  const change = (row: OutlineRow, command: EditorCommand) => {
    awaited.current = row.id;
    onRun(command);
  };
  /** The row that has the keyboard when one is gone: the next that is not below it, else the one before. */
  const remove = (row: OutlineRow) => {
    const index = rows.indexOf(row);
    const next = rows.find((other, at) => at > index && (other.depth <= row.depth || other.part !== row.part));
    awaited.current = (next ?? rows[index - 1])?.id ?? null;
    onDelete(row);
  };
  const choose = (target: HTMLElement) => {
    const item = itemOf(target);
    if (item?.missing) return onAddPart(item.missing.function);
    if (!item?.row) return;
    const act = target.closest<HTMLElement>('[data-act]')?.dataset.act;
    if (act === 'fold') onToggle(item.row.id);
    else if (act === 'only') onOnly(item.row);
    else onJump(item.row.blockId);
  };

  const onKey = (event: KeyboardEvent<HTMLElement>): (() => void) | undefined => {
    const item = itemOf(event.target);
    if (!item) return undefined;
    const { row } = item;
    const at = items.indexOf(item);
    const { key, altKey, shiftKey } = event;
    if (event.ctrlKey || event.metaKey) {
      const letter = key.toLowerCase();
      if (letter !== 'z' && letter !== 'y') return undefined;
      return () => {
        awaited.current = row?.id ?? null;
        onRun({ type: letter === 'y' || shiftKey ? 'redo' : 'undo' });
      };
    }
    if (altKey) {
      if (!row || matched) return undefined;
      if (key === 'Enter' && row.kind === 'clause') return () => onOnly(row);
      if ((key === 'ArrowUp' || key === 'ArrowDown') && isMovable(row))
        return () => change(row, { type: 'stepBranch', id: row.id, step: key === 'ArrowUp' ? 'up' : 'down' });
      return undefined;
    }
    const open = row?.hasChildren && !matched ? !folded.has(row.id) : null;
    switch (key) {
      case 'ArrowDown':
        return () => focusAt(at + 1);
      case 'ArrowUp':
        return () => focusAt(at - 1);
      case 'Home':
        return () => focusAt(0);
      case 'End':
        return () => focusAt(items.length - 1);
      case 'ArrowRight':
        return () => (row && open === false ? onToggle(row.id) : open && focusAt(at + 1));
      case 'ArrowLeft':
        return () => {
          if (row && open) return onToggle(row.id);
          const parent = items.findIndex((other) => other.row && other.index === row?.parent);
          if (parent >= 0) focusAt(parent);
        };
      case 'Enter':
        return () => choose(event.target as HTMLElement);
      case 'Tab':
        if (row?.kind !== 'clause' || matched) return undefined;
        return () => change(row, { type: 'stepBranch', id: row.id, step: shiftKey ? 'promote' : 'demote' });
      case 'Delete':
        return row && isBranch(row) && !matched ? () => remove(row) : undefined;
      case 'Escape':
        return onLeave;
      default:
        return undefined;
    }
  };

  return (
    <div
      ref={tree}
      role="tree"
      aria-label="提纲"
      className="outline-tree"
      data-dragging={drag ? (drag.drop ? 'over' : 'refused') : undefined}
      onClick={(event) => choose(event.target as HTMLElement)}
      onPointerDown={(event) => {
        const row = itemOf(event.target)?.row;
        if (row && isMovable(row) && !matched && !(event.target as HTMLElement).closest('[data-act]'))
          begin(event, row);
      }}
      onFocus={(event) => {
        const key = event.target.dataset.id;
        awaited.current = null;
        wanted.current = null;
        if (key !== undefined) setVisited(key);
      }}
      onKeyDown={(event) => {
        const run = onKey(event);
        if (!run) return;
        event.preventDefault();
        event.stopPropagation();
        run();
      }}
    >
      <div ref={lines} className="outline-lines" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const item = items[index];
          if (!item) return null;
          const place = { top: start, position: item.position, siblings: item.siblings, stop: index === stop };
          if (item.missing) return <MissingPart key={item.key} missing={item.missing} {...place} />;
          const { row } = item;
          return (
            <Row
              key={item.key}
              row={row}
              function={carriesFunction(row) ? functions.get(row.blockId) : undefined}
              counts={counts.get(item.index)}
              current={index === shownAt}
              folded={row.hasChildren ? !matched && folded.has(row.id) : null}
              dim={matched !== null && !matched.has(item.index)}
              dragged={drag?.id === row.id}
              {...place}
            />
          );
        })}
        {drag?.drop && (
          <div
            className="outline-drop"
            aria-hidden="true"
            style={{ top: drag.drop.top, left: 14 + drag.drop.indent * outlineStep }}
          >
            {drag.drop.level !== null && <span>{levelWords[drag.drop.level]}</span>}
          </div>
        )}
      </div>
    </div>
  );
};
