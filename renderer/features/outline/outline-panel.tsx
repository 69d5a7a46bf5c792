import { type KeyboardEvent, memo, type Ref, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import type { Finding } from '../../../shared/checks/types';
import type { GovDocument } from '../../../shared/document/document';
import type { DocumentFunction, FunctionAssessments } from '../../../shared/functions/types';
import type { OutlineRow } from '../../app/outline/outline-rows';
import { Icon } from '../../app/ui/icon';
import type { EditorCommand } from '../../editor/commands/editor-command';
import { countByRow, filterRows, hiddenRows, missingRows, sameMarks } from './outline-marks';
import { MissingPart, Row } from './outline-row';
import { outlineStep, useRowDrag } from './use-row-drag';
import './outline.css';

/** What the screen may ask of the outline. */
export type OutlineHandle = Readonly<{ focusFilter(): void }>;

type OutlinePanelProps = Readonly<{
  ref?: Ref<OutlineHandle>;
  /** The document the rows were made from. */
  document: GovDocument;
  rows: readonly OutlineRow[];
  current: number;
  functions: ReadonlyMap<string, DocumentFunction>;
  findings: readonly Finding[];
  assessments: FunctionAssessments | null;
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

const carriesFunction = ({ kind }: OutlineRow): boolean => kind === 'clause' || kind === 'box' || kind === 'opening';
/** 导语 and 落款 stand where they stand. */
const isBranch = ({ kind }: OutlineRow): boolean => kind !== 'opening' && kind !== 'closing';
const isMovable = ({ kind }: OutlineRow): boolean => kind === 'clause' || kind === 'box' || kind === 'attachment';

/** The sign of a level, on the line that shows where a dragged row would land. */
const levelWords = { 1: '一、', 2: '（一）', 3: '1.', 4: '（1）' } as const;

/**
 * The outline: numbers, function bars, finding counts; the missing required parts where they belong. A tree for the
 * keyboard: arrows walk and fold, Alt with arrows moves a branch, Tab changes its level, Delete removes it.
 */
const Panel = (props: OutlinePanelProps) => {
  const { document, rows, current, functions, findings, assessments } = props;
  const { onJump, onAddPart, onRun, onDelete, onOnly, onLeave } = props;
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [typed, setTyped] = useState('');
  const [query, setQuery] = useState('');
  /** The row the keyboard was last on. */
  const [visited, setVisited] = useState<string | null>(null);
  const filter = useRef<HTMLInputElement>(null);
  const tree = useRef<HTMLDivElement>(null);
  /** The row that is to have the keyboard when the rows have followed a command. */
  const awaited = useRef<string | null>(null);

  const filtering = query.trim() !== '';
  const filtered = filterRows(rows, query);
  const hidden = filtering ? filtered.hidden : hiddenRows(rows, folded);
  const shown = rows.filter((_, index) => !hidden.has(index));
  const counts = countByRow(document, rows, findings, hidden);
  const missing = assessments && !filtering ? missingRows(document, rows, assessments) : [];
  let shownCurrent = current;
  while (hidden.has(shownCurrent)) shownCurrent = rows[shownCurrent]?.parent ?? -1;
  const stop = (shown.find(({ id }) => id === visited) ?? rows[shownCurrent] ?? shown[0])?.id;
  const foldable = rows.filter((row) => row.hasChildren);
  const allFolded = foldable.length > 0 && foldable.every(({ id }) => folded.has(id));

  const { drag, begin } = useRowDrag(tree, document.parts, shown, (row, { place, level }) => {
    awaited.current = row.id;
    onRun({ type: 'placeBranch', id: row.id, place, level });
  });
  useImperativeHandle(props.ref, () => ({ focusFilter: () => filter.current?.select() }), []);
  // A row that has moved was taken out of the page for a moment, and the keyboard with it.
  useLayoutEffect(() => {
    const index = rows.findIndex(({ id }) => id === awaited.current);
    if (index < 0) return;
    for (let at = rows[index]!.parent; at >= 0; at = rows[at]!.parent) {
      const above = rows[at]!.id;
      setFolded((before) => (before.has(above) ? new Set([...before].filter((id) => id !== above)) : before));
    }
    const row = tree.current?.querySelector<HTMLElement>(`[data-id="${awaited.current}"]`);
    row?.focus();
    if (row) row.scrollIntoView({ block: 'nearest' });
  }, [rows]);

  const toggle = (id: string) =>
    setFolded((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  const search = (text: string, composing: boolean) => {
    setTyped(text);
    if (!composing) setQuery(text);
  };
  const items = () => [...(tree.current?.querySelectorAll<HTMLElement>('[role="treeitem"]') ?? [])];
  const step = (from: EventTarget, by: number) => {
    const all = items();
    all[Math.max(0, Math.min(all.length - 1, all.indexOf(from as HTMLElement) + by))]?.focus();
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

  const onKey = (event: KeyboardEvent<HTMLElement>): (() => void) | undefined => {
    const item = (event.target as HTMLElement).closest<HTMLElement>('[role="treeitem"]');
    if (!item) return undefined;
    const row = rows[Number(item.dataset.row ?? -1)];
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
      if (!row || filtering) return undefined;
      if (key === 'Enter' && row.kind === 'clause') return () => onOnly(row);
      if ((key === 'ArrowUp' || key === 'ArrowDown') && isMovable(row))
        return () => change(row, { type: 'stepBranch', id: row.id, step: key === 'ArrowUp' ? 'up' : 'down' });
      return undefined;
    }
    const open = row?.hasChildren && !filtering ? !folded.has(row.id) : null;
    switch (key) {
      case 'ArrowDown':
        return () => step(item, 1);
      case 'ArrowUp':
        return () => step(item, -1);
      case 'Home':
        return () => items()[0]?.focus();
      case 'End':
        return () => items().at(-1)?.focus();
      case 'ArrowRight':
        return () => (row && open === false ? toggle(row.id) : open && step(item, 1));
      case 'ArrowLeft':
        return () => {
          if (row && open) toggle(row.id);
          else tree.current?.querySelector<HTMLElement>(`[data-row="${row?.parent}"]`)?.focus();
        };
      case 'Enter':
        return () => choose(item);
      case 'Tab':
        if (row?.kind !== 'clause' || filtering) return undefined;
        return () => change(row, { type: 'stepBranch', id: row.id, step: shiftKey ? 'promote' : 'demote' });
      case 'Delete':
        return row && isBranch(row) && !filtering ? () => remove(row) : undefined;
      case 'Escape':
        return onLeave;
      default:
        return undefined;
    }
  };
  const choose = (target: HTMLElement) => {
    const item = target.closest<HTMLElement>('[role="treeitem"]');
    const name = item?.dataset.missing;
    if (name) return onAddPart(name as DocumentFunction);
    const row = rows[Number(item?.dataset.row ?? -1)];
    if (!row) return;
    const act = target.closest<HTMLElement>('[data-act]')?.dataset.act;
    if (act === 'fold') toggle(row.id);
    else if (act === 'only') onOnly(row);
    else onJump(row.blockId);
  };

  // One list with the rows: in lists of their own all rows behind a new one would be made anew.
  const missingBefore = (index: number) =>
    missing.filter((row) => row.before === index).map((row) => <MissingPart key={row.function} missing={row} />);

  return (
    <nav className="outline" aria-label="提纲">
      <div className="outline-head">
        <input
          ref={filter}
          type="search"
          className="outline-filter"
          aria-label="筛选提纲"
          placeholder="筛选提纲"
          value={typed}
          onChange={(event) =>
            search(
              event.currentTarget.value,
              (event.nativeEvent as unknown as { isComposing?: boolean }).isComposing === true,
            )
          }
          onCompositionEnd={(event) => search(event.currentTarget.value, false)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'ArrowDown' || event.key === 'Enter') items()[0]?.focus();
            else if (event.key === 'Escape' && typed !== '') search('', false);
            else if (event.key === 'Escape') onLeave();
            else return;
            event.preventDefault();
          }}
        />
        <button
          type="button"
          className="btn btn-ghost btn-icon"
          aria-label={allFolded ? '全部展开' : '全部收起'}
          title={allFolded ? '全部展开' : '全部收起'}
          disabled={foldable.length === 0 || filtering}
          onClick={() => setFolded(allFolded ? new Set() : new Set(foldable.map(({ id }) => id)))}
        >
          <Icon name={allFolded ? 'unfoldAll' : 'foldAll'} />
        </button>
      </div>
      {filtering && shown.length === 0 ? (
        <p className="outline-none">没有含“{query.trim()}”的标题。</p>
      ) : (
        <div
          ref={tree}
          role="tree"
          aria-label="提纲"
          className="outline-tree"
          data-dragging={drag ? (drag.drop ? 'over' : 'refused') : undefined}
          onClick={(event) => choose(event.target as HTMLElement)}
          onPointerDown={(event) => {
            const target = event.target as HTMLElement;
            const row = rows[Number(target.closest<HTMLElement>('[data-row]')?.dataset.row ?? -1)];
            if (row && isMovable(row) && !filtering && !target.closest('[data-act]')) begin(event, row);
          }}
          onFocus={(event) => {
            const id = event.target.dataset.id;
            awaited.current = null;
            if (id !== undefined) setVisited(id);
          }}
          onKeyDown={(event) => {
            const run = onKey(event);
            if (!run) return;
            event.preventDefault();
            event.stopPropagation();
            run();
          }}
        >
          {rows.flatMap((row, index) => [
            ...missingBefore(index),
            hidden.has(index) ? null : (
              <Row
                key={row.id}
                row={row}
                index={index}
                function={carriesFunction(row) ? functions.get(row.blockId) : undefined}
                counts={counts.get(index)}
                current={index === shownCurrent}
                stop={row.id === stop}
                folded={row.hasChildren ? !filtering && folded.has(row.id) : null}
                dim={filtering && !filtered.matched.has(index)}
                dragged={drag?.id === row.id}
              />
            ),
          ])}
          {missingBefore(rows.length)}
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
      )}
    </nav>
  );
};

/** A finding that only reads differently now, such as one that names the length of the text, changes nothing here. */
export const OutlinePanel = memo(Panel, (before, after) =>
  (Object.keys(after) as (keyof OutlinePanelProps)[]).every((key) =>
    key === 'findings' ? sameMarks(before.findings, after.findings) : before[key] === after[key],
  ),
);
