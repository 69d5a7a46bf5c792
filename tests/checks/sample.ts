import { answerCheck } from '../../shared/cli/answer-check';
import type { CheckAnswer } from '../../shared/cli/answers';
import type { CorpusDocument } from './corpus';
import { createRandom, shuffle } from './random';

/** A finding as it is read and judged: where it is, never what the document says there. */
export type Sampled = Readonly<{ file: string; rule: string; severity: string; line: number; column: number }>;
export type SampledFinding = Sampled & Readonly<{ finding: CheckAnswer['findings'][number]; lineText: string }>;

/** Findings of severity must and should drawn from corpus documents, the same in every run while the findings are. */
export const drawSample = (documents: readonly CorpusDocument[], size: number, seed: number): SampledFinding[] => {
  const all = documents.flatMap(({ file, text, recognition }) => {
    const lines = text.split('\n');
    return answerCheck(file, recognition)
      .findings.filter(({ severity }) => severity !== 'hint')
      .map((finding) => ({
        file,
        rule: finding.rule,
        severity: finding.severity,
        line: finding.line,
        column: finding.column,
        finding,
        lineText: lines[finding.line - 1] ?? '',
      }));
  });
  return shuffle(all, createRandom(seed)).slice(0, size);
};
