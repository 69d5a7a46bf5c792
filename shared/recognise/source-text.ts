import type { SourceSpan } from './types';

/** Where a stretch stands on a line of the source: 1-based column, length in UTF-16 units of that line. */
export type SourceStretch = Readonly<{ line: number; column: number; length: number }>;

const holds = (span: SourceSpan, offset: number): boolean =>
  offset >= span.start && offset < span.start + Math.max(span.length, 1);

const sourceLength = (span: SourceSpan, from: number, to: number): number =>
  span.source === undefined ? Math.max(0, Math.min(to - span.start, span.length) - from) : span.source.length;

/** Where a stretch of a block stands; what runs over the end of a line is cut there. null without spans. */
export const locateSpans = (spans: readonly SourceSpan[], start: number, end: number): SourceStretch | null => {
  let at = spans.findIndex((span) => holds(span, start));
  if (at < 0) at = spans.findLastIndex((span) => span.start <= start);
  const first = spans[at];
  if (!first) return null;
  const offset = first.source === undefined ? Math.min(start - first.start, first.length) : 0;
  let length = sourceLength(first, offset, end);
  for (let next = at + 1; next < spans.length && spans[next]!.start < end; next += 1) {
    if (spans[next]!.line !== first.line) break;
    length = spans[next]!.column - first.column - offset + sourceLength(spans[next]!, 0, end);
  }
  return { line: first.line, column: first.column + offset, length };
};

/** A stretch of a block's text in the source's own spelling: decoded entities as they were written. */
export const sourceText = (spans: readonly SourceSpan[], text: string, start: number, end: number): string => {
  let written = '';
  let at = start;
  for (const span of spans) {
    if (span.source === undefined || span.start < at || span.start >= end) continue;
    written += text.slice(at, span.start) + span.source;
    at = span.start + span.length;
  }
  return written + text.slice(at, Math.max(at, end));
};
