import { isDateLine, isNoteLine, isOrganName } from '../lines/line-kinds';
import { readNumber } from '../lines/number-pattern';
import { foldedAt, isFree, ownStyle, type Reading } from './marks';

/** Form fields of the 版记. */
export type ImprintFields = { copyTo?: string; printingOrgan?: string; printingDate?: string };

const imprintDate = /^(.*?) *((?:\d{4}) ?年 ?\d{1,2} ?月 ?\d{1,2} ?日) ?印发$/;

const readImprint = (reading: Reading, at: number, fields: ImprintFields): boolean => {
  const { text, folded } = reading.lines[at]!.stretch;
  const copy = /^抄送： ?/.exec(folded);
  if (copy && folded.length < 900 && fields.copyTo === undefined) {
    fields.copyTo = text.slice(copy[0].length);
    return true;
  }
  const printed = folded.length < 80 ? imprintDate.exec(folded) : null;
  if (!printed || fields.printingDate !== undefined || (printed[1] !== '' && !isOrganName(printed[1]!))) return false;
  fields.printingDate = printed[2]!;
  if (printed[1] !== '') fields.printingOrgan = text.slice(0, printed[1]!.length);
  return true;
};

const isSigner = (reading: Reading, at: number): boolean =>
  ownStyle(reading, at) === 'GwSign' || isOrganName(foldedAt(reading, at));

/** 2026.3.5 and its like, which are a date below an organ only. */
const isDottedBelowOrgan = (reading: Reading, at: number): boolean =>
  /^20\d{2}([./-])\d{1,2}\1\d{1,2}$/.test(foldedAt(reading, at)) &&
  isFree(reading, at - 1) &&
  isSigner(reading, at - 1);

/**
 * Marks a part's signatures and date wherever they stand, its notes, and reads the 版记.
 * @param issuers organs that the title names; when many more stand above the date, the upper ones are a list
 */
export const readTail = (
  reading: Reading,
  from: number,
  to: number,
  fields: ImprintFields,
  issuers: number | null,
): void => {
  const dates: number[] = [];
  for (let at = from; at < to; at += 1) {
    if (!isFree(reading, at)) continue;
    const folded = foldedAt(reading, at);
    const own = ownStyle(reading, at);
    if (isNoteLine(folded) || own === 'GwNote') reading.marks[at] = 'note';
    else if (readImprint(reading, at, fields)) reading.marks[at] = 'field';
    else if (isDateLine(folded) || own === 'GwDate' || isDottedBelowOrgan(reading, at)) dates.push(at);
  }
  if (reading.marks.slice(from, to).includes('dateLine')) return;
  const isLast = (at: number): boolean => {
    for (let next = at + 1; next < to; next += 1) if (isFree(reading, next)) return false;
    return true;
  };
  const signed = (at: number): boolean => {
    let above = at - 1;
    while (above > from && reading.marks[above] === 'field') above -= 1;
    return isFree(reading, above) && isSigner(reading, above);
  };
  const at = dates.findLast(signed) ?? dates.findLast(isLast);
  if (at === undefined) return;
  reading.marks[at] = 'dateLine';
  const signatures: number[] = [];
  for (let above = at - 1; above > from; above -= 1) {
    if (reading.marks[above] === 'field') continue;
    const folded = foldedAt(reading, above);
    if (!isFree(reading, above) || !isSigner(reading, above) || readNumber(folded)) break;
    signatures.push(above);
  }
  const listed = issuers !== null && signatures.length > issuers + 2;
  for (const above of listed ? signatures.slice(0, issuers) : signatures) reading.marks[above] = 'signature';
};
