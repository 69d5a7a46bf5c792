import { memo, type Ref, useImperativeHandle, useMemo, useRef, useState } from 'react';
import type { Finding } from '../../../shared/checks/types';
import type { GovDocument } from '../../../shared/document/document';
import type { DocumentFunction, FunctionAssessments } from '../../../shared/functions/types';
import type { OutlineRow } from '../../app/outline/outline-rows';
import { Icon } from '../../app/ui/icon';
import { outlineItems } from './outline-items';
import { countByRow, filterRows, hiddenRows, missingRows, sameMarks } from './outline-marks';
import { type OutlineActions, OutlineTree, type TreeHandle } from './outline-tree';
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
}> &
  OutlineActions;

/** The outline: numbers, function bars, finding counts; the missing required parts where they belong. */
const Panel = (props: OutlinePanelProps) => {
  const { document, rows, current, functions, findings, assessments } = props;
  const { onJump, onAddPart, onRun, onDelete, onOnly, onLeave } = props;
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [typed, setTyped] = useState('');
  const [query, setQuery] = useState('');
  const filter = useRef<HTMLInputElement>(null);
  const tree = useRef<TreeHandle>(null);
  useImperativeHandle(props.ref, () => ({ focusFilter: () => filter.current?.select() }), []);

  const filtered = useMemo(() => (query.trim() === '' ? null : filterRows(rows, query)), [rows, query]);
  const hidden = useMemo(() => filtered?.hidden ?? hiddenRows(rows, folded), [rows, folded, filtered]);
  const counts = useMemo(() => countByRow(document, rows, findings, hidden), [document, rows, findings, hidden]);
  const items = useMemo(
    () => outlineItems(rows, hidden, assessments && !filtered ? missingRows(document, rows, assessments) : []),
    [document, rows, hidden, assessments, filtered],
  );
  let shownCurrent = current;
  while (hidden.has(shownCurrent)) shownCurrent = rows[shownCurrent]?.parent ?? -1;
  const foldable = rows.filter((row) => row.hasChildren);
  const allFolded = foldable.length > 0 && foldable.every(({ id }) => folded.has(id));

  const toggle = (id: string) =>
    setFolded((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  const unfold = (ids: readonly string[]) =>
    setFolded((before) => {
      const gone = new Set(ids);
      return ids.some((id) => before.has(id)) ? new Set([...before].filter((id) => !gone.has(id))) : before;
    });
  const search = (text: string, composing: boolean) => {
    setTyped(text);
    if (!composing) setQuery(text);
  };

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
            if (event.key === 'ArrowDown' || event.key === 'Enter') tree.current?.focusFirst();
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
          disabled={foldable.length === 0 || filtered !== null}
          onClick={() => setFolded(allFolded ? new Set() : new Set(foldable.map(({ id }) => id)))}
        >
          <Icon name={allFolded ? 'unfoldAll' : 'foldAll'} />
        </button>
      </div>
      {filtered && items.length === 0 ? (
        <p className="outline-none">没有含“{query.trim()}”的标题。</p>
      ) : (
        <OutlineTree
          ref={tree}
          parts={document.parts}
          rows={rows}
          items={items}
          current={shownCurrent}
          functions={functions}
          counts={counts}
          folded={folded}
          matched={filtered?.matched ?? null}
          onToggle={toggle}
          onUnfold={unfold}
          onJump={onJump}
          onAddPart={onAddPart}
          onRun={onRun}
          onDelete={onDelete}
          onOnly={onOnly}
          onLeave={onLeave}
        />
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
