import {
  findDocumentNumber,
  isDateLine,
  isOrganName,
  isPageNumber,
  isPipeLine,
  isSalutation,
  isWebLine,
  readDocumentNumber,
} from '../lines/line-kinds';
import { readNumber } from '../lines/number-pattern';
import { type Stretch, stretchLine } from '../lines/stretch';
import { findTitleAbove, guessTitleAbove, type TitleRange, titleBySetting } from './find-title';
import { foldedAt, isFree, markRange, ownStyle, type Reading } from './marks';
import { findNamedTitle } from './metadata';

/** Form fields found on lines of their own. */
type HeadFields = {
  documentNumber?: string;
  issuingOrgan?: string;
  secrecy?: string;
  urgency?: string;
  signers?: string[];
};

const subtitle =
  /^（(?:征求意见稿|公开征求意见稿|试行|暂行|草案|修订|修订稿|送审稿|讨论稿|审议稿|代拟稿|.{0,30}(?:通过|发布|印发|修订|修正|施行))）$|^(?:\d{4}|[一二][一二三四五六七八九〇○零]{3}) ?年 ?(?:\d{1,2}|[一二三四五六七八九十]{1,3}) ?月$/;

const isBodyStart = (folded: string): boolean => {
  const number = readNumber(folded);
  if (number && number.value === 1 && (number.level <= 2 || folded.length > 30)) return true;
  return (
    folded.length >= 40 && /[。：]$/.test(folded) && /[，。]/.test(folded) && !isWebLine(folded) && !isPipeLine(folded)
  );
};

const isAddressed = (reading: Reading, at: number): boolean =>
  ownStyle(reading, at) === 'GwTo' || isSalutation(foldedAt(reading, at));

/** First line of what is certainly not the head: recipients, a first number, a long paragraph. */
const findAnchor = (reading: Reading): number => {
  const at = reading.lines.findIndex(
    ({ stretch: { folded }, table }, index) =>
      reading.marks[index] === null &&
      (table !== null ||
        isAddressed(reading, index) ||
        /^GwAttach(?:Note|Label)$/.test(ownStyle(reading, index)) ||
        isBodyStart(folded)),
  );
  if (at >= 0) return at;
  // Nothing but short lines: the first sentence below a first line.
  const sentence = reading.lines.findIndex(
    ({ stretch: { folded } }, index) =>
      index > 0 && reading.marks[index] === null && /.{9}。$/.test(folded) && !isWebLine(folded) && !isPipeLine(folded),
  );
  return sentence < 0 ? reading.lines.length : sentence;
};

const readField = (reading: Reading, at: number, fields: HeadFields): boolean => {
  const text = reading.lines[at]!.stretch.text;
  const folded = foldedAt(reading, at);
  const number = readDocumentNumber(folded);
  if (number && fields.documentNumber === undefined) {
    fields.documentNumber = text.slice(number.start, number.end);
    return true;
  }
  if (fields.urgency === undefined && /^(?:特 ?急|加 ?急|特提|平急)$/.test(folded)) {
    fields.urgency = text;
    return true;
  }
  if (fields.secrecy === undefined && /^(?:绝密|机密|秘密)(?:★.{0,10})?$/.test(folded)) {
    fields.secrecy = text;
    return true;
  }
  const organ = /^(.{3,40})文件$/.exec(folded.replace(/ /g, ''));
  if (organ && fields.issuingOrgan === undefined && isOrganName(organ[1]!)) {
    fields.issuingOrgan = text.replace(/\s/g, '').slice(0, -2);
    return true;
  }
  // 文号 and 签发人 on one line, as in an upward document.
  const [, own = ''] = /^(.*?) +(?=签发人：)/.exec(folded) ?? [];
  const ownNumber = own === '' ? null : readDocumentNumber(own.trim());
  const signers = /^签发人： ?(.{2,40})$/.exec(ownNumber ? folded.slice(own.length).trimStart() : folded);
  const names = signers ? text.slice(text.length - signers[1]!.length).split(/[\s、，]+/) : [];
  if (
    names.length > 0 &&
    fields.signers === undefined &&
    names.length <= 12 &&
    names.every((name) => name.length <= 20)
  ) {
    fields.signers = names;
    if (ownNumber) fields.documentNumber ??= text.slice(ownNumber.start, ownNumber.end);
    return true;
  }
  return false;
};

