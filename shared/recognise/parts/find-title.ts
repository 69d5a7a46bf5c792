import { titleKey } from '../lines/fold';
import {
  canBeTitleLine,
  endsLikeTitle,
  isDateLine,
  isNoteLine,
  isOrganName,
  isPipeLine,
  isWebLine,
  readDocumentNumber,
} from '../lines/line-kinds';
import { dashLength, readNumber } from '../lines/number-pattern';
import type { SourceLine } from '../lines/source-lines';
import { foldedAt, isFree, joinLines, ownStyle, type Reading } from './marks';
import { isMetadataRow } from './metadata';

/** Lines of a title: from `start` to before `end`. */
export type TitleRange = Readonly<{ start: number; end: number }>;

const yearTail = /^（[^（）〔〕号月日]{0,12}\d{4}[^（）〔〕号月日]{0,14}）$/;
const organStart = /^(?:中共|国务院|中华人民共和国|国家|全国|[\u4e00-\u9fff]{1,8}(?:省|市|县|区|州|盟|部|局|厅|委|办))/;

/** A title whose beginning is there: the organ before 关于, or a place or organ at the start. */
const isComplete = (folded: string): boolean =>
  /^.{2,}关于/.test(folded) ||
  (organStart.test(folded) && !/^关于/.test(folded) && /关于|省|市|县|区|国/.test(folded.slice(0, 12)));

/** A line that begins in the middle of a title: its year, or behind an opening mark of the line above. */
const goesOn = (folded: string): boolean =>
  /^（\d{4}/.test(folded) || folded.split('》').length > folded.split('《').length;

/** Whether a line above a title's end can belong to it at all. */
const isUpperLine = (reading: Reading, at: number): boolean => {
  const folded = foldedAt(reading, at);
  const below = foldedAt(reading, at + 1);
  return (
    isFree(reading, at) &&
    canBeTitleLine(folded) &&
    (!endsLikeTitle(folded) || goesOn(below)) &&
    !isWebLine(folded) &&
    !isPipeLine(folded) &&
    !isDateLine(folded) &&
    readDocumentNumber(folded) === null &&
    readNumber(folded) === null &&
    dashLength(folded) === 0
  );
};

/** One organ or several: 国务院办公厅、中央军委办公厅. */
const areOrganNames = (folded: string): boolean =>
  isOrganName(folded) || folded.split('、').every((name) => isOrganName(name));

/** Whether an organ that stands alone above the title signs below it: it issues the document with the others. */
const signsBelow = ({ lines }: Reading, organ: string, from: number): boolean => {
  const name = organ.replace(/ /g, '');
  return lines.some(
    ({ stretch: { folded } }, at) => at > from && folded.length < 60 && folded.replace(/ /g, '') === name,
  );
};

/** First line of the title that ends at `end`: the line with 关于 up to three above, and an organ alone above that. */
const extendUp = (reading: Reading, end: number): number => {
  let start = end;
  if (!/关于/.test(foldedAt(reading, end))) {
    let above = end - 1;
    while (above > end - 4 && isUpperLine(reading, above) && !/关于/.test(foldedAt(reading, above))) above -= 1;
    if (above > end - 4 && isUpperLine(reading, above) && /关于/.test(foldedAt(reading, above))) start = above;
    else if (
      !isComplete(foldedAt(reading, end)) &&
      isUpperLine(reading, end - 1) &&
      organStart.test(foldedAt(reading, end - 1))
    )
      start = end - 1;
  }
  while (end - start < 8 && isUpperLine(reading, start - 1)) {
    const above = foldedAt(reading, start - 1);
    // Several issuers, one or two a line: 云川市市场监督管理局、／云川市财政局／关于……
    const here = foldedAt(reading, start);
    const joint = areOrganNames(here) && isOrganName(above) && signsBelow(reading, above, end);
    if (!/、$/.test(above) && !(/^关于|^的/.test(here) && areOrganNames(above)) && !joint) break;
    start -= 1;
  }
  return start;
};

/** The last words of a title on a line of their own. */
const lastWords = /^的(?:通知|通告|公告|通报|决定|意见|实施意见|函|批复)$/;

const extendDown = (reading: Reading, end: number): number => {
  const below = isFree(reading, end) ? foldedAt(reading, end) : '';
  return yearTail.test(below) || lastWords.test(below) ? end + 1 : end;
};

const isTitleStyle = (style: string): boolean => /^(?:title|标题|文件标题|公文标题|大标题|主标题)$/i.test(style);

