import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';

type LongListProps<Item> = Readonly<{
  items: readonly Item[];
  /** One for each item, the same as long as the item is. */
  keyOf(item: Item, at: number): string;
  /** Height of a row in px before it has been drawn. */
  usualHeight(item: Item): number;
  /** What scrolls it, with whatever stands above. */
  scroller: HTMLElement | null;
  /** Key of the row that stays drawn out of sight, because somebody writes in it. */
  kept?: string | null;
  children(item: Item): ReactNode;
}>;

/** Space between rows in px. */
const gap = 10;
/** Rows drawn beyond what is in sight, so that Tab always finds the next. */
const overscan = 8;

/** A list of rows of any height, of which only those in sight are drawn. */
export const LongList = <Item,>({ items, keyOf, usualHeight, scroller, kept, children }: LongListProps<Item>) => {
  const list = useRef<HTMLUListElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const place = list.current;
    if (place && scroller)
      setTop(Math.round(place.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop));
  });
  const keptAt = kept == null ? -1 : items.findIndex((item, at) => keyOf(item, at) === kept);
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller,
    estimateSize: (at) => usualHeight(items[at]!),
    getItemKey: (at) => keyOf(items[at]!, at),
    rangeExtractor: (range) => {
      const drawn = defaultRangeExtractor(range);
      return keptAt < 0 || drawn.includes(keptAt) ? drawn : [...drawn, keptAt].toSorted((a, b) => a - b);
    },
    scrollMargin: top,
    overscan,
    gap,
  });
  return (
    <ul ref={list} className="long-list" style={{ height: virtual.getTotalSize() }}>
      {virtual.getVirtualItems().map(({ index, key, start }) => (
        <li
          key={key}
          ref={virtual.measureElement}
          data-index={index}
          aria-setsize={items.length}
          aria-posinset={index + 1}
          style={{ transform: `translateY(${start - top}px)` }}
        >
          {children(items[index]!)}
        </li>
      ))}
    </ul>
  );
};
