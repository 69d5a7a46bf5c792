import { noteRoom } from './page-notes';
import type { Strip } from './strip';

/** A strip with the place of its upper edge, twips from the top of the type area. */
export type PlacedStrip = Readonly<{ strip: Strip; top: number }>;

/**
 * Fills pages of `roomBehind` twips with strips and the footnotes whose signs stand in them: chains of strips kept
 * together go to the next page as a whole unless they are longer than a page; table heads are repeated where a page
 * begins with a row.
 * @param separator height of the line between text and notes
 * @param firstRoom room of the first page
 */
export const fillPages = (
  strips: readonly Strip[],
  roomBehind: number,
  separator: number,
  firstRoom = roomBehind,
): PlacedStrip[][] => {
  const pages: PlacedStrip[][] = [];
  let room = firstRoom;
  let page: PlacedStrip[] = [];
  let used = 0;
  /** Room the notes of the page take at its foot. */
  let notes = 0;
  /** What strips need on a page, with the notes it has already or without. */
  const heightOf = (chain: readonly Strip[], before: number): number => {
    let height = 0;
    let own = before;
    for (const strip of chain) {
      own += noteRoom(strip, own > 0, separator);
      height += strip.height;
    }
    return height + own - before;
  };
  const turn = (): void => {
    if (page.length > 0) {
      pages.push(page);
      room = roomBehind;
    }
    page = [];
    used = 0;
    notes = 0;
  };
  const put = (strip: Strip): void => {
    if (page.length === 0 && strip.head)
      for (const row of strip.head) {
        page.push({ strip: row, top: used });
        used += row.height;
      }
    page.push({ strip, top: used });
    used += strip.height;
    notes += noteRoom(strip, notes > 0, separator);
  };
  let at = 0;
  while (at < strips.length) {
    let end = at + 1;
    while (strips[end - 1]!.keepNext && end < strips.length && !strips[end]!.breakBefore) end += 1;
    const chain = strips.slice(at, end);
    if (chain[0]!.breakBefore || used + notes + heightOf(chain, notes) > room) {
      const whole = heightOf(chain, 0) <= room;
      if (chain[0]!.breakBefore || whole) turn();
    }
    for (const strip of chain) {
      if (page.length > 0 && used + notes + heightOf([strip], notes) > room) turn();
      put(strip);
    }
    at = end;
  }
  turn();
  return pages;
};
