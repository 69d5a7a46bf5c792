import type { GovDocument } from '../../shared/document/document';
import { leavesText } from '../../shared/document/plain-text';
import type { ExportOptions } from '../../shared/export/export-options';
import { footnoteMark } from '../../shared/footnotes/footnote-mark';
import { listFootnotes } from '../../shared/footnotes/list-footnotes';
import type { CheckLog } from './checks';
import { comparable, type ExpectedParagraph } from './expected-text';
import type { Placed } from './measure';
import type { PdfPage } from './read-pdf';

type Sample = Readonly<{ document: GovDocument; options: ExportOptions }>;

const date = /^\d{4}年\d{1,2}月\d{1,2}日$/;
/** Width of a line in characters. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (/[\u0020-\u007e]/.test(character) ? 0.5 : 1), 0);

/** Page 1 shows the beginning of the text (7.3.3); an attachment alone has none there. */
const measureFirstPage = (placed: readonly Placed[], paragraphs: readonly ExpectedParagraph[], log: CheckLog): void => {
  const first = paragraphs.findIndex((paragraph) => paragraph.isText);
  if (first < 0 || paragraphs.slice(0, first).some((paragraph) => paragraph.startsPart)) return;
  const line = placed.find(({ paragraph }) => paragraph === first);
  log.check(31, ...(line?.page === 0 ? [] : ['the text does not begin on page 1']));
};

/** The title's lines: at most 20 characters, growing, shrinking or with the longest in the middle (7.3.1). */
const measureTitle = ({ document }: Sample, pages: readonly PdfPage[], log: CheckLog): void => {
  const block = document.parts[0]?.children.find(({ type }) => type === 'title');
  if (block?.type !== 'title') return;
  const whole = comparable(leavesText(block.children));
  const lines: string[] = [];
  let rest = whole;
  for (const { text } of pages[0]?.lines ?? []) {
    if (rest === '' || !rest.startsWith(text) || text === '') continue;
    lines.push(text);
    rest = rest.slice(text.length);
  }
  if (rest !== '' || lines.length === 0) return;
  const long = lines.map(widthOf).filter((width) => width > 20.5);
  log.check(33, ...long.map((width) => `a title line of ${width} characters`));
  // The writer's own lines are as they are; of several issuers each stands on a line of its own.
  if (leavesText(block.children).includes('\n')) return;
  const about = lines.findIndex((line) => line.startsWith('关于'));
  const widths = lines.slice(lines[0]!.endsWith('、') ? about : 0).map(widthOf);
  const spread = Math.max(...widths) - Math.min(...widths);
  const narrow = (width: number, at: number): boolean =>
    width < Math.max(...widths.slice(0, at)) - 1 && width < Math.max(...widths.slice(at + 1)) - 1;
  log.check(
    33,
    ...(widths.length > 1 && spread < 1 ? [`all lines of the title are of ${widths[0]} characters`] : []),
    ...(widths.some(narrow) ? [`the title is an hourglass: ${widths.join(', ')} characters`] : []),
  );
};

/** Points from the base line of a line of text down to that of the title, two blank lines between (7.3.1, 10.1). */
const titleBelowLine = ({ profile, titlePitch }: ExportOptions): number => {
  const pitch = profile === 'standard' ? 28.95 : 29.45;
  return 0.2 * pitch + 2 * pitch + 0.8 * titlePitch;
};
/** A box of the larger type reaches so much of the difference higher above the base line. */
const higher = 0.35 * (22 - 16);

/** The title of a 信函 begins two lines below the last line of its head; that of other formats is measured in ink. */
const measureLetterTitle = ({ document, options }: Sample, pages: readonly PdfPage[], log: CheckLog): void => {
  const block = document.parts[0]?.children.find(({ type }) => type === 'title');
  if (options.format !== 'letter' || block?.type !== 'title') return;
  const lines = pages[0]?.lines ?? [];
  const whole = comparable(leavesText(block.children));
  // The mark above may say what the title begins with: the title stands below 发文字号.
  const number = comparable(document.meta.documentNumber ?? '');
  const above = lines.findIndex(({ text }) => number !== '' && text.includes(number));
  const at = lines.findIndex(({ text }, index) => index > above && text !== '' && whole.startsWith(text));
  if (above < 0 || at < 0) return;
  const distance = lines[at]!.middle - lines[at - 1]!.middle;
  const wanted = titleBelowLine(options) - higher;
  log.check(
    33,
    ...(Math.abs(distance - wanted) > 2
      ? [`the title stands ${distance.toFixed(1)} points below the head, wanted ${wanted.toFixed(1)}`]
      : []),
  );
};

