import { answerCheck } from '../../shared/cli/answer-check';
import type { CheckAnswer } from '../../shared/cli/answers';
import type { CorpusDocument } from './corpus';
import { createRandom, shuffle } from './random';

/** A finding as it is read and judged: where it is, never what the document says there. */
export type Sampled = Readonly<{ file: string; rule: string; severity: string; line: number; column: number }>;
export type SampledFinding = Sampled & Readonly<{ finding: CheckAnswer['findings'][number]; lineText: string }>;

/**
 * Findings drawn from corpus documents, the same in every run while the findings are. Those of severity must and should
 * come first; hints fill what is left of the sample once all of them are in it.
 */
export const drawSample = (documents: readonly CorpusDocument[], size: number, seed: number): SampledFinding[] => {
  const all = documents.flatMap(({ file, text, recognition }) => {
    const lines = text.split('\n');
    return answerCheck(file, recognition).findings.map((finding) => ({
      file,
      rule: finding.rule,
      severity: finding.severity,
      line: finding.line,
      column: finding.column,
      finding,
      lineText: lines[finding.line - 1] ?? '',
    }));
  });
  const random = createRandom(seed);
  const isHint = ({ severity }: Sampled): boolean => severity === 'hint';
  const judged = shuffle(
    all.filter((finding) => !isHint(finding)),
    random,
  ).slice(0, size);
  return [...judged, ...shuffle(all.filter(isHint), random).slice(0, size - judged.length)];
};
