import type { FlowItem, FlowParagraph, LaidOut } from '../flow';
import { pages as pageMeasures, paper } from '../gb9704';
import { isBlank } from '../lay-out-blocks';
import type { LayoutOptions } from '../layout-options';
import type { Advances } from '../paginate/advances';
import { libreOfficeAdvances } from '../paginate/libreoffice-advances';
import type { Page } from '../paginate/page';
import { paginate } from '../paginate/paginate';
import { layOutSignature } from './signature';

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

const blocksOf = ({ pieces }: Page['lines'][number]): readonly string[] => pieces.flatMap(({ block }) => block ?? []);
const blocksOn = (page: Page): ReadonlySet<string> => new Set(page.lines.flatMap(blocksOf));
const meets = (blocks: ReadonlySet<string>, wanted: ReadonlySet<string>): boolean =>
  [...wanted].some((anchor) => blocks.has(anchor));

/**
 * How a closing stands: well beside text; beside text, but a line more or less above it would part them, or
 * LibreOffice does; its 附注 on the next page; or some of it on a page without text.
 */
type Verdict = 'good' | 'close' | 'note-apart' | 'apart';

/** Pages at the end that a closing can reach. */
const reach = 6;
/** Lines that other programs may be behind or ahead after so many pages (measured: 0.2 a page). */
const drift = (pages: number): number => Math.ceil(0.3 * pages) + 1;

/**
 * @param bottom the lower edge of the type area, twips from the paper's upper one
 * @returns the verdict, and whether it holds in programs that break lines otherwise
 */
const judge = (
  pages: readonly Page[],
  part: readonly FlowItem[],
  { bottom, pitch }: Room,
): Readonly<{ verdict: Verdict; sure: boolean }> => {
  const { text, signature, note } = anchorsOf(part);
  const unsure = (verdict: Verdict) => ({ verdict, sure: false });
  const last = pages.slice(-reach).map((page) => ({ page, blocks: blocksOn(page) }));
  const signed = last.filter(({ blocks }) => meets(blocks, signature));
  const [first] = signed;
  if (!first || text.size === 0) return { verdict: 'good', sure: true };
  if (signed.some(({ blocks }) => !meets(blocks, text))) return unsure('apart');
  if (last.some(({ blocks }) => meets(blocks, note) && !meets(blocks, signature) && !meets(blocks, text)))
    return unsure('note-apart');
  const linesOf = (wanted: ReadonlySet<string>) =>
    first.page.lines.filter((line) => blocksOf(line).some((block) => wanted.has(block)));
  const free = (bottom - Math.max(...linesOf(signature).map(({ top, height }) => top + height))) / pitch;
  const before = last[last.indexOf(first) - 1];
  // Text that begins here, or goes along, stays with it; else its lines here may go to the page before.
  const beside =
    !before || !meets(before.blocks, text) || isKept(part) ? Number.POSITIVE_INFINITY : linesOf(text).length;
  const spare = Math.min(free, beside - 1);
  return spare < 1 ? unsure('close') : { verdict: 'good', sure: spare >= drift(pages.length) };
};

/** The lower edge of the type area, and the height of a line. */
type Room = Readonly<{ bottom: number; pitch: number }>;

const firstClosing = (items: readonly FlowItem[]): number =>
  items.findIndex((item) => paragraphsOf(item).some(({ style }) => closingStyle.test(style)));

