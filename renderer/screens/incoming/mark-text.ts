import type { Finding, Severity } from '../../../shared/checks/types';

/** A stretch of text and the finding it is marked for; the gravest where several meet. */
export type Marked = Readonly<{ start: number; text: string; finding: Finding | null; severity: Severity | null }>;

const rank: Readonly<Record<Severity, number>> = { must: 0, should: 1, hint: 2 };

/** Cuts a text at its findings. */
export const markText = (text: string, findings: readonly Finding[]): readonly Marked[] => {
  const inside = findings.filter(({ start, end }) => end > start && start < text.length);
  const cuts = new Set([0, text.length]);
  for (const { start, end } of inside) {
    cuts.add(start);
    cuts.add(Math.min(end, text.length));
  }
  const at = [...cuts].toSorted((one, other) => one - other);
  return at.slice(0, -1).map((start, index) => {
    const end = at[index + 1]!;
    const [gravest = null] = inside
      .filter((finding) => finding.start <= start && finding.end >= end)
      .toSorted((one, other) => rank[one.severity] - rank[other.severity]);
    return { start, text: text.slice(start, end), finding: gravest, severity: gravest?.severity ?? null };
  });
};
