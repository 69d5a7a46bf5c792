import { footnoteSign } from '../../document/text';
import type { FlowParagraph, FlowRun } from '../flow';
import type { FontRole } from '../gb9704';
import type { ParagraphStyle } from '../styles';
import { isLatin } from './advances';
import { mayBreak } from './may-break';
import type { PagePiece } from './page';
import type { Setting } from './setting';

/** A line of a paragraph; x from the left edge of the paragraph's room. */
export type SetLine = Readonly<{
  height: number;
  baseline: number;
  pieces: readonly PagePiece[];
  /** Footnotes whose signs stand in it. */
  notes?: readonly Readonly<{ text: string; block: string | undefined }>[];
}>;

/** What a run looks like as far as it is measured and drawn. */
export type Look = Readonly<{
  role: FontRole;
  size: number;
  bold: boolean;
  scale: number;
  shading: string | undefined;
  /** The sign of a footnote: its words. */
  note: string | undefined;
  block: string | undefined;
  /** Where the run begins in the paragraph's text, and in its block's. */
  start: number;
  offset: number;
}>;

/** Share of an exact line above the baseline: Word and LibreOffice put it there, whatever the face. */
const baselineShare = 0.8;
/** Below the baseline of a line that grew: the descent of the Chinese faces. */
const descent = 0.16;

/** Size of a raised number, and how far above the line it stands, as shares of the type size (Word and WPS). */
const raisedSize = 0.65;
const raisedBy = 0.35;

/** The text a run is measured by: a footnote has its sign. */
const textOf = (run: FlowRun): string => (run.footnote === undefined ? run.text : footnoteSign);

const looksOf = (
  paragraph: FlowParagraph,
  style: ParagraphStyle,
  { characters }: Setting,
  block: string | undefined,
): Look[] => {
  const lengths = new Map<string | undefined, number>();
  let start = 0;
  return paragraph.runs.map((run: FlowRun): Look => {
    const own = run.anchor ?? paragraph.anchor ?? block;
    const offset = lengths.get(own) ?? 0;
    lengths.set(own, offset + run.text.length);
    const { length } = textOf(run);
    start += length;
    const character = run.style ? characters[run.style] : undefined;
    return {
      role: character?.font ?? style.font,
      size: run.footnote === undefined ? (run.fitted?.size ?? style.size) : style.size * raisedSize,
      bold: run.bold ?? character?.bold ?? style.bold ?? false,
      scale: run.fitted?.scale ?? 100,
      shading: character?.shading,
      note: run.footnote,
      block: own,
      start: start - length,
      offset,
    };
  });
};

/** The text of a paragraph with every unit's advance and look. */
type Measured = Readonly<{ text: string; widths: Float64Array; looks: readonly Look[]; look: Uint16Array }>;

const measure = (
  paragraph: FlowParagraph,
  style: ParagraphStyle,
  setting: Setting,
  block: string | undefined,
): Measured => {
  const looks = looksOf(paragraph, style, setting, block);
  const text = paragraph.runs.map(textOf).join('');
  const look = new Uint16Array(text.length);
  looks.forEach(({ start }, index) => {
    look.fill(index, start);
  });
  return { text, looks, look, widths: setting.advances(text, looks, look, style.spacing ?? 0) };
};

/** Where lines begin, end, and whether they are spread: the last of a paragraph and before a line feed is not. */
type Span = Readonly<{ start: number; end: number; natural: number; spread: boolean }>;

const breakLines = ({ text, widths }: Measured, room: number, firstIndent: number): Span[] => {
  const spans: Span[] = [];
  let start = 0;
  let used = firstIndent;
  let lastBreak = -1;
  let atBreak = 0;
  const close = (end: number, width: number, spread: boolean): void => {
    let [last, natural] = [end, width];
    while (last > start && text[last - 1] === ' ') {
      last -= 1;
      natural -= widths[last]!;
    }
    spans.push({ start, end: last, natural, spread });
    start = end;
    used = 0;
    lastBreak = -1;
  };
  let at = 0;
  while (at < text.length) {
    const character = text[at]!;
    if (character === '\n') {
      close(at, used, false);
      at += 1;
      start = at;
      continue;
    }
    if (at > start && mayBreak(text[at - 1]!, character)) {
      lastBreak = at;
      atBreak = used;
    }
    const width = widths[at]!;
    // Spaces at the end of a line hang into the margin.
    if (used + width > room && character !== ' ' && at > start) {
      if (lastBreak > start) {
        at = lastBreak;
        close(lastBreak, atBreak, true);
      } else close(at, used, true);
      continue;
    }
    used += width;
    at += 1;
  }
  close(text.length, used, false);
  return spans;
};

/** Whether room is added between two neighbours when a line is spread: beside Chinese characters and at spaces. */
const spreads = (before: number, after: number): boolean => !isLatin(before) || !isLatin(after) || before === 0x20;

