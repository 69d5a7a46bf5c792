import type { Strip } from './strip';

/** A strip with the place of its upper edge, twips from the top of the type area. */
export type PlacedStrip = Readonly<{ strip: Strip; top: number }>;

const heightOf = (strips: readonly Strip[]): number => strips.reduce((sum, strip) => sum + strip.height, 0);

/**
 * Fills pages of `room` twips with strips: chains of strips kept together go to the next page as a whole unless they
 * are longer than a page; table heads are repeated where a page begins with a row.
 */
export const fillPages = (strips: readonly Strip[], room: number): PlacedStrip[][] => {
  const pages: PlacedStrip[][] = [];
  let page: PlacedStrip[] = [];
  let used = 0;
  const turn = (): void => {
    if (page.length > 0) pages.push(page);
    page = [];
    used = 0;
  };
  const put = (strip: Strip): void => {
    if (page.length === 0 && strip.head)
      for (const row of strip.head) {
        page.push({ strip: row, top: used });
        used += row.height;
      }
    page.push({ strip, top: used });
    used += strip.height;
  };
  let at = 0;
  while (at < strips.length) {
    let end = at + 1;
    while (strips[end - 1]!.keepNext && end < strips.length && !strips[end]!.breakBefore) end += 1;
    const chain = strips.slice(at, end);
    if (chain[0]!.breakBefore || used + heightOf(chain) > room) {
      const whole = heightOf(chain) <= room;
      if (chain[0]!.breakBefore || whole) turn();
    }
    for (const strip of chain) {
      if (page.length > 0 && used + strip.height > room) turn();
      put(strip);
    }
    at = end;
  }
  turn();
  return pages;
};