/** Whether the last paragraph of the text goes to the next page with the closing. */
const isKept = (items: readonly FlowItem[]): boolean => {
  const last = items.slice(0, firstClosing(items)).findLast((item) => item.kind !== 'paragraph' || !isBlank(item));
  return last?.kind === 'paragraph' && last.keepNext === true;
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

/** Several seals drawn together, where they can be: 字距 is the standard's other way (7.3.5.5). */
const withSealsTogether = (part: readonly FlowItem[]): readonly FlowItem[] | null => {
  const closing = part.flatMap((item) => paragraphsOf(item).filter(({ style }) => closingStyle.test(style)));
  const from = firstClosing(part);
  const last = part.findLastIndex((item) => paragraphsOf(item).some(({ style }) => closingStyle.test(style)));
  if (closing.filter(({ style }) => style === 'GwSign').length < 2) return null;
  const plain = closing.map(({ indent: _, align: __, keepNext: ___, ...paragraph }): FlowParagraph => paragraph);
  let start = from;
  while (start > 0 && isBlank(part[start - 1]!)) start -= 1;
  return [...part.slice(0, start), ...layOutSignature(plain, 'sealed', 'most'), ...part.slice(last + 1)];
};

type Attempt = Readonly<{ points: number; only: ReadonlySet<string> | null }>;

/** Line pitches to try, of all the text of a part or of that on the page of the closing or the one before it. */
const attemptsFor = (
  pages: readonly Page[],
  part: readonly FlowItem[],
  verdict: Verdict,
  usual: number,
): readonly Attempt[] => {
  const { signature, text } = anchorsOf(part);
  const signed = pages.findIndex((page) => meets(blocksOn(page), signature));
  const attempts = (pitches: readonly number[], only: ReadonlySet<string> | null): Attempt[] =>
    pitches.map((points) => ({ points: (points * usual) / 28.95, only }));
  if (pages.filter((page) => meets(blocksOn(page), text)).length <= 1) return attempts(tighter, null);
  const [own, before] = [pages[signed]!, pages[signed - 1]];
  if (verdict === 'note-apart' || !before) return attempts(tighter, blocksOn(own));
  if (verdict === 'apart') return [...attempts(wider, blocksOn(before)), ...attempts(tighter, blocksOn(before))];
  // A precaution should not be seen.
  const slightly = (pitches: readonly number[]) => pitches.filter((points) => Math.abs(points - 28.95) < 3.2);
  return [...attempts(slightly(tighter), blocksOn(own)), ...attempts(slightly(wider), blocksOn(before))];
};

/**
 * 7.3.5.5: where 署名 and 成文日期 would stand on a page without text, the line pitch is adjusted until they share one
 * with it. A part of one page is drawn together; of a longer one the last full page is spread, so that its last lines go
 * along, or drawn together; so is the page of the signature where only 附注 has no room. Where that does not help,
 * several seals are drawn together. Never 此页无正文. Gives the parts back as they are where nothing helps or nothing
 * is wrong.
 * @returns the parts, and whether a closing still stands on a page without text
 */
export const keepSignatureWithText = (
  head: readonly FlowItem[],
  parts: readonly (readonly FlowItem[])[],
  firstPage: LaidOut['firstPage'],
  options: LayoutOptions,
): Readonly<{ parts: readonly (readonly FlowItem[])[]; apart: boolean }> => {
  const at = parts.findIndex((part) => anchorsOf(part).signature.size > 0);
  const part = parts[at];
  if (!part) return { parts, apart: false };
  const measures = pageMeasures[options.profile];
  const room = { bottom: paper.height - measures.bottom, pitch: measures.pitch };
  const before = [...head, ...parts.slice(0, at).flat()];
  const paged = (items: readonly FlowItem[], advances?: Advances) =>
    paginate({ items: [...before, ...items], ...(firstPage && { firstPage }) }, options, advances);
  const judged = (items: readonly FlowItem[], pages: readonly Page[]): Verdict => {
    const { verdict, sure } = judge(pages, items, room);
    if (verdict !== 'good' || sure) return verdict;
    return judge(paged(items, libreOfficeAdvances), items, room).verdict === 'apart' ? 'close' : 'good';
  };
  let best = { items: part, verdict: 'apart' as Verdict };
  const order: readonly Verdict[] = ['good', 'close', 'note-apart', 'apart'];
  const consider = (items: readonly FlowItem[], verdict: Verdict): boolean => {
    if (order.indexOf(verdict) < order.indexOf(best.verdict)) best = { items, verdict };
    return best.verdict === 'good';
  };
  const together = options.signature === 'sealed' ? [withSealsTogether(part) ?? []] : [];
  for (const variant of [part, ...together.filter((items) => items.length > 0)]) {
    const pages = paged(variant);
    const verdict = judged(variant, pages);
    if (consider(variant, verdict)) break;
    const found = attemptsFor(pages, variant, verdict, room.pitch / 20).some(({ points, only }) => {
      const items = withPitch(variant, points, only);
      return consider(items, judged(items, paged(items)));
    });
    if (found || best.verdict !== 'apart') break;
  }
  return { parts: parts.map((each, index) => (index === at ? best.items : each)), apart: best.verdict === 'apart' };
};
