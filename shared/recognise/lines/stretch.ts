import type { SourceSpan } from '../types';
import { findEntities } from './entities';
import { fold } from './fold';

/** A piece of source text that knows where each of its characters stood. `folded` is `fold(text)`. */
export type Stretch = Readonly<{ text: string; folded: string; spans: readonly SourceSpan[] }>;

export const emptyStretch: Stretch = { text: '', folded: '', spans: [] };

const blank = /[\s\u3000\u00a0\u200b\ufeff]/;

/** The text of one source line without the white space around it; entities are decoded. */
export const stretchOfLine = (line: number, text: string): Stretch => {
  const whole = text.includes('&') ? decodeLine(line, text) : null;
  if (whole) return sliceStretch(whole, 0);
  let start = 0;
  let end = text.length;
  while (start < end && blank.test(text.charAt(start))) start += 1;
  while (end > start && blank.test(text.charAt(end - 1))) end -= 1;
  const inner = text.slice(start, end);
  const spans = inner === '' ? [] : [{ start: 0, length: inner.length, line, column: start + 1 }];
  return { text: inner, folded: fold(inner), spans };
};

/** A line whose entities are decoded, each with a span of its own; null when there is none. */
const decodeLine = (line: number, text: string): Stretch | null => {
  const spans: SourceSpan[] = [];
  let decoded = '';
  let from = 0;
  const copy = (to: number): void => {
    if (to > from) spans.push({ start: decoded.length, length: to - from, line, column: from + 1 });
    decoded += text.slice(from, to);
  };
  for (const { index, source, character } of findEntities(text)) {
    copy(index);
    spans.push({ start: decoded.length, length: character.length, line, column: index + 1, source });
    decoded += character;
    from = index + source.length;
  }
  if (from === 0) return null;
  copy(text.length);
  return { text: decoded, folded: fold(decoded), spans };
};

/** The characters from `from` to `to`, without white space at either end. */
export const sliceStretch = (stretch: Stretch, from: number, to: number = stretch.text.length): Stretch => {
  let start = from;
  let end = Math.max(to, from);
  while (start < end && blank.test(stretch.text.charAt(start))) start += 1;
  while (end > start && blank.test(stretch.text.charAt(end - 1))) end -= 1;
  const spans: SourceSpan[] = [];
  for (const span of stretch.spans) {
    const first = Math.max(span.start, start);
    const last = Math.min(span.start + span.length, end);
    if (first < last)
      spans.push({
        start: first - start,
        length: last - first,
        line: span.line,
        column: span.column + first - span.start,
        ...(span.source !== undefined && { source: span.source }),
      });
  }
  return { text: stretch.text.slice(start, end), folded: stretch.folded.slice(start, end), spans };
};

/** Two stretches in one; between Latin words a space stays, else nothing but what is asked for. */
export const joinStretches = (first: Stretch, second: Stretch, between = ''): Stretch => {
  const gap = between || (/[A-Za-z0-9]$/.test(first.text) && /^[A-Za-z]/.test(second.text) ? ' ' : '');
  const offset = first.text.length + gap.length;
  return {
    text: first.text + gap + second.text,
    folded: first.folded + gap + second.folded,
    spans: [...first.spans, ...second.spans.map((span) => ({ ...span, start: span.start + offset }))],
  };
};

/** The cells of a table as `blockText` gives them: joined by tabs, the rows by line feeds. */
export const joinCells = (rows: readonly (readonly Stretch[])[]): Stretch => {
  const spans: SourceSpan[] = [];
  let text = '';
  rows.forEach((row, at) => {
    row.forEach((cell, column) => {
      if (column > 0) text += '\t';
      else if (at > 0) text += '\n';
      for (const span of cell.spans) spans.push({ ...span, start: span.start + text.length });
      text += cell.text;
    });
  });
  return { text, folded: fold(text), spans };
};

/** Line of the first character; 1 for an empty stretch. */
export const stretchLine = (stretch: Stretch): number => stretch.spans[0]?.line ?? 1;
