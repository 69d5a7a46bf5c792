import { useDeferredValue, useMemo, useRef, useState } from 'react';
import type { DocumentFunction } from '../../../shared/functions/types';
import type { Imported, LibraryRow } from '../../../shared/ipc/contract';
import { showAppDialog } from '../../app/app-dialogs';
import { setPreferences, usePreferences } from '../../app/preferences';
import { whileReading } from '../../app/reading-files';
import { sayError } from '../../app/say-error';
import { Icon } from '../../app/ui/icon';
import { useShortcuts } from '../../app/use-shortcuts';
import { call } from '../../ipc/client';
import type { Incoming } from '../incoming/incoming-screen';
import { FilterBar } from './filter-bar';
import { libraryCommands } from './library-commands';
import { type LibraryDialog, LibraryDialogs } from './library-dialogs';
import { filterChoices, type LibraryView, newestFirst, noFilter, readQuery, visibleRows } from './library-rows';
import { LibraryTable } from './library-table';
import { SelectionBar } from './selection-bar';
import { TextHits } from './text-hits';
import { useLibrary } from './use-library';
import { useSelection } from './use-selection';
import { useTextSearch } from './use-text-search';
import { WaysToBegin } from './ways-to-begin';
import './library.css';

type LibraryScreenProps = Readonly<{
  /** Opens a document, at a block where one is given. */ onOpen(id: string, blockId?: string): void;
  onImported(result: Imported): void;
  /** Checks a file without keeping it. */
  onIncoming(incoming: Incoming): void;
  /** Opens the sample and goes round the editor. */
  onTour(): void;
}>;

