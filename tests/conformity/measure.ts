import type { GovDocument } from '../../shared/document/document';
import { listPictures } from '../../shared/document/list-pictures';
import type { ExportOptions } from '../../shared/export/export-options';
import type { ExpectedParagraph } from './expected-text';
import { inkBox, isBlack, isRed, type PdfLine, type PdfPage, type Raster, rasterise } from './read-pdf';

/** Points; the figures of GB/T 9704-2012, not the exporter's own. */
const mm = 72 / 25.4;
const page = { width: 595.3, height: 841.9, left: 28 * mm, right: 184 * mm, bottom: 262 * mm };
/** Type area of a turned page: the upright one's foot on the left, its 订口 above. */
const turned = { left: 35 * mm, right: 260 * mm };
const isTurned = (each: PdfPage): boolean => each.width > each.height;

export type Measured = {
  pages: number;
  fullPages: number;
  fullPagesOf22: number;
  /** Pages one or two lines short because a heading or the closing stays with what follows. */
  keptTogether: number;
  fullWidthLines: number;
  fullWidthLinesOf28: number;
  /** Lines shorter because 28 characters would break a rule of punctuation. */
  punctuationLines: number;
  failures: string[];
};

const neverFirst = /[、。，．,.：；:;！？!?）)〕】》〉”’」』…—·％%]/;
const neverLast = /[（(〔【《〈“‘「『]/;
const isFullWidth = (text: string): boolean =>
  [...text].every((character) => character > '\u2e7f' || /[“”‘’…—（）：；，]/.test(character));

type Placed = { line: PdfLine; page: number; paragraph: number; start: number };

const inBody = (line: PdfLine): boolean => line.middle < page.bottom;
/** Lines of the type area; the number of a turned page stands left of it. */
const bodyLines = (each: PdfPage): readonly PdfLine[] => (isTurned(each) ? each.lines : each.lines.filter(inBody));

/** Tables are set in 小四 or larger; what is smaller, at the foot of a page, is a footnote. */
const noteHeight = 16;

/** The lines of a page in the type area without the footnotes below them. */
const textLines = (each: PdfPage): readonly PdfLine[] => {
  const lines = bodyLines(each);
  return lines.slice(0, lines.findLastIndex((line) => line.height >= noteHeight) + 1);
};

/** Walks the printed lines and finds every text paragraph in them, in order; says what is not there. */
const placeParagraphs = (
  pages: readonly PdfPage[],
  paragraphs: readonly ExpectedParagraph[],
  failures: string[],
): Placed[] => {
  const lines = pages.flatMap((each, at) => textLines(each).map((line) => ({ line, page: at })));
  const printed = lines.map(({ line }) => line.text).join('');
  const starts: number[] = [];
  let length = 0;
  for (const { line } of lines) {
    starts.push(length);
    length += line.text.length;
  }
  const placed: Placed[] = [];
  let at = 0;
  let next = 0;
  paragraphs.forEach((paragraph, index) => {
    if (paragraph.inTable) return;
    const found = printed.indexOf(paragraph.text, at);
    if (found < 0) {
      failures.push(`text is missing or out of order: ${paragraph.text.slice(0, 30)}…`);
      return;
    }
    at = found + paragraph.text.length;
    while (next < lines.length && starts[next]! < found) next += 1;
    for (; next < lines.length && starts[next]! < at; next += 1)
      placed.push({ ...lines[next]!, paragraph: index, start: starts[next]! - found });
  });
  return placed;
};

/** Counts characters of each kind: tables are printed column by column, so only the amounts can be compared. */
const compareAmounts = (
  pages: readonly PdfPage[],
  paragraphs: readonly ExpectedParagraph[],
  failures: string[],
): void => {
  const left = new Map<string, number>();
  for (const each of pages)
    for (const line of each.lines)
      for (const character of line.text) left.set(character, (left.get(character) ?? 0) + 1);
  for (const paragraph of paragraphs)
    for (const character of paragraph.text) left.set(character, (left.get(character) ?? 0) - 1);
  // Rare characters the test fonts lack come out as other codes.
  const lost = [...left].filter(
    ([character, count]) => count < 0 && !/\p{Extended_Pictographic}|[㐀-䶿𠀀-𪛟]/u.test(character),
  );
  if (lost.length > 0) failures.push(`characters lost in print: ${lost.map(([character]) => character).join('')}`);
};

const measureLines = (placed: readonly Placed[], paragraphs: readonly ExpectedParagraph[], result: Measured): void => {
  placed.forEach(({ line, paragraph, start }, at) => {
    const expected = paragraphs[paragraph]!;
    const end = start + line.text.length;
    if (!expected.isText || end >= expected.text.length || !isFullWidth(line.text)) return;
    if (placed[at + 1]?.paragraph !== paragraph) return;
    result.fullWidthLines += 1;
    const characters = [...line.text].length + (start === 0 ? 2 : 0);
    if (characters === 28) result.fullWidthLinesOf28 += 1;
    else {
      const rest = expected.text.slice(end);
      const why =
        neverFirst.test(rest[28 - characters] ?? '') ||
        neverLast.test(rest[27 - characters] ?? '') ||
        !isFullWidth(rest.slice(0, 29 - characters));
      if (characters < 28 && why) result.punctuationLines += 1;
      else result.failures.push(`${characters} characters in a line: ${line.text}`);
    }
  });
};

const measurePages = (
  pages: readonly PdfPage[],
  placed: readonly Placed[],
  paragraphs: readonly ExpectedParagraph[],
  pitch: number,
  top: number,
  { document, options }: Readonly<{ document: GovDocument; options: ExportOptions }>,
  result: Measured,
): void => {
  // What a picture takes of a page cannot be told from its lines; the app's own pages are compared with these.
  const illustrated = listPictures(document).length > 0;
  const closing = paragraphs.length;
  pages.forEach((each, at) => {
    const [width, height] = isTurned(each) ? [each.height, each.width] : [each.width, each.height];
    if (Math.abs(width - page.width) > 0.6 || Math.abs(height - page.height) > 0.6)
      result.failures.push(`page ${at + 1} is ${each.width} × ${each.height} pt`);
    const lines = bodyLines(each);
    const [left, right] = isTurned(each) ? [turned.left, turned.right] : [page.left, page.right];
    // The mark of a 信函 stands between its double rules of 170 mm.
    const letterPage = options.format === 'letter' && at === 0;
    const wide = letterPage ? [] : lines.filter((line) => line.xMin < left - mm || line.xMax > right + mm);
    for (const line of wide) result.failures.push(`page ${at + 1}: outside the type area: ${line.text.slice(0, 20)}`);
    if (isTurned(each)) {
      if (each.margin !== `—${at + 1}—`)
        result.failures.push(`page ${at + 1}: turned page number reads ${each.margin}`);
      return;
    }
    checkPageNumber(each, at + 1, options, result);
    const next = placed.find((line) => line.page === at + 1);
    // Notes take lines from the text of their page.
    if (textLines(each).length < lines.length) return;
    if (!next || paragraphs[next.paragraph]!.startsPart || lines.length === 0 || illustrated) return;
    const own = placed.filter((line) => line.page === at);
    // Only pages whose every line is of the text's grid: titles, tables and boxes have their own heights.
    const grid = own.length === lines.length && lines.every((line) => onGrid(line, pitch, top));
    if (!grid || !own.every((line) => line.line.height > 14)) return;
    result.fullPages += 1;
    const count = Math.round((lines.at(-1)!.middle - top - pitch / 2) / pitch) + 1;
    const missing = 22 - count;
    if (missing === 0) result.fullPagesOf22 += 1;
    else if (missing > 0 && missing <= keptLines(placed, paragraphs, at + 1, closing)) result.keptTogether += 1;
    else result.failures.push(`page ${at + 1} has ${count} lines`);
  });
};

const onGrid = (line: PdfLine, pitch: number, top: number): boolean => {
  const position = (line.middle - top - pitch / 2) / pitch;
  return Math.abs(position - Math.round(position)) < 0.2 && line.height < 27;
};

/** Lines at the head of a page that were moved there whole: stand-alone headings, or a short end of the text. */
const keptLines = (
  placed: readonly Placed[],
  paragraphs: readonly ExpectedParagraph[],
  at: number,
  closing: number,
): number => {
  const lines = placed.filter((line) => line.page === at);
  let kept = 0;
  for (const line of lines) {
    if (!paragraphs[line.paragraph]!.isHeading) break;
    kept += 1;
  }
  if (kept > 0) return kept;
  // 署名 and 成文日期 keep up to four lines of text, their blank lines and 附件说明 with them.
  const ends = lines.some(
    (line) => line.paragraph < closing && /^\d{4}年\d{1,2}月\d{1,2}日$/.test(paragraphs[line.paragraph]!.text),
  );
  return ends ? 12 : 0;
};

/** `— 1 —`: odd pages one character from the right, even ones from the left (7.5), or in the middle; 信函: not on page 1. */
const checkPageNumber = (each: PdfPage, number: number, options: ExportOptions, result: Measured): void => {
  const line = each.lines.filter((candidate) => !inBody(candidate)).at(-1);
  if (options.format === 'letter' && number === 1) {
    if (line) result.failures.push(`page 1 of a letter has a number: ${line.text}`);
    return;
  }
  if (line?.text !== `—${number}—`) {
    result.failures.push(`page ${number}: page number reads ${line?.text ?? 'nothing'}`);
    return;
  }
  const outer = number % 2 === 1 ? page.right - 14 - line.xMax : line.xMin - page.left - 14;
  const distance = options.pageNumber === 'center' ? (line.xMin + line.xMax - page.left - page.right) / 2 : outer;
  if (Math.abs(distance) > mm) result.failures.push(`page ${number}: page number off by ${distance.toFixed(1)} pt`);
};

const expectNear = (
  what: string,
  value: number | null | undefined,
  wanted: number,
  tolerance: number,
  result: Measured,
): void => {
  if (value == null || Math.abs(value - wanted) > tolerance)
    result.failures.push(
      `${what}: ${value == null ? 'nothing there' : `${value.toFixed(1)} mm`}, wanted ${wanted} ± ${tolerance}`,
    );
};

/** 版记: rules of 156 mm at its head and at the foot of the type area of the last page (7.4.1). */
const measureImprint = (raster: Raster, ruled: boolean, result: Measured): void => {
  const ink = inkBox(raster, isBlack, 200, 263.5);
  if (!ruled) {
    if (!ink || ink.bottom > 262.5) result.failures.push('the imprint of a letter is not at the foot of the type area');
    return;
  }
  expectNear('last rule of the imprint', ink?.bottom, 262, 1, result);
  const rule = ink && inkBox(raster, isBlack, ink.bottom - 0.6, ink.bottom + 0.2);
  expectNear('width of the rules of the imprint', rule && rule.right - rule.left, 156, 1, result);
};

/** A turned page: its number at the foot of the sheet, one character from the edge away from 订口 (8, 7.5). */
const measureTurned = (file: string, number: number, result: Measured): void => {
  const ink = inkBox(rasterise(file, number), isBlack, 0, 210, 15, 34);
  expectNear(`page ${number}: distance of the turned number`, ink && (ink.left + ink.right) / 2, 28, 1.5, result);
  const edge = number % 2 === 1 ? ink?.bottom : ink?.top;
  expectNear(`page ${number}: place of the turned number`, edge, number % 2 === 1 ? 184 - 4.9 : 28 + 4.9, 1.5, result);
};

const measureLetter = (first: Raster, result: Measured): void => {
  const upper = inkBox(first, isRed, 20, 120);
  expectNear('top of the mark of a letter', upper?.top, 30, 1.5, result);
  expectNear('width of the upper double rule', upper && upper.right - upper.left, 170, 1, result);
  const mark = upper && inkBox(first, isRed, 20, upper.bottom - 2.2);
  expectNear('upper double rule below the mark', upper && mark && upper.bottom - 1 - mark.bottom, 4, 1, result);
  const text = upper && inkBox(first, isBlack, upper.bottom, 120);
  expectNear('first element below the upper rule', upper && text && text.top - upper.bottom, 4.9, 1, result);
  const lower = inkBox(first, isRed, 200, 297);
  expectNear('lower double rule above the edge', lower && 297 - lower.bottom, 20, 1, result);
  expectNear('width of the lower double rule', lower && lower.right - lower.left, 170, 1, result);
};

/** Ink on paper: page number's dashes, first and last line, the head's mark and rule, 版记, turned pages. */
const measureInk = (
  file: string,
  pages: readonly PdfPage[],
  { document, options }: Readonly<{ document: GovDocument; options: ExportOptions }>,
  result: Measured,
): void => {
  const first = rasterise(file, 1);
  if (options.format === 'letter') measureLetter(first, result);
  else {
    const dashes = inkBox(first, isBlack, 263, 280);
    // The digit is higher than the dashes; both are centred on nearly the same line.
    expectNear('page number', dashes ? (dashes.top + dashes.bottom) / 2 : undefined, 269, 1, result);
  }
  if (pages.length > 2 && !isTurned(pages[1]!)) {
    const second = inkBox(rasterise(file, 2), isBlack, 0, 263);
    if (second && (second.left < 27.5 || second.right > 184.5 || second.top < 37 || second.bottom > 262.5))
      result.failures.push(`page 2: ink outside the type area: ${JSON.stringify(second)}`);
  }
  pages.forEach((each, at) => {
    if (isTurned(each)) measureTurned(file, at + 1, result);
  });
  const { copyTo, printingOrgan, printingDate } = document.meta;
  if (copyTo || printingOrgan || printingDate)
    measureImprint(rasterise(file, pages.length), options.format !== 'letter', result);
  if (options.format !== 'document' && options.format !== 'minutes') return;
  const mark = inkBox(first, isRed, 60, 95);
  expectNear('top of the mark', mark?.top, 72, 1.5, result);
  const all = inkBox(first, isRed, 60, 200);
  const rule = all && inkBox(first, isRed, all.bottom - 1, 200);
  expectNear('width of the red rule', rule && rule.right - rule.left, 156, 1, result);
  const number = rule && inkBox(first, isBlack, 60, rule.top);
  if (number) expectNear('red rule below 发文字号', rule.top - number.bottom, 4, 0.7, result);
};

/** Measures one printed document; every failure is a sentence. */
export const measurePdf = (
  file: string,
  pages: readonly PdfPage[],
  paragraphs: readonly ExpectedParagraph[],
  sample: Readonly<{ document: GovDocument; options: ExportOptions }>,
): Measured => {
  const { options } = sample;
  const result: Measured = {
    pages: pages.length,
    fullPages: 0,
    fullPagesOf22: 0,
    keptTogether: 0,
    fullWidthLines: 0,
    fullWidthLinesOf28: 0,
    punctuationLines: 0,
    failures: [],
  };
  const placed = placeParagraphs(pages, paragraphs, result.failures);
  compareAmounts(pages, paragraphs, result.failures);
  measureLines(placed, paragraphs, result);
  const [top, pitch] = options.profile === 'standard' ? [37 * mm, 28.95] : [34.58 * mm, 29.45];
  measurePages(pages, placed, paragraphs, pitch, top, sample, result);
  measureInk(file, pages, sample, result);
  return result;
};