/** Marks the lines of a title and of the subtitle under it. */
export const markTitle = (reading: Reading, range: TitleRange): void => {
  markRange(reading, range.start, range.end, 'title');
  if (isFree(reading, range.end) && subtitle.test(foldedAt(reading, range.end))) reading.marks[range.end] = 'subtitle';
};

/**
 * Marks the head of the document: title, number, recipients; sets aside every line above the title that is none
 * of these. Gives the form fields and the line behind the head; `named` is a title that only a web page's table above
 * the text gives.
 */
export const readHead = (
  reading: Reading,
): Readonly<{ title: TitleRange | null; named: Stretch | null; fields: HeadFields; bodyStart: number }> => {
  const anchor = findAnchor(reading);
  const found = findTitleAbove(reading, anchor);
  const set = found ?? titleBySetting(reading, anchor);
  const row = set ? null : findNamedTitle(reading, anchor);
  const title = set ?? (row ? null : guessTitleAbove(reading, anchor));
  if (row) {
    const message = `第${stretchLine(row.title)}行：正文里没有标题，用了上方信息表里的名称，请核对。`;
    reading.doubts.push({ line: stretchLine(row.title), blockId: null, message });
  }
  if (title && !found) {
    const { line } = reading.lines[title.start]!;
    reading.doubts.push({ line, blockId: null, message: `第${line}行：像是标题，请核对。` });
  }
  const fields: HeadFields = {};
  if (title) markTitle(reading, title);
  const salutation = isAddressed(reading, anchor);
  const bodyStart = salutation ? anchor + 1 : anchor;
  if (salutation) reading.marks[anchor] = 'salutation';
  // From below, so that the number nearest the title wins over those of the web page.
  for (let at = anchor - 1; at >= 0; at -= 1) {
    if (!isFree(reading, at)) continue;
    const folded = foldedAt(reading, at);
    if (row && at < row.end) reading.marks[at] = 'aside';
    else if (readField(reading, at, fields)) reading.marks[at] = 'field';
    else if (title && at >= title.end) {
      if (isWebLine(folded) || isPipeLine(folded)) reading.marks[at] = 'aside';
      else if (isDateLine(folded)) reading.marks[at] = 'dateLine';
      else if (isOrganName(folded)) reading.marks[at] = 'signature';
      else if (/^（.*）$/.test(folded) && folded.length < 60) reading.marks[at] = 'subtitle';
    } else if (title || isWebLine(folded) || isPipeLine(folded) || /^附件\d*$/.test(folded))
      reading.marks[at] = 'aside';
  }
  if (fields.documentNumber === undefined)
    for (let at = 0; at < anchor; at += 1) {
      const found = reading.marks[at] === 'aside' ? findDocumentNumber(foldedAt(reading, at)) : null;
      if (found) {
        fields.documentNumber = reading.lines[at]!.stretch.text.slice(found.start, found.end);
        break;
      }
    }
  return { title, named: row?.title ?? null, fields, bodyStart };
};

/** Marks what the web page left below the text, and single such lines between. */
export const setWebLinesAside = (reading: Reading): void => {
  for (let at = reading.lines.length - 1; at >= 0; at -= 1) {
    const folded = foldedAt(reading, at);
    if (!isWebLine(folded) && !(isPipeLine(folded) && folded.length < 80)) break;
    reading.marks[at] = 'aside';
  }
  reading.lines.forEach((line, at) => {
    const { folded } = line.stretch;
    if (/^(?:文件|档案|正文|信息)?全文$|^(?:打印|关闭|返回|分享|收藏)$/.test(folded) || isPageNumber(folded))
      reading.marks[at] = 'aside';
  });
};
