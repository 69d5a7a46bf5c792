import { blankLine, type FlowItem, type FlowParagraph, type LaidOut } from '../flow';
import { pages as pageMeasures } from '../gb9704';
import type { LayoutOptions } from '../layout-options';
import type { Page } from '../paginate/page';
import { paginate } from '../paginate/paginate';

const paragraphsOf = (item: FlowItem): readonly FlowParagraph[] => {
  switch (item.kind) {
    case 'paragraph':
      return [item];
    case 'table':
      return item.rows.flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs));
    case 'box':
    case 'landscape':
      return item.content.flatMap(paragraphsOf);
    case 'imprint':
      return [];
  }
};

const closingStyle = /^Gw(?:Sign|Date)$/;
const noText = /^Gw(?:Sign|Date|Note|Title|Subtitle|To|AttachLabel|Picture)$/;

/** Blocks of a part by what they are to its signature. */
const anchorsOf = (part: readonly FlowItem[]) => {
  const anchors = { text: new Set<string>(), signature: new Set<string>(), note: new Set<string>() };
  for (const { anchor, style } of part.flatMap(paragraphsOf)) {
    if (anchor === undefined) continue;
    if (closingStyle.test(style)) anchors.signature.add(anchor);
    else if (style === 'GwNote') anchors.note.add(anchor);
    else if (!noText.test(style)) anchors.text.add(anchor);
  }
  return anchors;
};

const blocksOn = (page: Page): ReadonlySet<string> =>
  new Set(page.lines.flatMap((line) => line.pieces.flatMap((piece) => piece.block ?? [])));
const meets = (blocks: ReadonlySet<string>, wanted: ReadonlySet<string>): boolean =>
  [...wanted].some((anchor) => blocks.has(anchor));

/** How a closing stands: beside text; its 附注 on the next page; or on a page without text. */
const judge = (pages: readonly Page[], part: readonly FlowItem[]): 'good' | 'note-apart' | 'apart' => {
  const { text, signature, note } = anchorsOf(part);
  if (signature.size === 0 || text.size === 0) return 'good';
  const blocks = pages.map(blocksOn);
  const page = blocks.find((each) => meets(each, signature));
  if (page && !meets(page, text)) return 'apart';
  return blocks.some((each) => meets(each, note) && !meets(each, signature) && !meets(each, text))
    ? 'note-apart'
    : 'good';
};

const textStyle = /^Gw(?:Body|To|H\d|Blank|AttachNote|Sign|Date|Note)$/;
/** Line pitches in points the text of a part is drawn together or spread to: close to the usual one first. */
const tighter = [28.5, 28, 27.5, 27, 26.5, 26, 25.5, 25, 24.5, 24, 23.5, 23];
const wider = [29.5, 30.4, 31, 32];
/** Below this the title is drawn together too. */
const tightTitle = { below: 27, pitch: 32 } as const;

/** A part with another line pitch, of all its text or of that in some blocks and what is derived behind them. */
const withPitch = (part: readonly FlowItem[], pitch: number, only: ReadonlySet<string> | null): FlowItem[] => {
  let inside = only === null;
  return part.map((item): FlowItem => {
    if (item.kind !== 'paragraph') return item;
    if (only && item.anchor !== undefined) inside = only.has(item.anchor);
    if (!inside) return item;
    if (item.style === 'GwTitle' && pitch < tightTitle.below) return { ...item, exactLine: tightTitle.pitch * 20 };
    return textStyle.test(item.style) ? { ...item, exactLine: Math.round(pitch * 20) } : item;
  });
};

/** With one line more: another program may break a paragraph otherwise. */
const withSlack = (items: readonly FlowItem[]): FlowItem[] => {
  const at = items.findIndex((item) => item.kind === 'paragraph' && closingStyle.test(item.style));
  return at < 0 ? [...items] : [...items.slice(0, at), ...blankLine(1, true), ...items.slice(at)];
};

/**
 * 7.3.5.5: where 署名 and 成文日期 would stand on a page without text, the line pitch is adjusted until they share one
 * with it. A part of one page is drawn together; of a longer one the last full page is spread, so that its last lines go
 * along, or drawn together; so is the page of the signature where only 附注 has no room. Never 此页无正文. Gives the parts back as they are where nothing helps or nothing is wrong.
 */
export const keepSignatureWithText = (
  head: readonly FlowItem[],
  parts: readonly (readonly FlowItem[])[],
  firstPage: LaidOut['firstPage'],
  options: LayoutOptions,
): readonly (readonly FlowItem[])[] => {
  const at = parts.findIndex((part) => anchorsOf(part).signature.size > 0);
  const part = parts[at];
  if (!part) return parts;
  const before = [...head, ...parts.slice(0, at).flat()];
  const paged = (each: readonly FlowItem[]) =>
    paginate({ items: [...before, ...each], ...(firstPage && { firstPage }) }, options);
  const pages = paged(part);
  let best = { items: part, verdict: judge(pages, part) };
  if (best.verdict === 'good') return parts;
  const { signature, text } = anchorsOf(part);
  const signed = pages.findIndex((page) => meets(blocksOn(page), signature));
  const usual = pageMeasures[options.profile].pitch / 20;
  const attempts = (pitches: readonly number[], only: ReadonlySet<string> | null) =>
    pitches.map((points) => ({ points: (points * usual) / 28.95, only }));
  const isLong = pages.filter((page) => meets(blocksOn(page), text)).length > 1;
  const plan = isLong
    ? best.verdict === 'apart'
      ? [...attempts(wider, blocksOn(pages[signed - 1]!)), ...attempts(tighter, blocksOn(pages[signed - 1]!))]
      : attempts(tighter, blocksOn(pages[signed]!))
    : attempts(tighter, null);
  let close: readonly FlowItem[] | null = null;
  for (const attempt of plan) {
    const items = withPitch(part, attempt.points, attempt.only);
    const verdict = judge(paged(items), items);
    if (verdict === 'good' && judge(paged(withSlack(items)), items) === 'good') {
      best = { items, verdict };
      close = null;
      break;
    }
    if (verdict === 'good') close ??= items;
    if (verdict === 'note-apart' && best.verdict === 'apart') best = { items, verdict };
  }
  if (close) best = { items: close, verdict: 'good' };
  return parts.map((each, index) => (index === at ? best.items : each));
};
