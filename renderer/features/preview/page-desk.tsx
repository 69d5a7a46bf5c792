import { type Ref, useEffect, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { PageProfile } from '../../../shared/layout/gb9704';
import type { Page } from '../../../shared/layout/paginate/page';
import { fitZoom, type PageView, pageRows, pageSize, type Room, rowAt } from './page-rows';
import { type LinePlace, PageSheet } from './page-sheet';

export type PageDeskHandle = Readonly<{
  /** Shows a page, counted from 1. */
  show(page: number): void;
}>;

type PageDeskProps = Readonly<{
  pages: readonly Page[];
  view: PageView;
  /** Percent; null fits the window. */
  zoom: number | null;
  grid: PageProfile | null;
  /** The page to begin with. */
  first: number;
  onLine(place: LinePlace): void;
  /** Pages at hand, the first and the last of their row, and the size they have. */
  onSeen(from: number, to: number, zoom: number): void;
  onWheelZoom(direction: 1 | -1): void;
  ref?: Ref<PageDeskHandle>;
}>;

/** Rows drawn above and below the window, so that scrolling does not meet white. */
const ahead = 1;

/** The room of the page that would face one alone. */
const Facing = ({ page, zoom }: Readonly<{ page: Page | undefined; zoom: number }>) =>
  page ? <div aria-hidden="true" style={{ width: pageSize(page, zoom).width, flex: 'none' }} /> : null;

/** The pages on the desk: only those near the window are drawn. */
export const PageDesk = (props: PageDeskProps) => {
  const { pages, view, grid, first, onLine, onSeen, onWheelZoom, ref } = props;
  const desk = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState<Room | null>(null);
  const [scrolled, setScrolled] = useState(0);
  const zoom = room && pages[0] ? (props.zoom ?? fitZoom(view, room, pages[0])) : 100;
  const rows = useMemo(() => (room ? pageRows(pages, view, zoom, room) : []), [pages, view, zoom, room]);
  const at = room ? rowAt(rows, scrolled, room.height) : 0;
  const row = rows[at];

  useLayoutEffect(() => {
    const measure = () =>
      desk.current && setRoom({ width: desk.current.clientWidth, height: desk.current.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    if (desk.current) observer.observe(desk.current);
    return () => observer.disconnect();
  }, []);

  /** The page that stays in view when size or view change. */
  const kept = useRef(first);
  const show = (page: number) => {
    const target = rows.find(({ to }) => to >= page) ?? rows.at(-1);
    if (!target || !desk.current) return;
    kept.current = Math.min(page, pages.length);
    desk.current.scrollTop = target.top - 12;
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the pages stand elsewhere
  useLayoutEffect(() => show(kept.current), [rows]);
  useImperativeHandle(ref, () => ({ show }));
  const turn = (direction: 1 | -1) => {
    const next = rows[at + direction];
    if (next) show(next.from + 1);
  };
  const keys: Readonly<Record<string, () => void>> = {
    PageDown: () => turn(1),
    PageUp: () => turn(-1),
    ArrowRight: () => turn(1),
    ArrowLeft: () => turn(-1),
    Home: () => show(1),
    End: () => show(pages.length),
  };
  useEffect(() => {
    if (!row) return;
    if (kept.current <= row.from || kept.current > row.to) kept.current = row.from + 1;
    onSeen(row.from + 1, row.to, zoom);
  }, [row, zoom, onSeen]);
  useEffect(() => {
    const place = desk.current;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      onWheelZoom(event.deltaY < 0 ? 1 : -1);
    };
    // React listens passively, and a passive listener cannot keep the window from zooming.
    place?.addEventListener('wheel', onWheel, { passive: false });
    return () => place?.removeEventListener('wheel', onWheel);
  }, [onWheelZoom]);

  const last = rows.at(-1);
  const top = scrolled - (row?.height ?? 0) * ahead;
  const bottom = scrolled + (room?.height ?? 0) + (row?.height ?? 0) * ahead;
  return (
    <section
      ref={desk}
      className="page-desk"
      aria-label="版面"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
      tabIndex={0}
      onScroll={(event) => setScrolled(event.currentTarget.scrollTop)}
      onKeyDown={(event) => {
        const run = keys[event.key];
        if (!run || event.ctrlKey || event.metaKey || event.altKey) return;
        event.preventDefault();
        run();
      }}
    >
      <div className="page-roll" style={{ height: last ? last.top + last.height + 24 : 0 }}>
        {rows
          .filter((one) => one.top < bottom && one.top + one.height > top)
          .map((one) => (
            <div key={one.from} className="page-row" style={{ top: one.top }}>
              {one.blank === 'before' && <Facing page={pages[one.from]} zoom={zoom} />}
              {pages.slice(one.from, one.to).map((page) => (
                <PageSheet key={page.number} page={page} count={pages.length} zoom={zoom} grid={grid} onLine={onLine} />
              ))}
              {one.blank === 'after' && <Facing page={pages[one.from]} zoom={zoom} />}
            </div>
          ))}
      </div>
    </section>
  );
};
