import { markTitle } from './find-head';
import { quotedTitles, readTitleAt, type TitleRange } from './find-title';
import { titleKey } from './fold';
import { endsLikeTitle, isAttachmentLabel, isDateLine, isOrganName, readAttachmentItem } from './line-kinds';
import { foldedAt, isFree, joinLines, markRange, type Reading } from './marks';
import { dashLength, readNumber } from './number-pattern';
import { type Stretch, sliceStretch } from './stretch';

/** Where a part's lines stand; `title` is a title that is not a line of its own there (from the attachment list). */
export type PartRange = Readonly<{
  kind: 'notice' | 'main' | 'attachment';
  from: number;
  to: number;
  title: Stretch | null;
}>;

type Listed = { at: number; title: Stretch; used: boolean };
type Page = { from: number; title: Stretch | null };

/** Items of a list that begins at a line: 附件：1.… and the numbered lines below, or a single one. */
const readList = (reading: Reading, at: number, titleStart: number): { listed: Listed[]; end: number } => {
  const listed: Listed[] = [];
  let next = at;
  let value = 0;
  if (titleStart > 0) {
    listed.push({ at, title: sliceStretch(reading.lines[at]!.stretch, titleStart), used: false });
    value = 1;
  }
  for (next = at + 1; isFree(reading, next); next += 1) {
    const { stretch } = reading.lines[next]!;
    const number = /^(?:附件 ?)?(\d{1,2}|[一二三四五六七八九十]{1,2})[.、：] ?(?!\d)/.exec(stretch.folded);
    if (!number || /。/.test(stretch.folded) || stretch.folded.length > 90) break;
    if (/^\d/.test(number[1]!) && Number(number[1]) !== value + 1) break;
    value += 1;
    listed.push({ at: next, title: sliceStretch(stretch, number[0].length), used: false });
  }
  return { listed, end: next };
};

const endsPage = (reading: Reading, at: number): boolean =>
  !isFree(reading, at) ||
  isDateLine(foldedAt(reading, at)) ||
  isOrganName(foldedAt(reading, at)) ||
  /^附件/.test(foldedAt(reading, at));

const readPageTitle = (reading: Reading, at: number, keys: readonly string[]): TitleRange | null => {
  const known = readTitleAt(reading, at, keys);
  if (known) return known;
  const folded = foldedAt(reading, at);
  const plain = isFree(reading, at) && folded.length <= 60 && !/[。；：！？]$|^\d/.test(folded);
  if (!plain || readNumber(folded) || dashLength(folded) > 0 || isAttachmentLabel(folded)) return null;
  return { start: at, end: at + 1 };
};

