import { titleKey } from '../lines/fold';
import {
  canBeTitleLine,
  endsLikeTitle,
  isAttachmentLabel,
  isDateLine,
  isNoteLine,
  isOrganName,
  isSalutation,
  readAttachmentItem,
  readDocumentNumber,
} from '../lines/line-kinds';
import { readNumber } from '../lines/number-pattern';
import { type Stretch, sliceStretch } from '../lines/stretch';
import { type AttachmentPage, alike, listedTitles, matchAttachments, readAttachments } from './find-attachments';
import { markTitle } from './find-head';
import { mayBeginTitle, nearlySame, quotedTitles, readTitleAt, type TitleRange } from './find-title';
import { foldedAt, isFree, joinLines, ownStyle, type Reading } from './marks';

/** Where a part's lines stand; `title` is a title that is not a line of its own there. */
export type PartRange = Readonly<{
  kind: 'notice' | 'main' | 'attachment';
  from: number;
  to: number;
  title: Stretch | null;
  /** An attachment that is listed but not in the source. */
  listedOnly?: true;
}>;

type Issued = Readonly<{ from: number; range: TitleRange | null; title: Stretch | null }>;

/** 附件 and the plan's title on one line, with the plan below it. */
const readLabelledTitle = (reading: Reading, at: number, names: readonly string[]): Issued | null => {
  const item = readAttachmentItem(foldedAt(reading, at));
  if (!item || !isFree(reading, at + 1)) return null;
  const below = foldedAt(reading, at + 1);
  if (isOrganName(below) || isDateLine(below) || /^附件|^\d/.test(below)) return null;
  const title = sliceStretch(reading.lines[at]!.stretch, item.length);
  return names.includes(titleKey(title.text)) ? { from: at, range: null, title } : null;
};

const hasBody = (reading: Reading, from: number): boolean =>
  reading.lines.some((line, at) => at >= from && (isFree(reading, at) || line.table !== null));

/** Further plans that the same notice issues: their titles stand alone below the first one. */
const findFurtherIssued = (reading: Reading, from: number, names: readonly string[]): AttachmentPage[] => {
  const isNamed = (key: string): boolean => names.some((name) => nearlySame(name, key));
  const pages: AttachmentPage[] = [];
  for (let at = from; at < reading.lines.length && pages.length < names.length; at += 1) {
    const folded = foldedAt(reading, at);
    if (!isFree(reading, at) || folded.length > 60 || readNumber(folded) || !mayBeginTitle(folded, names)) continue;
    const range = readTitleAt(reading, at, isNamed);
    if (!range || !hasBody(reading, range.end)) continue;
    markTitle(reading, range);
    pages.push({ from: at, title: null });
    const { line } = reading.lines[at]!;
    reading.doubts.push({ line, blockId: null, message: `第${line}行起：是通知印发的另一个文件，暂作附件，请核对。` });
  }
  return pages;
};

/** Where the plan that a notice issues begins; null when it is not in the source. */
const findIssued = (
  reading: Reading,
  from: number,
  quoted: readonly string[],
  list: Readonly<{ keys: readonly string[]; end: number }>,
): Issued | null => {
  // The list writes in full what the notice's title names in short.
  const all = [...quoted, ...list.keys.filter((key) => quoted.some((name) => nearlySame(name, key)))];
  let afterDate = false;
  for (let at = from; at < reading.lines.length; at += 1) {
    if (!isFree(reading, at)) continue;
    const names = at < list.end ? quoted : all;
    const isNamed = (key: string): boolean => names.some((name) => nearlySame(name, key));
    const folded = foldedAt(reading, at);
    if (isDateLine(folded)) {
      afterDate = true;
      continue;
    }
    if (folded.length > 110) continue;
    if (folded.startsWith('附件')) {
      const labelled = readLabelledTitle(reading, at, names);
      if (labelled) return labelled;
      continue;
    }
    const named = mayBeginTitle(folded, names) ? readTitleAt(reading, at, isNamed) : null;
    const plain = afterDate && endsLikeTitle(folded) && !/，/.test(folded) && !readNumber(folded);
    const range = named ?? (plain && !/^\d+(?:\.\d+| )/.test(folded) ? { start: at, end: at + 1 } : null);
    if (range && hasBody(reading, range.end)) return { from: range.start, range, title: null };
  }
  return null;
};

/** 版记, and lines between the date of one document and the head of the next. */
const isImprint = (folded: string): boolean => /^抄送：|日 ?印发$/.test(folded) && folded.length < 80;
const closesDocument = (folded: string): boolean => isNoteLine(folded) || isImprint(folded);

/** Where the head of another document may begin: below a date or 版记, or with a number of its own; -1 elsewhere. */
const headBelow = (reading: Reading, at: number): number => {
  const folded = foldedAt(reading, at);
  if (!isFree(reading, at)) return -1;
  if (isDateLine(folded) || isImprint(folded)) return at + 1;
  return readDocumentNumber(folded) ? at : -1;
};

/**
 * Documents that stand behind the first one: below its date or 版记 a title of their own with recipients or a number
 * beside it, or elsewhere with both. Marks their titles and recipients; a number has no field and is set aside.
 */
