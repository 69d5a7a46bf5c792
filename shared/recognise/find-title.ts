import { titleKey } from './fold';
import {
  canBeTitleLine,
  endsLikeTitle,
  isDateLine,
  isOrganName,
  isPipeLine,
  isWebLine,
  readDocumentNumber,
} from './line-kinds';
import { foldedAt, isFree, type Reading } from './marks';
import { dashLength, readNumber } from './number-pattern';

/** Lines of a title: from `start` to before `end`. */
export type TitleRange = Readonly<{ start: number; end: number }>;

const yearTail = /^（[^（）]{0,12}\d{4}[^（）]{0,14}年?）$/;
const organStart =
  /^(?:中共|国务院|中华人民共和国|国家|全国|[\u4e00-\u9fff]{1,8}(?:省|市|县|区|州|盟|镇|乡|部|局|厅|委|办))/;

/** A title whose beginning is there: the organ before 关于, or a place or organ at the start. */
const isComplete = (folded: string): boolean =>
  /^.{2,}关于/.test(folded) ||
  (organStart.test(folded) && !/^关于/.test(folded) && /关于|省|市|县|区|国/.test(folded.slice(0, 12)));

const extendUp = (reading: Reading, end: number, floor: number): number => {
  let start = end;
  while (start > floor && end - start < 3 && isFree(reading, start - 1)) {
    const text = foldedAt(reading, start);
    const above = foldedAt(reading, start - 1);
    if (!canBeTitleLine(above) || endsLikeTitle(above) || isWebLine(above) || isPipeLine(above) || isDateLine(above))
      break;
    if (readDocumentNumber(above) || readNumber(above) || dashLength(above) > 0) break;
    const begins = /关于/.test(above) || organStart.test(above);
    const needsMore = /^关于/.test(text) ? isOrganName(above) || /、$/.test(above) : !isComplete(text) && begins;
    // 国务院办公厅 / 关于四川省……时 / 所提问题……的函: the middle line is neither start nor end
    const middle = !isComplete(text) && !/^关于/.test(text) && /关于/.test(above);
    if (!needsMore && !middle) break;
    start -= 1;
  }
  return start;
};

const extendDown = (reading: Reading, end: number): number =>
  isFree(reading, end) && yearTail.test(foldedAt(reading, end)) ? end + 1 : end;

/** The title nearest above `anchor`, which may be broken over up to four lines; null when there is none. */
export const findTitleAbove = (reading: Reading, anchor: number): TitleRange | null => {
  for (let at = anchor - 1; at >= 0; at -= 1) {
    const text = foldedAt(reading, at);
    if (!isFree(reading, at) || isWebLine(text) || isPipeLine(text) || readDocumentNumber(text)) continue;
    if (/[：]/.test(text.slice(0, 8)) || readNumber(text)) continue;
    if (!endsLikeTitle(text) && !/^.{2,30}关于.{4,60}$/.test(text)) continue;
    if (/[，。；！]/.test(text)) continue;
    return { start: extendUp(reading, at, 0), end: extendDown(reading, at + 1) };
  }
  return null;
};

/** Reads a title that begins at a line and whose key is known or whose end looks like one; null when neither. */
export const readTitleAt = (reading: Reading, at: number, known: readonly string[]): TitleRange | null => {
  for (let end = at + 1; end <= at + 4 && isFree(reading, end - 1); end += 1) {
    const last = foldedAt(reading, end - 1);
    if (isDateLine(last) || readDocumentNumber(last) || readNumber(last) || /[。；]/.test(last)) return null;
    const joined = reading.lines
      .slice(at, end)
      .map((line) => line.stretch.folded)
      .join('');
    if (joined.length > 120) return null;
    const key = titleKey(joined);
    if (
      known.some(
        (name) => name === key || (name.length >= 8 && key.length >= 8 && (name.endsWith(key) || key.endsWith(name))),
      )
    )
      return { start: at, end: extendDown(reading, end) };
  }
  return null;
};

/** Titles quoted in a notice: what 印发《…》 or 关于印发…的通知 names, as keys. */
export const quotedTitles = (texts: readonly string[]): string[] => {
  const names: string[] = [];
  for (const text of texts) {
    const issued = /(?:印发|转发|发布|公布|下发|批转)(.+?)的?(?:通知|公告|通告)/.exec(text);
    if (issued) names.push(issued[1]!.replace(/^关于(?=《)/, ''));
    for (const match of text.matchAll(/《([^《》]{4,80})》/g)) names.push(match[1]!);
  }
  return [...new Set(names.map(titleKey).filter((key) => key.length >= 5))];
};