/** All documents, the 回收站, and the ways to begin a new one. */
export const LibraryScreen = ({ onOpen, onImported, onIncoming, onTour }: LibraryScreenProps) => {
  const library = useLibrary();
  const { toured } = usePreferences();
  const [view, setView] = useState<LibraryView>('all');
  const [query, setQuery] = useState('');
  const [filter, setFilter] = useState(noFilter);
  const [sort, setSort] = useState(newestFirst);
  const selection = useSelection();
  /** The function that a search looks in, chosen beside the results. */
  const [chosenWithin, setChosenWithin] = useState<DocumentFunction | null>(null);
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const [dialog, setDialog] = useState<LibraryDialog | null>(null);
  const search = useRef<HTMLInputElement>(null);

  const startFrom = (chosen: string | null) => setDialog({ kind: 'reuse', chosen });
  const openFiles = () => void whileReading(call('files:open', {})).then(onImported, (error) => sayError(error));

  const checkIncoming = () =>
    void call('review:open', {}).then(
      (incoming) => incoming && onIncoming(incoming),
      (error) => sayError(error, true),
    );

  useShortcuts(
    {
      'Ctrl+F': () => search.current?.select(),
      'Ctrl+K': () => setDialog({ kind: 'palette' }),
      F1: () => showAppDialog('help'),
      'Ctrl+/': () => showAppDialog('help'),
    },
    dialog === null,
  );

  const asked = readQuery(query);
  const within = asked.within ?? chosenWithin;
  const texts = useTextSearch(asked.words, within);

  const { rows } = library;
  // A long list is put in order behind the key that asked for it.
  const words = useDeferredValue(asked.words);
  const shown = useMemo(() => visibleRows(rows ?? [], view, words, filter, sort), [rows, view, words, filter, sort]);
  const choices = useMemo(() => filterChoices(rows ?? []), [rows]);
  const selected = useMemo(() => shown.filter((row) => selection.ids.has(row.id)), [shown, selection.ids]);
  if (rows === null) return <div className="waiting">正在打开文库…</div>;
  const isNarrowed = Object.values(filter).some((value) => value !== null);
  const trash = (doomedRows: readonly LibraryRow[]) => {
    selection.clear();
    void library.trash(doomedRows);
  };
  const show = (next: LibraryView, folder: string | null = null) => {
    selection.clear();
    setView(next);
    setFilter({ ...noFilter, folder });
  };
  const trashed = rows.filter((row) => row.trashedAt !== null);
  const views = [
    { view: 'all', name: '全部文稿', icon: 'papers', count: rows.length - trashed.length },
    { view: 'trash', name: '回收站', icon: 'trash', count: trashed.length },
  ] as const;

  return (
    <div className="frame">
      <header className="bar">
        <h1 className="brand">拟稿</h1>
        <span className="spacer" />
        <div className="search">
          <Icon name="search" size={14} />
          <input
            ref={search}
            type="search"
            aria-label="查找文稿"
            placeholder="按标题、单位、正文查找"
            value={query}
            onChange={(event) => setQuery(event.currentTarget.value)}
            onKeyDown={(event) => event.key === 'Escape' && setQuery('')}
          />
          <kbd>Ctrl+F</kbd>
        </div>
        <span className="spacer" />
      </header>
      <div className="library">
        <nav className="library-nav" aria-label="文库">
          {views.map((item) => (
            <button
              key={item.view}
              type="button"
              aria-current={view === item.view && filter.folder === null ? 'page' : undefined}
              onClick={() => show(item.view)}
            >
              <Icon name={item.icon} />
              {item.name}
              <em>{item.count}</em>
            </button>
          ))}
          {choices.folders.length > 0 && <span className="library-nav-line" />}
          {choices.folders.map(({ name, count }) => (
            <button
              key={name}
              type="button"
              className="library-folder"
              title={name}
              aria-current={view === 'all' && filter.folder === name ? 'page' : undefined}
              onClick={() => show('all', name)}
            >
              <Icon name="folder" />
              <span>{name}</span>
              <em>{count}</em>
            </button>
          ))}
          <span className="library-nav-line" />
          <button type="button" onClick={() => setDialog({ kind: 'folder' })}>
            <Icon name="plus" />
            读入文件夹
          </button>
          <button type="button" onClick={() => setDialog({ kind: 'templates' })}>
            <Icon name="papers" />
            本单位模板
          </button>
          <button type="button" onClick={() => setDialog({ kind: 'units' })}>
            <Icon name="papers" />
            单位名录
          </button>
          <button type="button" onClick={() => setDialog({ kind: 'rules' })}>
            <Icon name="papers" />
            校核规则
          </button>
          <button type="button" onClick={() => setDialog({ kind: 'backups' })}>
            <Icon name="papers" />
            备份与恢复
          </button>
          <span className="library-nav-line" />
          <button type="button" onClick={() => showAppDialog('settings')}>
            <Icon name="gear" />
            设置
          </button>
          <button type="button" onClick={() => showAppDialog('help')}>
            <Icon name="help" />
            帮助
          </button>
        </nav>
        <main className="library-body" ref={setScroller}>
          {view === 'all' ? (
            <WaysToBegin
              onNew={() => setDialog({ kind: 'new' })}
              onOpenFile={openFiles}
              onReuse={() => startFrom(null)}
              onIncoming={checkIncoming}
            />
          ) : (
            <div className="trash-head">
              <p>移到这里的文稿可以还原；彻底删除后不能找回。</p>
              <span className="spacer" />
              <button
                type="button"
                className="btn"
                disabled={trashed.length === 0}
                onClick={() => setDialog({ kind: 'purge', rows: trashed })}
              >
                清空回收站…
              </button>
            </div>
          )}
          {view === 'all' &&
            (selected.length > 0 ? (
              <SelectionBar
                rows={selected}
                actions={[
                  { label: '归档…', run: (some) => setDialog({ kind: 'file', rows: some }) },
                  { label: '出稿…', run: (some) => setDialog({ kind: 'circulate', rows: some }) },
                  { label: '移到回收站', run: trash },
                ]}
                onClear={selection.clear}
              />
            ) : (
              <FilterBar filter={filter} choices={choices} onChange={setFilter} />
            ))}
          {shown.length > 0 ? (
            <LibraryTable
              rows={shown}
              view={view}
              query={words}
              library={library}
              sort={sort}
              onSort={setSort}
              selection={selection}
              scroller={scroller}
              onFile={(some) => setDialog({ kind: 'file', rows: some })}
              onTrash={trash}
              onOpen={onOpen}
              onPurge={(row) => setDialog({ kind: 'purge', rows: [row] })}
              onSeal={(row) => setDialog({ kind: 'seal', row })}
              onReuse={(row) => startFrom(row.id)}
            />
          ) : (
            <p className="library-empty">
              {words.trim() !== ''
                ? `没有标题或单位含“${words.trim()}”的文稿。`
                : isNarrowed
                  ? '没有符合这些条件的文稿。'
                  : view === 'all'
                    ? '还没有文稿。从模板新建，或打开一份已有的文稿；也可以把文件直接拖进来。'
                    : '回收站是空的。'}
            </p>
          )}
          {view === 'all' && rows.length === 0 && !toured && (
            <div className="tour-offer">
              <button type="button" className="btn btn-primary" onClick={onTour}>
                第一次使用：打开示例走一遍
              </button>
              <button type="button" className="btn" onClick={() => setPreferences({ toured: true })}>
                不用了
              </button>
            </div>
          )}
          {view === 'all' && (
            <TextHits search={texts} rows={rows} within={within} onWithin={setChosenWithin} onOpen={onOpen} />
          )}
        </main>
      </div>
      <LibraryDialogs
        dialog={dialog}
        onShow={setDialog}
        library={library}
        rows={rows}
        choices={choices}
        commands={() =>
          libraryCommands({
            view,
            trashed: trashed.length,
            show: setDialog,
            showView: show,
            checkIncoming,
            openFiles,
            sort: setSort,
            search: () => search.current?.select(),
            emptyTrash: () => setDialog({ kind: 'purge', rows: trashed }),
          })
        }
        onOpen={onOpen}
        onReturn={() => search.current?.focus()}
      />
    </div>
  );
};
