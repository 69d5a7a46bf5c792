import type { GovDocument } from '../../shared/document/document';
import { listPictures } from '../../shared/document/list-pictures';
import type { ExportOptions } from '../../shared/export/export-options';
import type { CheckLog } from './checks';
import type { ExpectedParagraph } from './expected-text';
import { measureInk } from './measure-ink';
import { measureOrder } from './measure-order';
import { isTurned, mm, type PdfLine, type PdfPage, pageEdges as page } from './read-pdf';

/** Type area of a turned page: the upright one's foot on the left, its 订口 above. */
const turned = { left: 35 * mm, right: 260 * mm };

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
};

const neverFirst = /[、。，．,.：；:;！？!?）)〕】》〉”’」』…—·％%]/;
const neverLast = /[（(〔【《〈“‘「『]/;
const isFullWidth = (text: string): boolean =>
  [...text].every((character) => character > '\u2e7f' || /[“”‘’…—（）：；，]/.test(character));

export type Placed = { line: PdfLine; page: number; paragraph: number; start: number };

const inBody = (line: PdfLine): boolean => line.middle < page.bottom;
/** Lines of the type area; the number of a turned page stands left of it. */
const bodyLines = (each: PdfPage): readonly PdfLine[] => (isTurned(each) ? each.lines : each.lines.filter(inBody));

/** Tables are set in 小四 or larger; what is smaller, at the foot of a page, is a footnote. */
const noteHeight = 14.5;

/** The lines of a page in the type area without the footnotes below them. */
const textLines = (each: PdfPage): readonly PdfLine[] => {
  const lines = bodyLines(each);
  return lines.slice(0, lines.findLastIndex((line) => line.height >= noteHeight) + 1);
};

/** Walks the printed lines and finds every text paragraph in them, in order; says what is not there. */
const placeParagraphs = (
  pages: readonly PdfPage[],
  paragraphs: readonly ExpectedParagraph[],
  log: CheckLog,
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
      log.check(39, `text is missing or out of order: ${paragraph.text.slice(0, 30)}…`);
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
const compareAmounts = (pages: readonly PdfPage[], paragraphs: readonly ExpectedParagraph[], log: CheckLog): void => {
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
  log.check(
    39,
    ...(lost.length > 0 ? [`characters lost in print: ${lost.map(([character]) => character).join('')}`] : []),
  );
};

const measureLines = (
  placed: readonly Placed[],
  paragraphs: readonly ExpectedParagraph[],
  result: Measured,
  log: CheckLog,
): void => {
  log.check(30);
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
      else log.check(30, `${characters} characters in a line: ${line.text}`);
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
  log: CheckLog,
): void => {
  // What a picture takes of a page cannot be told from its lines; the app's own pages are compared with these.
  const illustrated = listPictures(document).length > 0;
  log.check(28);
  const closing = paragraphs.length;
  pages.forEach((each, at) => {
    const [width, height] = isTurned(each) ? [each.height, each.width] : [each.width, each.height];
    if (Math.abs(width - page.width) > 0.6 || Math.abs(height - page.height) > 0.6)
      log.check(28, `page ${at + 1} is ${each.width} × ${each.height} pt`);
    const lines = bodyLines(each);
    const [left, right] = isTurned(each) ? [turned.left, turned.right] : [page.left, page.right];
    // The mark of a 信函 stands between its double rules of 170 mm.
    const letterPage = options.format === 'letter' && at === 0;
    const wide = letterPage ? [] : lines.filter((line) => line.xMin < left - mm || line.xMax > right + mm);
    for (const line of wide) log.check(30, `page ${at + 1}: outside the type area: ${line.text.slice(0, 20)}`);
    if (isTurned(each)) {
      if (each.margin !== `—${at + 1}—`) log.check(34, `page ${at + 1}: turned page number reads ${each.margin}`);
      return;
    }
    checkPageNumber(each, at + 1, options, log);
    const next = placed.find((line) => line.page === at + 1);
    // Notes take lines from the text of their page.
    if (textLines(each).length < lines.length) return;
    if (!next || paragraphs[next.paragraph]!.startsPart || lines.length === 0 || illustrated) return;
    const own = placed.filter((line) => line.page === at);
    // Only pages whose every line is of the text's grid: titles, tables and boxes have their own heights.
    const grid = own.length === lines.length && lines.every((line) => onGrid(line, pitch, top));
    if (!grid || !own.every((line) => line.line.height > 14)) return;
    result.fullPages += 1;
    log.check(29, ...offPitch(lines, pitch, top).map((found) => `page ${at + 1}: ${found}`));
    const count = Math.round((lines.at(-1)!.middle - top - pitch / 2) / pitch) + 1;
    const missing = 22 - count;
    if (missing === 0) result.fullPagesOf22 += 1;
    else if (missing > 0 && missing <= keptLines(placed, paragraphs, at + 1, closing)) result.keptTogether += 1;
    else log.check(29, `page ${at + 1} has ${count} lines`);
  });
};

const onGrid = (line: PdfLine, pitch: number, top: number): boolean => {
  const position = (line.middle - top - pitch / 2) / pitch;
  return Math.abs(position - Math.round(position)) < 0.2 && line.height < 27;
};

/** The pitch over a full page, from its first line to its last (28.95 ± 0.1 points). */
const offPitch = (lines: readonly PdfLine[], pitch: number, top: number): string[] => {
  const [first, last] = [lines[0]!, lines.at(-1)!];
  const steps = Math.round((last.middle - first.middle) / pitch);
  const measured = (last.middle - first.middle) / steps;
  return steps > 5 && Math.abs(measured - pitch) > 0.1 && first.middle > top
    ? [`lines are ${measured.toFixed(2)} pt apart, wanted ${pitch}`]
    : [];
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
const checkPageNumber = (each: PdfPage, number: number, options: ExportOptions, log: CheckLog): void => {
  log.check(34);
  const line = each.lines.filter((candidate) => !inBody(candidate)).at(-1);
  if (options.format === 'letter' && number === 1) {
    if (line) log.check(34, `page 1 of a letter has a number: ${line.text}`);
    return;
  }
  if (line?.text !== `—${number}—`) {
    log.check(34, `page ${number}: page number reads ${line?.text ?? 'nothing'}`);
    return;
  }
  const outer = number % 2 === 1 ? page.right - 14 - line.xMax : line.xMin - page.left - 14;
  const distance = options.pageNumber === 'center' ? (line.xMin + line.xMax - page.left - page.right) / 2 : outer;
  if (Math.abs(distance) > mm) log.check(34, `page ${number}: page number off by ${distance.toFixed(1)} pt`);
};

/** Measures one printed document; every failure is a sentence. */
export const measurePdf = (
  file: string,
  pages: readonly PdfPage[],
  paragraphs: readonly ExpectedParagraph[],
  sample: Readonly<{ document: GovDocument; options: ExportOptions }>,
  log: CheckLog,
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
  };
  const placed = placeParagraphs(pages, paragraphs, log);
  compareAmounts(pages, paragraphs, log);
  measureLines(placed, paragraphs, result, log);
  const [top, pitch] = options.profile === 'standard' ? [37 * mm, 28.95] : [34.58 * mm, 29.45];
  measurePages(pages, placed, paragraphs, pitch, top, sample, result, log);
  measureOrder(pages, placed, paragraphs, sample, log);
  measureInk(file, pages, sample, log);
  return result;
};
