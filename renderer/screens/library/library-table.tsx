import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { statusNames } from '../../../shared/document/filing';
import { genreNames } from '../../../shared/document/genre-names';
import type { LibraryRow } from '../../../shared/ipc/contract';
import { formatCount, formatDay } from '../../app/ui/format';
import { FunctionBars } from './function-bars';
import { type LibrarySort, type LibraryView, markMatches, rowTitle, type SortKey } from './library-rows';
import { RenameField } from './rename-field';
import { type RowAction, RowContextMenu, RowMenu } from './row-menu';
import type { Library } from './use-library';
import type { Selection } from './use-selection';
import './library-table.css';

type LibraryTableProps = Readonly<{
  rows: readonly LibraryRow[];
  view: LibraryView;
  query: string;
  library: Library;
  sort: LibrarySort;
  onSort(sort: LibrarySort): void;
  selection: Selection;
  /** What scrolls around the table. */
  scroller: HTMLElement | null;
  onOpen(id: string): void;
  /** Begins a new document from this one. */
  onReuse(row: LibraryRow): void;
  onFile(rows: readonly LibraryRow[]): void;
  /** Into the 回收站. */
  onTrash(rows: readonly LibraryRow[]): void;
  onPurge(row: LibraryRow): void;
  /** Saves it as a file with a password. */
  onSeal(row: LibraryRow): void;
}>;

/** Height of a row in px, as library-table.css sets it. */
const rowHeight = 60;

const Counts = ({ summary: { counts }, summaryOf }: Pick<LibraryRow, 'summary' | 'summaryOf'>) => {
  if (summaryOf !== 'now')
    return (
      <span
        className="tag"
        title={summaryOf === 'earlier-text' ? '文稿有改动，正在重新检查' : '校核规则有变化，正在重新检查'}
      >
        待重查
      </span>
    );
  if (counts.must + counts.should === 0) return <span className="tag tag-ok">无问题</span>;
  return (
    <>
      {counts.must > 0 && (
        <span className="badge badge-must" role="img" aria-label={`必改 ${counts.must}`}>
          {counts.must}
        </span>
      )}{' '}
      {counts.should > 0 && (
        <span className="badge badge-should" role="img" aria-label={`建议 ${counts.should}`}>
          {counts.should}
        </span>
      )}
    </>
  );
};

type HeadProps = Readonly<{
  by: SortKey;
  name: string;
  className?: string;
  sort: LibrarySort;
  onSort(sort: LibrarySort): void;
}>;

/** A column's name; pressing it puts the list in its order, pressing it again turns that round. */
const SortHead = ({ by, name, className, sort, onSort }: HeadProps) => {
  const isOn = sort.by === by;
  return (
    <th className={className} aria-sort={isOn ? (sort.descending ? 'descending' : 'ascending') : 'none'}>
      <button
        type="button"
        className="sort-head"
        onClick={() => onSort({ by, descending: isOn ? !sort.descending : by === 'time' || by === 'problems' })}
      >
        {name}
        {isOn && <span aria-hidden="true">{sort.descending ? '↓' : '↑'}</span>}
      </button>
    </th>
  );
};

/**
 * The documents of one view, of which only those in sight are drawn. Arrow keys go from row to row, with Shift they
 * select; Enter, F2 and Delete act on the row in focus, Space selects it.
 */