/** The lines above `anchor` that Word sets as a title: by its style, else centred; null in other sources. */
export const titleBySetting = (reading: Reading, anchor: number): TitleRange | null => {
  const isSet = (at: number, check: (word: NonNullable<SourceLine['word']>) => boolean): boolean => {
    const { word } = reading.lines[at] ?? {};
    const folded = foldedAt(reading, at);
    return (
      at < anchor &&
      word !== undefined &&
      word !== null &&
      isFree(reading, at) &&
      check(word) &&
      folded.length <= 60 &&
      !isDateLine(folded) &&
      readDocumentNumber(folded) === null &&
      !/[。；：]$/.test(folded)
    );
  };
  for (const check of [
    (word: NonNullable<SourceLine['word']>) => isTitleStyle(word.style),
    (word: NonNullable<SourceLine['word']>) => word.centred,
  ]) {
    for (let start = 0; start < anchor; start += 1) {
      if (!isSet(start, check) || isOrganName(foldedAt(reading, start)) || /号$/.test(foldedAt(reading, start)))
        continue;
      let end = start + 1;
      while (end < start + 4 && isSet(end, check)) end += 1;
      return { start, end };
    }
  }
  return null;
};

/** The title, when only its place makes it one: the first line, short and without a stop. */
export const guessTitleAbove = (reading: Reading, anchor: number): TitleRange | null => {
  const at = reading.marks.indexOf(null);
  const folded = foldedAt(reading, at);
  const fits = at >= 0 && at < anchor && isUpperLine(reading, at) && folded.length >= 6 && !isOrganName(folded);
  return fits ? { start: at, end: at + 1 } : null;
};

/** The lines of a title from `at` on that this app has set as one; null where it has not. */
export const ownTitleAt = (reading: Reading, at: number): TitleRange | null => {
  let end = at;
  while (isFree(reading, end) && ownStyle(reading, end) === 'GwTitle') end += 1;
  return end > at ? { start: at, end } : null;
};

/** The title nearest above `anchor`, which may be broken over up to four lines; null when there is none. */
export const findTitleAbove = (reading: Reading, anchor: number): TitleRange | null => {
  const own = reading.lines.findIndex((_, at) => at < anchor && ownStyle(reading, at) === 'GwTitle');
  if (own >= 0) return ownTitleAt(reading, own);
  for (let at = anchor - 1; at >= 0; at -= 1) {
    const text = foldedAt(reading, at);
    if (!isFree(reading, at) || isWebLine(text) || isPipeLine(text) || readDocumentNumber(text)) continue;
    if (isMetadataRow(reading.lines[at]!.stretch)) continue;
    if (/[：]/.test(text.slice(0, 8)) || readNumber(text)) continue;
    if (!endsLikeTitle(text) && !/^.{2,30}关于.{4,60}$/.test(text)) continue;
    // A slogan in quotation marks may have a comma of its own.
    if (/[，。；！]/.test(text.replace(/“[^“”。]{2,40}”/g, ''))) continue;
    return { start: extendUp(reading, at), end: extendDown(reading, at + 1) };
  }
  return null;
};

/** The same title, or one of the two with an organ or a place before it. */
export const nearlySame = (name: string, key: string): boolean => {
  if (name === key) return true;
  const [shorter, longer] = name.length < key.length ? [name, key] : [key, name];
  return shorter.length >= 8 && shorter.length >= longer.length * 0.6 && longer.endsWith(shorter);
};

/** Whether a line can begin one of the known titles, or is the organ before one; rules most lines out at once. */
export const mayBeginTitle = (folded: string, known: readonly string[]): boolean => {
  const begin = titleKey(folded);
  return isOrganName(folded) || known.some((name) => name.includes(begin) || begin.endsWith(name));
};

/** Reads a title of up to four lines that begins at a line and of which the key is known; null when none does. */
export const readTitleAt = (reading: Reading, at: number, isKnown: (key: string) => boolean): TitleRange | null => {
  const own = ownTitleAt(reading, at);
  if (own && isKnown(titleKey(joinLines(reading, own.start, own.end).folded))) return own;
  for (let end = at + 1; end <= at + 4 && isFree(reading, end - 1); end += 1) {
    const last = foldedAt(reading, end - 1);
    if (isDateLine(last) || isNoteLine(last) || readDocumentNumber(last) || readNumber(last) || /[。；]/.test(last))
      return null;
    const joined = reading.lines
      .slice(at, end)
      .map((line) => line.stretch.folded)
      .join('');
    if (joined.length > 120) return null;
    const key = titleKey(joined);
    if (isKnown(key)) return { start: at, end: extendDown(reading, end) };
  }
  return null;
};

/** Titles quoted in a notice: what 印发《…》 or 关于印发…的通知 names, as keys. */
export const quotedTitles = (texts: readonly string[]): string[] => {
  const names: string[] = [];
  for (const text of texts) {
    const issued = /(?:印发|转发|发布|公布|下发|批转)(.+?)的?(?:通知|公告|通告|函)(?:$|[。，])/.exec(text);
    if (issued) names.push(issued[1]!.replace(/^关于(?=《)/, ''));
    for (const match of text.matchAll(/《([^《》]{4,80})》/g)) names.push(match[1]!);
  }
  return [...new Set(names.map(titleKey).filter((key) => key.length >= 5))];
};
