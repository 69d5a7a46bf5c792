import { runChecks } from '../checks/run-checks';
import type { Finding, Fix } from '../checks/types';
import { type DocumentFunction, documentFunctions, type FunctionState } from '../functions/types';
import type { Recognition, SourceSpan } from '../recognise/types';
import type { CheckAnswer } from './answers';

type Stretch = { line: number; column: number; length: number };

const holds = (span: SourceSpan, offset: number): boolean =>
  offset >= span.start && offset < span.start + Math.max(span.length, 1);

/** Where a stretch of a block stands in the source; what runs over the end of a line is cut there. */
const locate = ({ spans, lines }: Recognition, blockId: string | null, start: number, end: number): Stretch => {
  if (blockId === null) return { line: 1, column: 1, length: 0 };
  const own = spans.get(blockId) ?? [];
  const span =
    own.find((candidate) => holds(candidate, start)) ?? own.findLast((candidate) => candidate.start <= start);
  if (!span) return { line: lines.get(blockId) ?? 1, column: 1, length: 0 };
  const offset = Math.min(start - span.start, span.length);
  const length = Math.max(0, Math.min(end - span.start, span.length) - offset);
  return { line: span.line, column: span.column + offset, length };
};

const locateFix = (recognition: Recognition, fix: Fix): NonNullable<CheckAnswer['findings'][number]['fix']> =>
  fix.kind === 'replace'
    ? { kind: fix.kind, ...locate(recognition, fix.blockId, fix.start, fix.end), text: fix.text }
    : { kind: fix.kind, line: recognition.lines.get(fix.blockId) ?? 1 };

const locateFinding = (recognition: Recognition, finding: Finding): CheckAnswer['findings'][number] => ({
  rule: finding.rule,
  severity: finding.severity,
  ...locate(recognition, finding.blockId, finding.start, finding.end),
  excerpt: finding.excerpt,
  message: finding.message,
  source: finding.source,
  ...(finding.fix && { fix: locateFix(recognition, finding.fix) }),
});

/** What `nigao check` answers for one file. */
export const answerCheck = (file: string, recognition: Recognition): CheckAnswer => {
  const { findings, functions, counts } = runChecks(recognition.document);
  return {
    file,
    genre: recognition.document.meta.genre,
    functions: Object.fromEntries(documentFunctions.map((name) => [name, functions[name].state])) as Record<
      DocumentFunction,
      FunctionState
    >,
    counts,
    findings: findings.map((finding) => locateFinding(recognition, finding)),
  };
};
