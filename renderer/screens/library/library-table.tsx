import { type KeyboardEvent, useRef, useState } from 'react';
import { genreNames } from '../../../shared/document/genre-names';
import type { LibraryRow } from '../../../shared/ipc/contract';
import { formatCount, formatDay } from '../../app/ui/format';
import { FunctionBars } from './function-bars';
import { type LibraryView, markMatches, rowTitle } from './library-rows';
import { RenameField } from './rename-field';
import { type RowAction, RowContextMenu, RowMenu } from './row-menu';
import type { Library } from './use-library';

type LibraryTableProps = Readonly<{
  rows: readonly LibraryRow[];
  view: LibraryView;
  query: string;
  library: Library;
  onOpen(id: string): void;
  /** Begins a new document from this one. */
  onReuse(row: LibraryRow): void;
  onPurge(row: LibraryRow): void;
}>;

const Counts = ({ counts }: { readonly counts: LibraryRow['summary']['counts'] }) => {
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

/** The documents of one view. Arrow keys go from row to row; Enter, F2 and Delete act on the row in focus. */
export const LibraryTable = ({ rows, view, query, library, onOpen, onReuse, onPurge }: LibraryTableProps) => {
  const [current, setCurrent] = useState<string | null>(null);
  const [renaming, setRenaming] = useState<string | null>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const now = Date.now();
  const tabStop = rows.some((row) => row.id === current) ? current : rows[0]?.id;
  const focusRow = (index: number) =>
    body.current?.querySelectorAll<HTMLElement>('tr')[Math.max(0, Math.min(rows.length - 1, index))]?.focus();

  const actionsOf = (row: LibraryRow): readonly RowAction[] =>
    view === 'all'
      ? [
          { label: '打开', keys: 'Enter', run: () => onOpen(row.id) },
          { label: '改名', keys: 'F2', run: () => setRenaming(row.id) },
          { label: '以此为底稿新建…', run: () => onReuse(row) },
          { label: '复制一份', run: () => void library.duplicate(row) },
          { label: '另存为文件…', run: () => void library.saveAs(row) },
          null,
          { label: '移到回收站', keys: 'Delete', run: () => void library.trash(row) },
        ]
      : [
          { label: '还原', keys: 'Enter', run: () => void library.restore(row) },
          { label: '彻底删除…', keys: 'Delete', run: () => onPurge(row) },
        ];

  const onKeyDown = (event: KeyboardEvent, row: LibraryRow, index: number) => {
    if (event.target !== event.currentTarget) return;
    const keys: Readonly<Record<string, () => void>> = {
      ArrowDown: () => focusRow(index + 1),
      ArrowUp: () => focusRow(index - 1),
      Home: () => focusRow(0),
      End: () => focusRow(rows.length - 1),
      Enter: () => (view === 'all' ? onOpen(row.id) : void library.restore(row)),
      ...(view === 'all' && { F2: () => setRenaming(row.id) }),
      Delete: () => {
        focusRow(index === rows.length - 1 ? index - 1 : index + 1);
        if (view === 'all') void library.trash(row);
        else onPurge(row);
      },
    };
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };

  return (
    <table className="library-table">
      <thead>
        <tr>
          <th>文稿</th>
          <th className="col-genre">文体</th>
          <th className="col-bars">必备要素</th>
          <th className="col-counts">检查</th>
          <th className="col-date">{view === 'all' ? '最近修改' : '移入时间'}</th>
          <th className="col-menu">
            <span className="visually-hidden">操作</span>
          </th>
        </tr>
      </thead>
      <tbody ref={body}>
        {rows.map((row, index) => {
          const title = rowTitle(row);
          const { summary } = row;
          return (
            <RowContextMenu
              key={row.id}
              actions={actionsOf(row)}
              row={
                <tr
                  tabIndex={row.id === tabStop ? 0 : -1}
                  onFocus={() => setCurrent(row.id)}
                  onKeyDown={(event) => onKeyDown(event, row, index)}
                  onDoubleClick={() => view === 'all' && renaming !== row.id && onOpen(row.id)}
                >
                  <td>
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
                      {formatCount(summary.characters)} 字
                    </small>
                  </td>
                  <td>{genreNames[summary.genre]}</td>
                  <td>
                    <FunctionBars functions={summary.functions} />
                  </td>
                  <td>
                    <Counts counts={summary.counts} />
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
      </tbody>
    </table>
  );
};
