import type { FlowImprint, LaidOut } from '../flow';
import { footnotePitch, imprint, landscape, pages as pageMeasures, paper, typeAreaWidth } from '../gb9704';
import type { LayoutOptions } from '../layout-options';
import { fillPages, type PlacedStrip } from './fill-pages';
import { imprintStrips, itemStrips, type TextItem } from './item-strips';
import { withNotes } from './page-notes';
import type { Setting } from './setting';
import type { Strip } from './strip';

/** One page before it is drawn: what stands where in its type area. */
export type Sheet = Readonly<{
  turned: boolean;
  placed: readonly PlacedStrip[];
  /** Lines outside the type area; `top` in twips from the paper's edge. */
  outside: readonly PlacedStrip[];
  numbered: boolean;
}>;

const heightOf = (strips: readonly Strip[]): number => strips.reduce((sum, strip) => sum + strip.height, 0);

/** Strips one below the other from `top` on. */
const stack = (strips: readonly Strip[], top: number): PlacedStrip[] => {
  let at = top;
  return strips.map((strip) => {
    at += strip.height;
    return { strip, top: at - strip.height };
  });
};

const lowest = (placed: readonly PlacedStrip[]): number => {
  const last = placed.at(-1);
  return last ? last.top + last.strip.height : 0;
};

/** Room a table of 版记 takes in Word, its rules between and around the rows. */
const imprintHeight = ({ rows, ruled }: FlowImprint, strips: readonly Strip[]): number =>
  heightOf(strips) + (ruled ? 20 * (2 * imprint.outerRule + (rows.length - 1) * imprint.innerRule) : 0);
/** Height of the paragraph it is anchored to, behind the text, and what programs round rules to. */
const anchorLine = 20 + 40;

/** The document on its sheets: upright and turned ones, the first of a 信函, 版记 at the foot of the last. */
export const fillSheets = (
  { items, firstPage }: Pick<LaidOut, 'items' | 'firstPage'>,
  options: LayoutOptions,
  setting: Setting,
): readonly Sheet[] => {
  const measures = pageMeasures[options.profile];
  const room = paper.height - measures.top - measures.bottom;
  const sheets: Sheet[] = [];
  let open: TextItem[] = [];

  const head = firstPage
    ? stack(
        firstPage.head.flatMap((each) => itemStrips(each, setting)),
        firstPage.headTop,
      )
    : [];
  const foot = firstPage ? firstPage.foot.flatMap((each) => itemStrips(each, setting)) : [];
  const footTop = paper.height - (firstPage?.footBottom ?? 0) - heightOf(foot);
  /** How far the head of a 信函 reaches into the type area of page 1. */
  const taken = Math.max(0, lowest(head) - measures.top);

  const close = (): void => {
    if (open.length === 0) return;
    const strips = open.flatMap((item) => itemStrips(item, setting)).map((strip) => withNotes(strip, setting));
    open = [];
    fillPages(strips, room, footnotePitch, sheets.length === 0 ? room - taken : room).forEach((placed) => {
      const isFirst = firstPage !== undefined && sheets.length === 0;
      sheets.push({
        turned: false,
        placed: isFirst ? placed.map(({ strip, top }) => ({ strip, top: top + taken })) : placed,
        outside: isFirst ? [...head, ...stack(foot, footTop)] : [],
        numbered: !isFirst,
      });
    });
  };
  const blank: Sheet = { turned: false, placed: [], outside: [], numbered: true };
  for (const item of items) {
    if (item.kind === 'landscape') {
      close();
      const strips = item.content
        .flatMap((each) => itemStrips(each, setting, 0, landscape.width))
        .map((strip) => withNotes(strip, setting));
      for (const placed of fillPages(strips, typeAreaWidth, footnotePitch))
        sheets.push({ ...blank, turned: true, placed });
    } else if (item.kind === 'imprint') {
      close();
      const strips = imprintStrips(item, setting);
      const placed = stack(strips, room - heightOf(strips));
      const last = sheets.at(-1);
      // Footnotes stand at the foot of the page too: Word and LibreOffice would print one over the other.
      const noted = last?.placed.some(({ strip }) => strip.notes !== undefined);
      const below = room - imprintHeight(item, strips);
      const fits = last && !last.turned && !noted && lowest(last.placed) + anchorLine <= below;
      if (item.page === 'last' && fits) sheets[sheets.length - 1] = { ...last, placed: [...last.placed, ...placed] };
      else {
        const numbered = item.page !== 'after-blank';
        if (!numbered) sheets.push({ ...blank, numbered });
        sheets.push({ ...blank, placed, numbered });
      }
    } else open.push(item);
  }
  close();
  return sheets;
};