/** All of the closing stands on pages that have text too (7.3.5.5), and no heading is the last line of a page. */
const measureKeeping = (
  pages: readonly PdfPage[],
  placed: readonly Placed[],
  paragraphs: readonly ExpectedParagraph[],
  log: CheckLog,
): void => {
  const pagesOf = (wanted: (paragraph: ExpectedParagraph) => boolean): Set<number> =>
    new Set(placed.flatMap(({ page, paragraph }) => (wanted(paragraphs[paragraph]!) ? [page] : [])));
  // 署名 and 成文日期 of the first part that is signed; several seals may stand in a table.
  const dated = paragraphs.findIndex(({ text }) => date.test(text));
  let first = dated;
  while (first > 0 && paragraphs[first - 1]!.isClosing) first -= 1;
  const hasText = paragraphs.slice(0, Math.max(0, first)).some(({ isText, inTable }) => isText || inTable);
  if (dated >= 0 && hasText) {
    const closing = pagesOf((paragraph) => paragraph.isClosing && paragraphs.indexOf(paragraph) <= dated);
    const beside = pagesOf((paragraph) => paragraph.isText);
    // Cells of tables are not placed: what stands above the closing and is in no paragraph is a table's.
    const known = new Set(placed.map(({ line }) => line));
    const hasTable = (page: number): boolean => {
      const top = placed.find((each) => each.page === page && paragraphs[each.paragraph]!.isClosing)!.line.middle;
      return pages[page]!.lines.some((line) => line.middle < top && !known.has(line));
    };
    log.check(
      36,
      ...[...closing].flatMap((page) =>
        beside.has(page) || hasTable(page) ? [] : [`署名 or 成文日期 stands without text on page ${page + 1}`],
      ),
    );
  }
  log.check(
    38,
    ...placed.flatMap(({ page, paragraph, line }, at) => {
      const next = placed[at + 1];
      return paragraphs[paragraph]!.isHeading && next && next.page > page && next.paragraph !== paragraph
        ? [`a heading ends page ${page + 1}: ${line.text.slice(0, 20)}`]
        : [];
    }),
  );
};

/** 版记 stands on the last page. */
const measureImprintPage = ({ document }: Sample, pages: readonly PdfPage[], log: CheckLog): void => {
  const copyTo = comparable(document.meta.copyTo ?? '').slice(0, 12);
  if (copyTo === '') return;
  const last = (pages.at(-1)?.lines ?? []).map(({ text }) => text).join('');
  log.check(35, ...(last.includes(copyTo) ? [] : ['版记 is not on the last page']));
};

/** Footnotes begin anew with ① on every page, each number once in the text and once at the foot. */
const measureFootnotes = ({ document }: Sample, pages: readonly PdfPage[], log: CheckLog): void => {
  if (listFootnotes(document.parts.flatMap(({ children }) => children)).length === 0) return;
  pages.forEach(({ lines }, at) => {
    const found = [...lines.map(({ text }) => text).join('')].filter((each) => /[①-⑳]/.test(each)).sort();
    const wanted = found.map((_, index) => footnoteMark(Math.floor(index / 2) + 1));
    log.check(39, ...(found.join() === wanted.join() ? [] : [`page ${at + 1}: footnotes ${found.join('')}`]));
  });
};

/** What stands where in the run of pages. */
export const measureOrder = (
  pages: readonly PdfPage[],
  placed: readonly Placed[],
  paragraphs: readonly ExpectedParagraph[],
  sample: Sample,
  log: CheckLog,
): void => {
  measureFirstPage(placed, paragraphs, log);
  measureTitle(sample, pages, log);
  measureLetterTitle(sample, pages, log);
  measureKeeping(pages, placed, paragraphs, log);
  measureImprintPage(sample, pages, log);
  measureFootnotes(sample, pages, log);
};
