import { useCallback, useEffect, useRef, useState } from 'react';
import type { ExportOptions } from '../../../shared/export/export-options';
import type { Page } from '../../../shared/layout/paginate/page';
import { Icon } from '../../app/ui/icon';
import { useShortcuts } from '../../app/use-shortcuts';
import { PageDesk, type PageDeskHandle } from './page-desk';
import { nextZoom, type PageView } from './page-rows';
import type { LinePlace } from './page-sheet';
import { PreviewSide, type ReadyLine } from './preview-side';
import { usePrinting } from './use-printing';
import './preview.css';

type PreviewProps = Readonly<{
  id: string;
  title: string;
  /** Null until they are counted. */
  pages: readonly Page[] | null;
  /** The newest state could not be set. */
  failed: boolean;
  /** The page to begin with. */
  first: number;
  lines: readonly ReadyLine[];
  options: ExportOptions;
  onOptions(options: ExportOptions): void;
  onLine(place: LinePlace): void;
  /** Hands over what is unsaved: PDF and paper are made from what is stored. */
  flush(): Promise<void>;
  onCirculate(): void;
  onClose(): void;
  /** A dialog stands in front of it and has the keys. */
  covered: boolean;
}>;

const views: readonly Readonly<{ view: PageView; label: string }>[] = [
  { view: 'one', label: '单页' },
  { view: 'two', label: '双页' },
  { view: 'all', label: '整篇' },
];
/** 版面预览: the pages as they are printed, and what is open before the document is circulated. */
export const Preview = (props: PreviewProps) => {
  const { id, title, pages, failed, first, lines, options, onOptions, onLine, flush, onClose, covered } = props;
  const printing = usePrinting(id, options, flush);
  const desk = useRef<PageDeskHandle>(null);
  const frame = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<PageView>('two');
  const [zoom, setZoom] = useState<number | null>(null);
  const [grid, setGrid] = useState(false);
  const [seen, setSeen] = useState({ from: first, to: first, zoom: 100 });
  const onSeen = useCallback((from: number, to: number, now: number) => setSeen({ from, to, zoom: now }), []);
  const shown = useRef(seen);
  shown.current = seen;
  const step = useCallback((direction: 1 | -1) => setZoom(nextZoom(shown.current.zoom, direction)), []);
  const count = pages?.length ?? 0;

  const isThere = pages !== null;
  useEffect(() => {
    if (isThere) frame.current?.querySelector<HTMLElement>('.page-desk')?.focus({ preventScroll: true });
  }, [isThere]);

  useShortcuts(
    {
      Escape: onClose,
      'Ctrl+=': () => step(1),
      'Ctrl++': () => step(1),
      'Ctrl+-': () => step(-1),
      'Ctrl+0': () => setZoom(null),
      'Ctrl+G': () => setGrid(!grid),
      'Ctrl+P': printing.print,
    },
    printing.dialog === null && !covered,
  );

  return (
    <div ref={frame} className="frame frame-with-status preview">
      <header className="bar">
        <button type="button" className="btn btn-ghost bar-back" onClick={onClose}>
          <Icon name="back" size={14} />
          返回编辑
        </button>
        <div className="bar-title">
          <h1>版面预览</h1>
          <p title={title}>{title || '（未写标题）'}</p>
        </div>
        <span className="spacer" />
        <fieldset className="seg" aria-label="页面排列">
          {views.map((one) => (
            <button
              key={one.view}
              type="button"
              aria-pressed={view === one.view}
              onClick={() => {
                setView(one.view);
                setZoom(null);
              }}
            >
              {one.label}
            </button>
          ))}
        </fieldset>
        <button
          type="button"
          className="btn"
          aria-pressed={grid}
          onClick={() => setGrid(!grid)}
          title="显示 22 行 × 28 字的网格（Ctrl+G）"
        >
          网格
        </button>
        <button type="button" className="btn" disabled={!pages} onClick={printing.savePdf}>
          导出 PDF
        </button>
        <button type="button" className="btn" disabled={!pages} onClick={printing.print} title="打印（Ctrl+P）">
          打印
        </button>
        <button type="button" className="btn btn-primary" disabled={!pages} onClick={props.onCirculate}>
          出稿
        </button>
      </header>
      <main className="preview-main">
        {failed ? (
          <p className="waiting" role="alert">
            这份文稿没有排成版面，文稿没有改动。请返回编辑，改动后再试；仍不成功时请联系维护人员。
          </p>
        ) : pages ? (
          <PageDesk
            ref={desk}
            pages={pages}
            view={view}
            zoom={zoom}
            grid={grid ? options.profile : null}
            first={first}
            onLine={onLine}
            onSeen={onSeen}
            onWheelZoom={step}
          />
        ) : (
          <p className="waiting" role="status">
            正在排版…
          </p>
        )}
        <PreviewSide lines={lines} options={options} onOptions={onOptions} />
      </main>
      <footer className="status">
        <span role="status">
          {count > 0 && `第 ${seen.from}${seen.to > seen.from ? `—${seen.to}` : ''} 页，共 ${count} 页`}
        </span>
        <PageField count={count} at={seen.from} onGo={(page) => desk.current?.show(page)} />
        <span className="spacer" />
        <span className="status-item">点击页面任意一行回到编辑处</span>
        <fieldset className="status-zoom" aria-label="页面大小">
          <button type="button" aria-label="缩小" onClick={() => step(-1)}>
            <Icon name="minus" size={12} />
          </button>
          <button type="button" title="合适大小（Ctrl+0）" onClick={() => setZoom(null)}>
            {seen.zoom}%
          </button>
          <button type="button" aria-label="放大" onClick={() => step(1)}>
            <Icon name="plus" size={12} />
          </button>
        </fieldset>
      </footer>
      {printing.dialog}
    </div>
  );
};

const PageField = ({ count, at, onGo }: Readonly<{ count: number; at: number; onGo(page: number): void }>) => {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <form
      className="page-field"
      onSubmit={(event) => {
        event.preventDefault();
        const page = Number(typed);
        if (Number.isInteger(page) && page >= 1) onGo(Math.min(page, count));
        setTyped(null);
      }}
    >
      <label>
        转到
        <input
          className="input"
          inputMode="numeric"
          aria-label="转到第几页"
          value={typed ?? `${at}`}
          onChange={(event) => setTyped(event.currentTarget.value.replace(/\D/g, ''))}
          onFocus={(event) => event.currentTarget.select()}
          onBlur={() => setTyped(null)}
        />
        页
      </label>
    </form>
  );
};
