import { fromChineseNumeral } from '../../numbering/chinese-numerals';
import { titleKey } from '../lines/fold';
import {
  canBeTitleLine,
  endsLikeTitle,
  isAttachmentLabel,
  isDateLine,
  isOrganName,
  readAttachmentItem,
} from '../lines/line-kinds';
import { dashLength, readNumber } from '../lines/number-pattern';
import { type Stretch, sliceStretch } from '../lines/stretch';
import { markTitle } from './find-head';
import { ownTitleAt, readTitleAt, type TitleRange } from './find-title';
import { foldedAt, isFree, joinLines, markRange, ownStyle, type Reading, titleEnd } from './marks';

/** An item of the attachment list (附件说明). */
type ListedAttachment = { at: number; title: Stretch };
/** Lines of an attachment; `title` when it does not stand on a line of its own. */
type AttachmentRange = Readonly<{ from: number; to: number; title: Stretch | null; listedOnly?: true }>;

const itemNumber =
  /^(?:(?:附件 ?[：]? ?)?(\d{1,2})(?:[.、：．] ?(?:(?!\d)|(?=(?:19|20)\d{2}年))|(?=[\u4e00-\u9fff]))|附件[一二三四五六七八九十]{1,2}[：、.] ?)/;

/** Items of the list whose first line is `at`; `titleStart` > 0 when the first item stands on that line. */
const readList = (reading: Reading, at: number, titleStart: number): { listed: ListedAttachment[]; end: number } => {
  const listed: ListedAttachment[] = [];
  if (titleStart > 0) listed.push({ at, title: sliceStretch(reading.lines[at]!.stretch, titleStart) });
  let next = at + 1;
  for (; isFree(reading, next); next += 1) {
    const { stretch } = reading.lines[next]!;
    const number = itemNumber.exec(stretch.folded);
    if (!number || /。/.test(stretch.folded) || stretch.folded.length > 90) break;
    if (number[1] !== undefined && Number(number[1]) !== listed.length + 1) break;
    // A number alone names nothing.
    if (stretch.folded.slice(number[0].length).trim() === '') break;
    listed.push({ at: next, title: sliceStretch(stretch, number[0].length) });
  }
  if (listed.length > 0) return { listed, end: next };
  // 附件： and bare titles below it, down to the signature
  if (!/：$/.test(foldedAt(reading, at))) return { listed, end: next };
  const bare: ListedAttachment[] = [];
  for (next = at + 1; next <= at + 8 && isFree(reading, next); next += 1) {
    if (!/^(?:GwAttachNote)?$/.test(ownStyle(reading, next))) return { listed: bare, end: next };
    const { stretch } = reading.lines[next]!;
    if (isOrganName(stretch.folded) || isDateLine(stretch.folded)) return { listed: bare, end: next };
    if (stretch.folded.length > 60 || /[。；：]/.test(stretch.folded)) break;
    bare.push({ at: next, title: stretch });
  }
  return { listed: [], end: at + 1 };
};

/** Below the limit of parts in the document's schema; no real document comes near it. */
const mostAttachments = 150;

const endsList = (reading: Reading, at: number): boolean =>
  !isFree(reading, at) ||
  isDateLine(foldedAt(reading, at)) ||
  isOrganName(foldedAt(reading, at)) ||
  /^附件/.test(foldedAt(reading, at));

const readPageTitle = (reading: Reading, at: number, keys: readonly string[]): TitleRange | null => {
  const own = ownTitleAt(reading, at);
  if (own) return own;
  const known = readTitleAt(reading, at, (key) => keys.some((name) => alike(name, key)));
  if (known) return known;
  const folded = foldedAt(reading, at);
  const plain = isFree(reading, at) && folded.length <= 60 && !/[。；：！？]$|^\d+(?!\d{0,3}年)/.test(folded);
  if (!plain || readNumber(folded) || dashLength(folded) > 0 || isAttachmentLabel(folded)) return null;
  const below = foldedAt(reading, at + 1);
  const broken =
    !endsLikeTitle(folded) &&
    isFree(reading, at + 1) &&
    canBeTitleLine(below) &&
    below.length > 5 &&
    endsLikeTitle(below);
  return { start: at, end: broken ? at + 2 : at + 1 };
};

/** First line of an attachment; `title` when it stands on that line behind the label. */
export type AttachmentPage = { from: number; title: Stretch | null };

/** Titles in the attachment list below a line, as keys, and the line behind it, without taking anything of it. */
export const listedTitles = (reading: Reading, from: number): Readonly<{ keys: readonly string[]; end: number }> => {
  const at = reading.lines.findIndex(({ stretch }, line) => line >= from && /^附件 ?：/.test(stretch.folded));
  if (at < 0) return { keys: [], end: from };
  const { listed, end } = readList(reading, at, readAttachmentItem(foldedAt(reading, at))?.length ?? 0);
  return { keys: listed.map(({ title }) => titleKey(title.text)), end };
};

/**
 * Finds the attachment list and the pages of the attachments from `from` on; marks their labels and titles.
 * @param known keys of titles that a list further up names
 */