/** Finds the attachment list and the pages of the attachments from `from` on; marks their labels and titles. */
const readAttachments = (reading: Reading, from: number): { listed: Listed[]; pages: Page[] } => {
  const listed: Listed[] = [];
  const pages: Page[] = [];
  for (let at = from; at < reading.lines.length; at += 1) {
    if (!isFree(reading, at)) continue;
    const folded = foldedAt(reading, at);
    if (!folded.startsWith('附件')) continue;
    const keys = listed.map((item) => titleKey(item.title.text));
    if (isAttachmentLabel(folded)) {
      const list = readList(reading, at, 0);
      const isList =
        pages.length === 0 && list.listed.length > 0 && (/：$/.test(folded) || endsPage(reading, list.end));
      if (isList) {
        listed.push(...list.listed);
        markRange(reading, at, list.end, 'field');
        at = list.end - 1;
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
    const rest = sliceStretch(reading.lines[at]!.stretch, item.length);
    const numbered = item.label.length > 2;
    const list = readList(reading, at, item.length);
    if (pages.length === 0 && (/^附件 ?：/.test(folded) || (numbered && endsPage(reading, at + 1)))) {
      listed.push(...list.listed);
      markRange(reading, at, list.end, 'field');
      at = list.end - 1;
    } else if (numbered || keys.includes(titleKey(rest.text))) {
      reading.marks[at] = 'field';
      pages.push({ from: at, title: rest });
    }
  }
  return { listed, pages };
};

/** Line at which the plan that a notice issues begins; -1 when it is not in the source. */
const findIssued = (reading: Reading, from: number, names: readonly string[]): TitleRange | null => {
  let afterDate = false;
  for (let at = from; at < reading.lines.length; at += 1) {
    if (!isFree(reading, at)) continue;
    const folded = foldedAt(reading, at);
    if (isDateLine(folded)) {
      afterDate = true;
      continue;
    }
    if (folded.length > 60) continue;
    const named = readTitleAt(reading, at, names);
    if (named) return named;
    if (afterDate && endsLikeTitle(folded) && !/^附件|，/.test(folded) && !readNumber(folded))
      return { start: at, end: at + 1 };
  }
  return null;
};

const isIssuing = (title: string, opening: string): boolean =>
  title === ''
    ? /印发给你们|现予印发|现予以印发|现印发|予以印发|现予公布|现予发布/.test(opening)
    : /通知|公告|通告/.test(title) && /印发|转发|发布|公布|下发|批转/.test(title + opening);

/** Merges what the list names with the pages that follow it. */
const matchAttachments = (
  reading: Reading,
  listed: readonly Listed[],
  pages: readonly Page[],
  end: number,
): PartRange[] => {
  const ranges = pages.map((page, index): PartRange => {
    const to = pages[index + 1]?.from ?? end;
    const first = page.from + 1;
    const own = reading.marks[first] === 'title' ? joinLines(reading, first, titleEnd(reading, first)) : page.title;
    const key = own ? titleKey(own.text) : '';
    const match =
      listed.find((item) => !item.used && titleKey(item.title.text) === key) ?? (own ? undefined : listed[index]);
    if (match) match.used = true;
    return { kind: 'attachment', from: page.from, to, title: page.title ?? (own ? null : (match?.title ?? null)) };
  });
  const extra = listed.flatMap((item, index): PartRange[] => {
    if (item.used) return [];
    const { line } = reading.lines[item.at]!;
    if (index < pages.length) {
      reading.marks[item.at] = 'aside';
      reading.doubts.push({
        line,
        blockId: null,
        message: `第${line}行：附件说明中的名称与附件的标题不一致，请核对。`,
      });
      return [];
    }
    return [{ kind: 'attachment', from: end, to: end, title: item.title }];
  });
  return [...ranges, ...extra];
};

export const titleEnd = (reading: Reading, start: number): number => {
  let end = start;
  while (reading.marks[end] === 'title') end += 1;
  return end;
};

/**
 * Divides the lines behind the head into notice, main text and attachments. A plan that stands as the attachment
 * of the notice issuing it is the main text.
 */
export const findParts = (reading: Reading, title: string, bodyStart: number): PartRange[] => {
  const end = reading.lines.length;
  const opening = reading.lines
    .slice(bodyStart, bodyStart + 6)
    .map((line) => line.stretch.folded)
    .join('');
  const names = quotedTitles([title, opening]);
  const issued = isIssuing(title, opening) ? findIssued(reading, bodyStart + 1, names) : null;
  let mainFrom = 0;
  if (issued) {
    mainFrom = issued.start;
    markTitle(reading, issued);
    const above = issued.start - 1;
    if (isFree(reading, above) && isAttachmentLabel(foldedAt(reading, above))) reading.marks[above] = 'aside';
  }
  const inNotice = issued ? readAttachments({ ...reading, lines: reading.lines.slice(0, mainFrom) }, bodyStart) : null;
  const { listed, pages } = readAttachments(reading, issued ? mainFrom : bodyStart);
  const issuedKey = issued ? titleKey(joinLines(reading, issued.start, issued.end).text) : '';
  for (const item of inNotice?.listed ?? []) {
    if (titleKey(item.title.text) === issuedKey) reading.marks[item.at] = 'aside';
    else listed.push(item);
  }
  const mainTo = pages[0]?.from ?? end;
  const main: PartRange = { kind: 'main', from: mainFrom, to: mainTo, title: null };
  const attachments = matchAttachments(reading, listed, pages, end);
  return issued
    ? [{ kind: 'notice', from: 0, to: mainFrom, title: null }, main, ...attachments]
    : [main, ...attachments];
};