const findFurther = (reading: Reading, from: number): number[] => {
  const further: number[] = [];
  for (let line = from; line < reading.lines.length; line += 1) {
    let start = headBelow(reading, line);
    if (start < 0) continue;
    const closed = start > line;
    while (isFree(reading, start) && closesDocument(foldedAt(reading, start))) start += 1;
    const numbers: number[] = [];
    const title: number[] = [];
    let at = start;
    for (; at < start + 6 && isFree(reading, at); at += 1) {
      const folded = foldedAt(reading, at);
      if (isSalutation(folded) || !(readDocumentNumber(folded) || canBeTitleLine(folded))) break;
      (readDocumentNumber(folded) ? numbers : title).push(at);
      if (endsLikeTitle(folded) && readDocumentNumber(foldedAt(reading, at + 1)) === null) {
        at += 1;
        break;
      }
    }
    const [first, last] = [title[0], title.at(-1)];
    if (first === undefined || last === undefined || last - first !== title.length - 1) continue;
    const name = joinLines(reading, first, last + 1).folded;
    const addressed = isFree(reading, at) && isSalutation(foldedAt(reading, at));
    if (!/关于/.test(name) || !endsLikeTitle(name) || !(addressed || (closed && numbers.length > 0))) continue;
    markTitle(reading, { start: first, end: last + 1 });
    for (const number of numbers) reading.marks[number] = 'aside';
    if (addressed) reading.marks[at] = 'salutation';
    const { line: begins } = reading.lines[first]!;
    const message = `第${begins}行起：像是另一份文件，暂作附件，请核对。`;
    reading.doubts.push({ line: begins, blockId: null, message });
    further.push(start);
    line = at;
  }
  return further;
};

/** A further document and its attachments. */
const readFurther = (reading: Reading, from: number, to: number): Omit<PartRange, 'kind'>[] => {
  const own: Reading = { ...reading, lines: reading.lines.slice(0, to) };
  const { listed, pages } = readAttachments(own, from + 1);
  return [{ from, to: pages[0]?.from ?? to, title: null }, ...matchAttachments(own, listed, pages, to)];
};

const isIssuing = (title: string, opening: string): boolean => {
  const handsOut = /印发给你们|现予以?印发|现印发|予以印发|现予公布|现予发布|转发给你们/.test(opening);
  if (title === '') return handsOut;
  return /(?:通知|公告|通告|函)$/.test(title) && (handsOut || /印发|转发|发布|公布|下发|批转/.test(title));
};

/**
 * Divides the lines behind the head into notice, main text and attachments. A plan that stands as the attachment
 * of the notice issuing it is the main text.
 */
export const findParts = (reading: Reading, title: string, bodyStart: number): PartRange[] => {
  const opening = reading.lines
    .slice(bodyStart, bodyStart + 6)
    .map((line) => line.stretch.folded)
    .join('');
  const names = quotedTitles([title, opening]);
  const known = listedTitles(reading, bodyStart);
  const issued = isIssuing(title, opening) ? findIssued(reading, bodyStart, names, known) : null;
  const mainFrom = issued?.from ?? 0;
  // What this app has derived it derives again.
  const derived = (at: number) => (ownStyle(reading, at) === '' ? 'aside' : 'field');
  if (issued) {
    if (issued.range) markTitle(reading, issued.range);
    else reading.marks[mainFrom] = 'field';
    const below = issued.range?.end ?? mainFrom + 1;
    if (isFree(reading, below) && isSalutation(foldedAt(reading, below))) reading.marks[below] = 'salutation';
    if (isFree(reading, mainFrom - 1) && isAttachmentLabel(foldedAt(reading, mainFrom - 1)))
      reading.marks[mainFrom - 1] = derived(mainFrom - 1);
  }
  const further = findFurther(reading, issued ? (issued.range?.end ?? mainFrom + 1) : bodyStart);
  const end = further[0] ?? reading.lines.length;
  const own: Reading = { ...reading, lines: reading.lines.slice(0, end) };
  const inNotice = issued
    ? readAttachments({ ...reading, lines: reading.lines.slice(0, mainFrom) }, bodyStart).listed
    : [];
  const issuedTitle =
    issued?.title ?? (issued?.range ? joinLines(reading, issued.range.start, issued.range.end) : null);
  const issuedKey = issuedTitle ? titleKey(issuedTitle.text) : null;
  const { listed, pages } = readAttachments(own, issued ? mainFrom : bodyStart, known.keys);
  if (issued) {
    const rest = names.filter((name) => issuedKey === null || !alike(name, issuedKey));
    pages.push(...findFurtherIssued(own, mainFrom + 1, rest));
    pages.sort((first, second) => first.from - second.from);
  }
  for (const item of inNotice) {
    if (titleKey(item.title.text) === issuedKey) reading.marks[item.at] = derived(item.at);
    else listed.push(item);
  }
  const main: PartRange = { kind: 'main', from: mainFrom, to: pages[0]?.from ?? end, title: issued?.title ?? null };
  const attachments = [
    ...matchAttachments(own, listed, pages, end),
    ...further.flatMap((from, index) => readFurther(reading, from, further[index + 1] ?? reading.lines.length)),
  ].map((range): PartRange => ({ kind: 'attachment', ...range }));
  return issued
    ? [{ kind: 'notice', from: 0, to: mainFrom, title: null }, main, ...attachments]
    : [main, ...attachments];
};
