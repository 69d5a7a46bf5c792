import { useRef, useState } from 'react';
import type { Imported, LibraryRow } from '../../../shared/ipc/contract';
import { ConfirmDialog } from '../../app/ui/confirm-dialog';
import { Icon } from '../../app/ui/icon';
import { say } from '../../app/ui/toasts';
import { useShortcuts } from '../../app/use-shortcuts';
import { NewDocumentDialog } from '../../features/new-document/new-document-dialog';
import { Palette } from '../../features/palette/palette';
import { ShortcutsDialog } from '../../features/palette/shortcuts-dialog';
import { ReuseDialog } from '../../features/reuse/reuse-dialog';
import { TemplatesDialog } from '../../features/templates/templates-dialog';
import { UnitsDialog } from '../../features/units/units-dialog';
import { call, sentenceOf } from '../../ipc/client';
import { libraryCommands } from './library-commands';
import { type LibraryView, rowTitle, visibleRows } from './library-rows';
import { LibraryTable } from './library-table';
import { TextHits } from './text-hits';
import { useLibrary } from './use-library';
import { useTextSearch } from './use-text-search';
import { WaysToBegin } from './ways-to-begin';
import './library.css';

type LibraryScreenProps = Readonly<{
  /** Opens a document, at a block where one is given. */ onOpen(id: string, blockId?: string): void;
  onImported(result: Imported): void;
}>;

/** All documents, the 回收站, and the ways to begin a new one. */
export const LibraryScreen = ({ onOpen, onImported }: LibraryScreenProps) => {
  const library = useLibrary();
  const [view, setView] = useState<LibraryView>('all');
  const [query, setQuery] = useState('');
  const [dialog, setDialog] = useState<'new' | 'palette' | 'shortcuts' | 'templates' | 'units' | 'reuse' | null>(null);
  /** 从模板新建 leads to the bureau's own templates, and they lead back. */
  const [backToNew, setBackToNew] = useState(false);
  /** The document that is to be the start of a new one. */
  const [earlier, setEarlier] = useState<string | null>(null);
  const [doomed, setDoomed] = useState<readonly LibraryRow[]>([]);
  const search = useRef<HTMLInputElement>(null);

  const startFrom = (id: string | null) => {
    setEarlier(id);
    setDialog('reuse');
  };
  const openFiles = () => void call('files:open', {}).then(onImported, (error) => say(sentenceOf(error)));

  useShortcuts(
    {
      'Ctrl+F': () => search.current?.select(),
      'Ctrl+K': () => setDialog('palette'),
      F1: () => setDialog('shortcuts'),
      'Ctrl+/': () => setDialog('shortcuts'),
    },
    dialog === null && doomed.length === 0,
  );

  const texts = useTextSearch(query);

  const { rows } = library;
  if (rows === null) return <div className="waiting">正在打开文库…</div>;
  const shown = visibleRows(rows, view, query);
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
              aria-current={view === item.view ? 'page' : undefined}
              onClick={() => setView(item.view)}
            >
              <Icon name={item.icon} />
              {item.name}
              <em>{item.count}</em>
            </button>
          ))}
          <span className="library-nav-line" />
          <button type="button" onClick={() => setDialog('templates')}>
            <Icon name="papers" />
            本单位模板
          </button>
          <button type="button" onClick={() => setDialog('units')}>
            <Icon name="papers" />
            单位名录
          </button>
        </nav>
        <main className="library-body">
          {view === 'all' ? (
            <WaysToBegin onNew={() => setDialog('new')} onOpenFile={openFiles} onReuse={() => startFrom(null)} />
          ) : (
            <div className="trash-head">
              <p>移到这里的文稿可以还原；彻底删除后不能找回。</p>
              <span className="spacer" />
              <button type="button" className="btn" disabled={trashed.length === 0} onClick={() => setDoomed(trashed)}>
                清空回收站…
              </button>
            </div>
          )}
          {shown.length > 0 ? (
            <LibraryTable
              rows={shown}
              view={view}
              query={query}
              library={library}
              onOpen={onOpen}
              onPurge={(row) => setDoomed([row])}
              onReuse={(row) => startFrom(row.id)}
            />
          ) : (
            <p className="library-empty">
              {query.trim() !== ''
                ? `没有标题或单位含“${query.trim()}”的文稿。`
                : view === 'all'
                  ? '还没有文稿。从模板新建，或打开一份已有的文稿；也可以把文件直接拖进来。'
                  : '回收站是空的。'}
            </p>
          )}
          {view === 'all' && <TextHits search={texts} rows={rows} onOpen={onOpen} />}
        </main>
      </div>
      {dialog === 'new' && (
        <NewDocumentDialog
          onClose={() => setDialog(null)}
          onManage={() => {
            setBackToNew(true);
            setDialog('templates');
          }}
          onCreated={(id) => {
            setDialog(null);
            onOpen(id);
          }}
        />
      )}
      {dialog === 'templates' && (
        <TemplatesDialog
          onClose={() => {
            setDialog(backToNew ? 'new' : null);
            setBackToNew(false);
          }}
        />
      )}
      {dialog === 'units' && <UnitsDialog onClose={() => setDialog(null)} />}
      {dialog === 'reuse' && (
        <ReuseDialog
          rows={rows.filter((row) => row.trashedAt === null)}
          chosen={earlier}
          onClose={() => setDialog(null)}
          onCreated={(id) => {
            setDialog(null);
            onOpen(id);
          }}
        />
      )}
      {dialog === 'shortcuts' && <ShortcutsDialog onClose={() => setDialog(null)} />}
      {dialog === 'palette' && (
        <Palette
          commands={libraryCommands({
            view,
            trashed: trashed.length,
            newDocument: () => setDialog('new'),
            reuse: () => startFrom(null),
            openTemplates: () => setDialog('templates'),
            openUnits: () => setDialog('units'),
            openFiles,
            search: () => search.current?.select(),
            show: setView,
            emptyTrash: () => setDoomed(trashed),
            showShortcuts: () => setDialog('shortcuts'),
          })}
          places={rows
            .filter((row) => row.trashedAt === null)
            .map((row) => ({
              id: row.id,
              name: rowTitle(row),
              note: '打开',
              pinyin: '',
              run: () => onOpen(row.id),
            }))}
          onClose={() => setDialog(null)}
          onReturn={() => search.current?.focus()}
        />
      )}
      {doomed.length > 0 && (
        <ConfirmDialog
          title={doomed.length === 1 ? '彻底删除这份文稿' : `彻底删除 ${doomed.length} 份文稿`}
          text={
            doomed[0] && doomed.length === 1
              ? `《${rowTitle(doomed[0])}》删除后不能找回。`
              : '回收站里的文稿删除后不能找回。'
          }
          action="彻底删除"
          danger
          onCancel={() => setDoomed([])}
          onConfirm={() => {
            void library.purge(doomed);
            setDoomed([]);
          }}
        />
      )}
    </div>
  );
};
