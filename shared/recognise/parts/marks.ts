import { fold } from '../lines/fold';
import { isDateLine, isOrganName } from '../lines/line-kinds';
import type { SourceLine } from '../lines/source-lines';
import { joinStretches, type Stretch, sliceStretch } from '../lines/stretch';
import type { Doubt } from '../types';

/** What a line is in the document as a whole; lines without a mark are body. */
export type Mark =
  | 'title'
  | 'subtitle'
  | 'salutation'
  | 'signature'
  | 'dateLine'
  | 'note'
  /** Goes into a form field or is derived again (文号, 附件1, the list of attachments). */
  | 'field'
  | 'aside';

/** A source while its parts are being found: marks run parallel to lines. */
export type Reading = {
  readonly lines: readonly SourceLine[];
  readonly marks: (Mark | null)[];
  readonly doubts: Doubt[];
};

export const foldedAt = (reading: Reading, at: number): string => reading.lines[at]?.stretch.folded ?? '';
export const isFree = (reading: Reading, at: number): boolean =>
  at >= 0 && at < reading.lines.length && reading.marks[at] === null && reading.lines[at]?.table === null;

/** The style of a line that this app has written (GwTitle …); '' in other sources. */
export const ownStyle = (reading: Reading, at: number): string => {
  const style = reading.lines[at]?.word?.style ?? '';
  return style.startsWith('Gw') ? style : '';
};

export const markRange = (reading: Reading, from: number, to: number, mark: Mark): void => {
  for (let at = from; at < to; at += 1) if (reading.marks[at] === null) reading.marks[at] = mark;
};

/** Lines from `from` to before `to` in one stretch, joined without a space but between organs, one a line. */
export const joinLines = (reading: Reading, from: number, to: number): Stretch => {
  const between = (at: number): string =>
    isOrganName(foldedAt(reading, at)) && isOrganName(foldedAt(reading, at - 1)) ? ' ' : '';
  return reading.lines
    .slice(from + 1, to)
    .reduce(
      (joined, line, index) => joinStretches(joined, line.stretch, between(from + 1 + index)),
      reading.lines[from]!.stretch,
    );
};

/** Index behind the title that begins at `start`. */
export const titleEnd = (reading: Reading, start: number): number => {
  let end = start;
  while (reading.marks[end] === 'title') end += 1;
  return end;
};

/** 署名 and 成文日期, or two and more 署名, written on one line: where each begins. */
const signedStarts = ({ text, folded }: Stretch): number[] => {
  const dated = folded.endsWith('日')
    ? /^(\S{3,}) +((?:\d{4}|[一二][一二三四五六七八九〇○零]{3}) ?年.*日)$/.exec(folded)
    : null;
  if (dated && isOrganName(dated[1]!) && isDateLine(dated[2]!)) return [0, folded.length - dated[2]!.length];
  const starts = [0, ...[...text.matchAll(/ {2,}|\u3000+/g)].map((gap) => gap.index + gap[0].length)];
  const organs = starts.map((start, at) => folded.slice(start, starts[at + 1]).trim());
  return organs.length > 1 && organs.every((name) => isOrganName(name)) ? starts : [0];
};

/** Splits 署名 and 成文日期 written on one line, and several 署名 there, into lines of their own. */
export const splitSignedLines = (lines: readonly SourceLine[]): SourceLine[] =>
  lines.flatMap((line) => {
    const { text, folded } = line.stretch;
    if (folded.length > 120 || line.table || !folded.includes(' ')) return [line];
    const starts = signedStarts(line.stretch);
    return starts.map((start, at) => ({
      ...line,
      stretch: sliceStretch(line.stretch, start, starts[at + 1] ?? text.length),
      ...(at > 0 && { blankBefore: false }),
    }));
  });

/** Sets aside a table of contents: from 目录 to before the line that repeats its first entry. */
export const setContentsAside = (reading: Reading): void => {
  reading.lines.forEach((line, at) => {
    // Word's own styles of a table of contents: toc 1 …, TOC Heading.
    if (/^toc\b/i.test(line.word?.style ?? '') && reading.marks[at] === null) reading.marks[at] = 'aside';
  });
  const entry = (at: number): string =>
    fold(foldedAt(reading, at))
      .replace(/[.…·\s]*\d{0,3}$/, '')
      .replace(/\s/g, '');
  const start = reading.lines.findIndex((line) => /^目 *录$/.test(line.stretch.folded));
  if (start < 0) return;
  const first = entry(start + 1);
  if (first === '') return;
  const limit = Math.min(reading.lines.length, start + 300);
  for (let at = start + 2; at < limit; at += 1) {
    if (/。$/.test(foldedAt(reading, at)) && foldedAt(reading, at).length > 50) return;
    if (entry(at) === first) {
      markRange(reading, start, at, 'aside');
      return;
    }
  }
};