export const LibraryTable = (props: LibraryTableProps) => {
  const { rows, view, query, library, sort, onSort, selection, scroller } = props;
  const { onOpen, onReuse, onFile, onTrash, onPurge, onSeal } = props;
  const [current, setCurrent] = useState<string | null>(null);
  const [renaming, setRenaming] = useState<string | null>(null);
  const [top, setTop] = useState(0);
  const body = useRef<HTMLTableSectionElement>(null);
  /** The row that takes the focus as soon as it is drawn. */
  const wanted = useRef<string | null>(null);
  const now = Date.now();
  const tabStop = rows.some((row) => row.id === current) ? current : rows[0]?.id;

  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller,
    estimateSize: () => rowHeight,
    scrollMargin: top,
    overscan: 10,
    getItemKey: (index) => rows[index]?.id ?? index,
  });
  useLayoutEffect(() => {
    const place = body.current;
    if (place && scroller)
      setTop(Math.round(place.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop));
    const row = wanted.current && body.current?.querySelector<HTMLElement>(`tr[data-id="${wanted.current}"]`);
    if (!row) return;
    wanted.current = null;
    row.focus();
  });
  const focusRow = (index: number): LibraryRow | undefined => {
    const at = Math.max(0, Math.min(rows.length - 1, index));
    const row = rows[at];
    if (!row) return undefined;
    wanted.current = row.id;
    setCurrent(row.id);
    virtual.scrollToIndex(at);
    return row;
  };

  const actionsOf = (row: LibraryRow): readonly RowAction[] =>
    view === 'all'
      ? [
          { label: '打开', keys: 'Enter', run: () => onOpen(row.id) },
          { label: '改名', keys: 'F2', run: () => setRenaming(row.id) },
          { label: '归档…', keys: 'F4', run: () => onFile([row]) },
          { label: '以此为底稿新建…', run: () => onReuse(row) },
          { label: '复制一份', run: () => void library.duplicate(row) },
          { label: '另存为文件…', run: () => void library.saveAs(row) },
          { label: '加密另存…', run: () => onSeal(row) },
          null,
          { label: '移到回收站', keys: 'Delete', run: () => onTrash([row]) },
        ]
      : [
          { label: '还原', keys: 'Enter', run: () => void library.restore(row) },
          { label: '彻底删除…', keys: 'Delete', run: () => onPurge(row) },
        ];
  /** The rows a key acts on: all selected ones when the row in focus is among them. */
  const meant = (row: LibraryRow): readonly LibraryRow[] =>
    selection.ids.has(row.id) ? rows.filter(({ id }) => selection.ids.has(id)) : [row];

  const onKeyDown = (event: KeyboardEvent, row: LibraryRow, index: number) => {
    if (event.target !== event.currentTarget) return;
    const page = Math.max(1, Math.floor((scroller?.clientHeight ?? rowHeight) / rowHeight) - 2);
    const go = (to: number) => {
      const next = focusRow(to);
      if (event.shiftKey && next && view === 'all') selection.extend(rows, row.id, next.id);
    };
    const keys: Readonly<Record<string, () => void>> = {
      ArrowDown: () => go(index + 1),
      ArrowUp: () => go(index - 1),
      PageDown: () => go(index + page),
      PageUp: () => go(index - page),
      Home: () => go(0),
      End: () => go(rows.length - 1),
      Enter: () => (view === 'all' ? onOpen(row.id) : void library.restore(row)),
      Delete: () => {
        const doomed = meant(row);
        if (doomed.length === 1) focusRow(index === rows.length - 1 ? index - 1 : index + 1);
        if (view === 'all') onTrash(doomed);
        else onPurge(row);
      },
      ...(view === 'all' && {
        F2: () => setRenaming(row.id),
        F4: () => onFile(meant(row)),
        ' ': () => selection.toggle(row.id),
        Escape: selection.clear,
      }),
    };
    const act = event.ctrlKey && event.key === 'a' && view === 'all' ? () => selection.all(rows) : keys[event.key];
    if (!act || (event.ctrlKey && event.key !== 'a')) return;
    event.preventDefault();
    act();
  };

  const drawn = virtual.getVirtualItems();
  const above = (drawn[0]?.start ?? top) - top;
  const below = virtual.getTotalSize() - ((drawn.at(-1)?.end ?? top) - top);
  const head = { sort, onSort };
  return (
    <table className="library-table" aria-rowcount={rows.length + 1}>
      <thead>
        <tr aria-rowindex={1}>
          <SortHead by="title" name="文稿" {...head} />
          <SortHead by="genre" name="文体" className="col-genre" {...head} />
          <SortHead by="status" name="状态" className="col-status" {...head} />
          <th className="col-bars">必备要素</th>
          <SortHead by="problems" name="检查" className="col-counts" {...head} />
          <SortHead by="time" name={view === 'all' ? '最近修改' : '移入时间'} className="col-date" {...head} />
          <th className="col-menu">
            <span className="visually-hidden">操作</span>
          </th>
        </tr>
      </thead>
      <tbody ref={body}>
        {above > 0 && (
          <tr className="gap">
            <td colSpan={7} style={{ height: above }} />
          </tr>
        )}
        {drawn.map(({ index }) => {
          const row = rows[index];
          if (!row) return null;
          const title = rowTitle(row);
          const { summary, filing } = row;
          const isSelected = selection.ids.has(row.id);
          return (
            <RowContextMenu
              key={row.id}
              actions={actionsOf(row)}
              row={
                <tr
                  data-id={row.id}
                  data-selected={isSelected || undefined}
                  aria-rowindex={index + 2}
                  aria-selected={view === 'all' ? isSelected : undefined}
                  tabIndex={row.id === tabStop ? 0 : -1}
                  onFocus={() => setCurrent(row.id)}
                  onKeyDown={(event) => onKeyDown(event, row, index)}
                  onClick={(event) => {
                    if (view !== 'all' || event.target instanceof HTMLInputElement) return;
                    if (event.shiftKey) selection.extend(rows, current ?? row.id, row.id);
                    else if (event.ctrlKey || event.metaKey) selection.toggle(row.id);
                  }}
                  onDoubleClick={() => view === 'all' && renaming !== row.id && onOpen(row.id)}
                >
                  <td>
                    <div className="library-title">
                      {view === 'all' && (
                        <input
                          type="checkbox"
                          tabIndex={-1}
                          aria-label={`选中《${title}》`}
                          checked={isSelected}
                          onChange={() => selection.toggle(row.id)}
                          onDoubleClick={(event) => event.stopPropagation()}
                        />
                      )}
                      <div>
                        {renaming === row.id ? (
                          <RenameField
                            title={title}
                            onDone={(name) => {
                              setRenaming(null);
                              focusRow(index);
                              if (name !== null && name !== title) void library.rename(row, name);
                            }}
                          />
                        ) : (
                          <b title={title}>
                            {markMatches(title, query).map((stretch, at) =>
                              // biome-ignore lint/suspicious/noArrayIndexKey: stretches have no identity but their place
                              stretch.match ? <mark key={at}>{stretch.text}</mark> : stretch.text,
                            )}
                          </b>
                        )}
                        <small>
                          {summary.issuer && `${summary.issuer} · `}
                          {formatCount(summary.characters)} 字{filing.folder !== null && ` · ${filing.folder}`}
                          {filing.tags.map((tag) => (
                            <span key={tag} className="tag">
                              {tag}
                            </span>
                          ))}
                        </small>
                      </div>
                    </div>
                  </td>
                  <td>{genreNames[summary.genre]}</td>
                  <td>{statusNames[filing.status]}</td>
                  <td className="col-bars">
                    <FunctionBars functions={summary.functions} />
                  </td>
                  <td>
                    <Counts summary={summary} summaryOf={row.summaryOf} />
                  </td>
                  <td className="col-date">{formatDay(row.trashedAt ?? row.updatedAt, now)}</td>
                  <td className="col-menu">
                    <RowMenu title={title} actions={actionsOf(row)} />
                  </td>
                </tr>
              }
            />
          );
        })}
        {below > 0 && (
          <tr className="gap">
            <td colSpan={7} style={{ height: below }} />
          </tr>
        )}
      </tbody>
    </table>
  );
};
