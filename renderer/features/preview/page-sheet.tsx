import { memo, useEffect, useRef } from 'react';
import type { PageProfile } from '../../../shared/layout/gb9704';
import { drawPage } from '../../../shared/layout/paginate/draw-page';
import type { Page } from '../../../shared/layout/paginate/page';
import { pageSize } from './page-rows';

/** A place in the text that a line shows: where in the printed block, and the words there. */
export type LinePlace = Readonly<{ block: string; offset: number; text: string }>;

type PageSheetProps = Readonly<{
  page: Page;
  count: number;
  zoom: number;
  /** The profile whose grid is drawn, if any. */
  grid: PageProfile | null;
  onLine(place: LinePlace): void;
}>;

const placeOf = (page: Page, target: EventTarget): LinePlace | null => {
  const data = (target as Element).closest<SVGElement>('[data-block]')?.dataset;
  const offset = Number(data?.offset);
  if (page.pictures.some(({ block }) => block !== undefined && block === data?.block))
    return { block: data!.block!, offset: 0, text: '' };
  const piece = page.lines
    .flatMap((line) => line.pieces)
    .find((one) => one.block === data?.block && one.offset === offset);
  return piece?.block === undefined ? null : { block: piece.block, offset, text: piece.text };
};

/** One sheet of paper. A click on a line, or Enter on the sheet, asks for the place in the text. */
export const PageSheet = memo(({ page, count, zoom, grid, onLine }: PageSheetProps) => {
  const sheet = useRef<HTMLElement>(null);
  useEffect(() => {
    const drawn = new DOMParser().parseFromString(drawPage(page, true, grid), 'image/svg+xml');
    sheet.current?.replaceChildren(document.importNode(drawn.documentElement, true));
  }, [page, grid]);
  const open = (target: EventTarget) => {
    const place = placeOf(page, target);
    if (place) onLine(place);
  };
  return (
    <article
      ref={sheet}
      className="sheet"
      aria-label={`第 ${page.number} 页，共 ${count} 页`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: Enter leads from the page to its text
      tabIndex={0}
      style={pageSize(page, zoom)}
      onClick={(event) => open(event.target)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        const first = sheet.current?.querySelector('[data-block]');
        if (first) open(first);
      }}
    />
  );
});
