import type { Page } from '../../../shared/layout/paginate/page';

/** One page, two facing each other, or as many as fit the width. */
export type PageView = 'one' | 'two' | 'all';

/** Room for pages, in px. */
export type Room = Readonly<{ width: number; height: number }>;

/** Pages that stand side by side: the first's index, and where they stand in what is scrolled. */
export type PageRow = Readonly<{
  from: number;
  to: number;
  top: number;
  height: number;
  /** Where a page alone in a row for two leaves room for the other: page 1 is a right-hand page. */
  blank?: 'before' | 'after';
}>;

/** px of a twip at 100 %: 96 px to the inch. */
const pixel = 96 / 1440;
export const gap = 24;
/** Size at which all pages are looked over, percent. */
const overview = 30;
const zoomSteps = [25, 30, 40, 50, 60, 75, 90, 100, 125, 150, 175, 200, 250, 300] as const;

export const pageSize = ({ width, height }: Page, zoom: number): Room => ({
  width: (width * pixel * zoom) / 100,
  height: (height * pixel * zoom) / 100,
});

/** Percent at which pages fit: one by its width (not beyond 150), two as a whole. */
export const fitZoom = (view: PageView, room: Room, widest: Page): number => {
  if (view === 'all') return overview;
  const full = pageSize(widest, 100);
  const across = view === 'one' ? 1 : 2;
  const byWidth = ((room.width - gap * (across + 1)) / (full.width * across)) * 100;
  const byHeight = ((room.height - gap * 2) / full.height) * 100;
  const fit = view === 'one' ? Math.min(byWidth, 150) : Math.min(byWidth, byHeight);
  return Math.max(zoomSteps[0], Math.floor(fit));
};

export const nextZoom = (zoom: number, direction: 1 | -1): number =>
  direction > 0
    ? (zoomSteps.find((step) => step > zoom) ?? zoomSteps.at(-1)!)
    : (zoomSteps.findLast((step) => step < zoom) ?? zoomSteps[0]);

/** How the pages stand in rows below each other. */
export const pageRows = (pages: readonly Page[], view: PageView, zoom: number, room: Room): PageRow[] => {
  const [first] = pages;
  if (!first) return [];
  const fitting = Math.max(1, Math.floor((room.width - gap) / (pageSize(first, zoom).width + gap)));
  const across = view === 'one' ? 1 : view === 'two' ? 2 : fitting;
  const rows: PageRow[] = [];
  let top = gap;
  let from = 0;
  while (from < pages.length) {
    // Two side by side as an open book shows them: even pages left, odd ones right.
    const to = Math.min(from + (view === 'two' && from === 0 ? 1 : across), pages.length);
    const height = Math.max(...pages.slice(from, to).map((page) => pageSize(page, zoom).height));
    const alone = view === 'two' && to - from === 1;
    rows.push({ from, to, top, height, ...(alone && { blank: from === 0 ? 'before' : 'after' }) });
    top += height + gap;
    from = to;
  }
  return rows;
};

/** Index of the row that is read at a height: the one its upper third is in. */
export const rowAt = (rows: readonly PageRow[], scrolled: number, height: number): number => {
  const line = scrolled + height / 3;
  const at = rows.findLastIndex((row) => row.top <= line);
  return Math.max(0, at);
};
