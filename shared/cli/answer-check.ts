import { gluedItem } from '../checks/rules/enumeration/glued-item';
import { type CheckOptions, runChecks } from '../checks/run-checks';
import type { Finding, Fix } from '../checks/types';
import { type DocumentFunction, documentFunctions, type FunctionState } from '../functions/types';
import { locateSpans, type SourceStretch } from '../recognise/source-text';
import type { Recognition } from '../recognise/types';
import type { CheckAnswer } from './answers';

const locate = ({ spans, lines }: Recognition, blockId: string | null, start: number, end: number): SourceStretch => {
  if (blockId === null) return { line: 1, column: 1, length: 0 };
  return locateSpans(spans.get(blockId) ?? [], start, end) ?? { line: lines.get(blockId) ?? 1, column: 1, length: 0 };
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

/** Numbered items that the source had at the end of another paragraph; recognition has put them on their own lines. */
const gluedFindings = ({ doubts }: Recognition): CheckAnswer['findings'] =>
  doubts
    .filter(({ glued }) => glued)
    .map(({ line, message }) => ({
      rule: gluedItem.id,
      severity: gluedItem.severity,
      line,
      column: 1,
      length: 0,
      excerpt: '',
      message,
      source: gluedItem.source,
    }));

/** What `nigao check` answers for one file. */
export const answerCheck = (file: string, recognition: Recognition, options?: CheckOptions): CheckAnswer => {
  const { findings, functions, counts, off } = runChecks(recognition.document, options);
  const isOff = off.some(({ rule }) => rule === gluedItem.id);
  const glued = isOff ? [] : gluedFindings(recognition);
  return {
    file,
    genre: recognition.document.meta.genre,
    functions: Object.fromEntries(documentFunctions.map((name) => [name, functions[name].state])) as Record<
      DocumentFunction,
      FunctionState
    >,
    counts: { ...counts, should: counts.should + glued.length },
    findings: [...findings.map((finding) => locateFinding(recognition, finding)), ...glued],
  };
};