const setSpan = (measured: Measured, span: Span, x: number, gap: number, style: ParagraphStyle): PagePiece[] => {
  const { text, widths, looks, look } = measured;
  const pieces: PagePiece[] = [];
  const spacing = style.spacing ?? 0;
  let from = span.start;
  let left = x;
  const put = (end: number, gaps: boolean): void => {
    if (end === from) return;
    const seen = looks[look[from]!]!;
    const code = text.charCodeAt(from);
    let width = 0;
    for (let at = from; at < end; at += 1) width += widths[at]! + (gaps && widths[at]! > 0 ? gap : 0);
    if (end === span.end && gaps) width -= gap;
    if (code !== 0x20)
      pieces.push({
        text: text.slice(from, end),
        x: left,
        width,
        font: isLatin(code) && seen.role !== 'song' ? 'latin' : seen.role,
        size: seen.size,
        spacing: spacing + (gaps ? gap : 0),
        ...(seen.bold && { bold: true as const }),
        ...(style.color && { color: style.color }),
        ...(seen.shading && { shading: seen.shading }),
        ...(seen.scale !== 100 && { scale: seen.scale }),
        ...(seen.note !== undefined && { raised: style.size * 20 * raisedBy }),
        ...(seen.block !== undefined && { block: seen.block }),
        offset: seen.offset + from - seen.start,
      });
    left += width;
    from = end;
  };
  for (let at = span.start + 1; at <= span.end; at += 1) {
    const code = text.charCodeAt(at - 1);
    const latin = isLatin(code);
    const next = at < span.end ? text.charCodeAt(at) : -1;
    const ends = next < 0 || isLatin(next) !== latin || look[at] !== look[at - 1];
    // Spaces are room, not text; a spread line adds to them, but not to what is inside words.
    const parted = (code === 0x20) !== (next === 0x20);
    if (ends || parted) put(at, !latin || code === 0x20);
    if (ends && next >= 0 && latin && gap > 0 && spreads(code, next) && code !== 0x20) left += gap;
  }
  return pieces;
};

const countGaps = (text: string, { start, end }: Span): number => {
  let gaps = 0;
  for (let at = start; at + 1 < end; at += 1) {
    const next = text.charCodeAt(at + 1);
    if (next >= 0xdc00 && next <= 0xdfff) continue;
    if (spreads(text.charCodeAt(at), next)) gaps += 1;
  }
  return gaps;
};

/** One line with tabs: each stretch of text begins, or ends, at the next stop to the right. */
const setTabbed = (
  measured: Measured,
  tabs: NonNullable<FlowParagraph['tabs']>,
  left: number,
  style: ParagraphStyle,
): PagePiece[] => {
  const { text, widths } = measured;
  const pieces: PagePiece[] = [];
  let x = left;
  let start = 0;
  for (const stretch of text.split('\t')) {
    const span = { start, end: start + stretch.length };
    let natural = 0;
    for (let at = span.start; at < span.end; at += 1) natural += widths[at]!;
    const stop = start === 0 ? undefined : tabs.find(({ at }) => at > x);
    if (stop) x = stop.align === 'right' ? Math.max(x, stop.at - natural) : stop.at;
    pieces.push(...setSpan(measured, { ...span, natural, spread: false }, x, 0, style));
    x += natural;
    start = span.end + 1;
  }
  return pieces;
};

/**
 * Sets a paragraph in `width` twips: lines broken as Word breaks them (kinsoku, no hanging punctuation, no squeezed
 * punctuation, words and numbers whole), aligned and spread. An empty paragraph is one empty line.
 * @param block id for text whose paragraph names no block of its own (cells of a table)
 */
export const setParagraph = (
  paragraph: FlowParagraph,
  setting: Setting,
  width: number,
  block?: string,
): readonly SetLine[] => {
  const known = setting.known.get(paragraph);
  if (known && known.width === width && known.block === block) return known.lines;
  const lines = setLines(paragraph, setting, width, block);
  setting.known.set(paragraph, { width, block, lines });
  return lines;
};

const setLines = (
  paragraph: FlowParagraph,
  setting: Setting,
  width: number,
  block: string | undefined,
): readonly SetLine[] => {
  const style = setting.styles[paragraph.style];
  const exact = paragraph.exactLine ?? (style.lineRule === 'exact' ? style.line : null);
  const height = exact ?? Math.max(style.line, Math.ceil(style.size * 20 * 1.2));
  const baseline =
    exact === null ? height - style.size * 20 * descent - (height - style.size * 20) / 4 : height * baselineShare;
  const measured = measure(paragraph, style, setting, block);
  const own = paragraph.indent;
  const left = own?.left ?? style.indent?.left ?? 0;
  const right = own?.right ?? style.indent?.right ?? 0;
  const hanging = own ? own.hanging : style.indent?.hanging;
  const first = hanging ? -hanging : (style.indent?.firstLine ?? 0);
  const room = width - left - right;
  const align = paragraph.align ?? style.align;
  if (paragraph.tabs) return [{ height, baseline, pieces: setTabbed(measured, paragraph.tabs, left + first, style) }];
  const noted = measured.looks.filter(({ note }) => note !== undefined);
  return breakLines(measured, room, first).map((span, at): SetLine => {
    const notes = noted.filter(({ start }) => start >= span.start && start < span.end);
    const indent = at === 0 ? first : 0;
    // The first span's natural width holds its indent.
    const free = room - span.natural;
    const spread = (align === 'both' && span.spread) || align === 'distribute';
    const gaps = spread ? countGaps(measured.text, span) : 0;
    const shift = align === 'right' ? free : align === 'center' ? free / 2 : 0;
    return {
      height,
      baseline,
      pieces: setSpan(measured, span, left + indent + shift, gaps > 0 ? Math.max(0, free) / gaps : 0, style),
      ...(notes.length > 0 && { notes: notes.map(({ note = '', block: own }) => ({ text: note, block: own })) }),
    };
  });
};