export const readAttachments = (
  reading: Reading,
  from: number,
  known: readonly string[] = [],
): { listed: ListedAttachment[]; pages: AttachmentPage[] } => {
  const listed: ListedAttachment[] = [];
  const pages: AttachmentPage[] = [];
  const takeList = (at: number, found: { listed: ListedAttachment[]; end: number }): number => {
    listed.push(...found.listed);
    markRange(reading, at, found.end, 'field');
    return found.end - 1;
  };
  for (let at = from; at < reading.lines.length; at += 1) {
    const folded = foldedAt(reading, at);
    if (!folded.startsWith('附件') || !isFree(reading, at) || pages.length + listed.length >= mostAttachments) continue;
    const keys = [...known, ...listed.map((item) => titleKey(item.title.text))];
    // Our own list of attachments without titles.
    if (ownStyle(reading, at) === 'GwAttachNote' && /^附件：(?:1\.)?$/.test(folded)) {
      while (ownStyle(reading, at) === 'GwAttachNote') {
        reading.marks[at] = 'field';
        at += 1;
      }
      at -= 1;
      continue;
    }
    if (isAttachmentLabel(folded)) {
      const list = pages.length === 0 ? readList(reading, at, 0) : null;
      if (list && list.listed.length > 0 && (/：$/.test(folded) || endsList(reading, list.end))) {
        at = takeList(at, list);
        continue;
      }
      reading.marks[at] = 'field';
      const title = readPageTitle(reading, at + 1, keys);
      if (title) markTitle(reading, title);
      pages.push({ from: at, title: null });
      continue;
    }
    const item = readAttachmentItem(folded);
    if (!item) continue;
    const numbered = item.label.length > 2;
    if (pages.length === 0 && (/^附件 ?：/.test(folded) || (numbered && endsList(reading, at + 1))))
      at = takeList(at, readList(reading, at, item.length));
    else {
      const rest = sliceStretch(reading.lines[at]!.stretch, item.length);
      if (!numbered && !keys.includes(titleKey(rest.text))) continue;
      reading.marks[at] = 'field';
      pages.push({ from: at, title: rest });
    }
  }
  return { listed, pages };
};

/** Two title keys of one title: the same, or one with an organ or year before it. */
export const alike = (first: string, second: string): boolean =>
  first === second ||
  (Math.min(first.length, second.length) >= 6 && (first.endsWith(second) || second.endsWith(first)));

/** The number in 附件2 or 附件二; 0 without one. */
const labelNumber = (folded: string): number => {
  const digits = /^附件 ?(\d{1,2}|[一二三四五六七八九十]{1,3})/.exec(folded)?.[1] ?? '';
  return /^\d/.test(digits) ? Number(digits) : (fromChineseNumeral(digits) ?? 0);
};

/**
 * Merges the list with the pages that follow it: a page takes the place of its item, an item without a page
 * becomes an attachment of which only the title is known. A title that differs from its page's is set aside.
 */
export const matchAttachments = (
  reading: Reading,
  listed: readonly ListedAttachment[],
  pages: readonly AttachmentPage[],
  end: number,
): AttachmentRange[] => {
  const ranges = pages.map((page, index): AttachmentRange & { item: number } => {
    const first = page.from + 1;
    const start = reading.marks[page.from] === 'title' ? page.from : first;
    const own =
      page.title ?? (reading.marks[start] === 'title' ? joinLines(reading, start, titleEnd(reading, start)) : null);
    const key = own ? titleKey(own.text) : null;
    const exact = listed.findIndex((item) => titleKey(item.title.text) === key);
    // A page without a title of its own belongs to the item of its number.
    const numbered = labelNumber(foldedAt(reading, page.from)) - 1;
    const item =
      key === null
        ? numbered < listed.length
          ? numbered
          : -1
        : exact >= 0
          ? exact
          : listed.findIndex((candidate) => alike(titleKey(candidate.title.text), key));
    return { from: page.from, to: pages[index + 1]?.from ?? end, title: page.title, item };
  });
  const used = new Set(ranges.map((range) => range.item));
  const open = listed.map((_, index) => index).filter((index) => !used.has(index));
  const matched = ranges.map((range) => {
    const untitled = range.title === null && reading.marks[range.from + 1] !== 'title';
    const index = range.item < 0 ? open.shift() : untitled ? range.item : undefined;
    if (index === undefined) return range;
    const item = listed[index]!;
    if (untitled) return { ...range, item: index, title: item.title.text === '' ? null : item.title };
    const { line } = reading.lines[item.at]!;
    reading.marks[item.at] = 'aside';
    reading.doubts.push({ line, blockId: null, message: `第${line}行：附件说明中的名称与附件的标题不一致，请核对。` });
    return { ...range, item: index };
  });
  const extra = open.map((index) => ({
    from: end,
    to: end,
    title: listed[index]!.title,
    item: index,
    listedOnly: true as const,
  }));
  const place = (range: { item: number }): number => (range.item < 0 ? Number.MAX_SAFE_INTEGER : range.item);
  return [...matched, ...extra]
    .sort((first, second) => place(first) - place(second))
    .map(({ item: _, ...range }) => range);
};
