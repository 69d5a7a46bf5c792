import type { GovDocument } from '../document/document';
import { assessFunctions } from '../functions/assess-functions';
import { buildOutline } from '../numbering/build-outline';
import { computeLabels } from '../numbering/compute-labels';
import { allChecks } from './all-checks';
import { isHalfWidthText } from './rules/form/half-width';
import type { CheckContext, CheckResult, Finding, Severity } from './types';

/** Order of the document; findings about the whole document first. */
const sortByPlace = (document: GovDocument, findings: readonly Finding[]): Finding[] => {
  const places = new Map(document.parts.flatMap((part) => part.children).map((block, at) => [block.id, at] as const));
  const placeOf = (finding: Finding) => (finding.blockId === null ? -1 : (places.get(finding.blockId) ?? -1));
  return findings.toSorted((one, other) => placeOf(one) - placeOf(other) || one.start - other.start);
};

const count = (findings: readonly Finding[]): Record<Severity, number> => {
  const counts = { must: 0, should: 0, hint: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
};

/** Runs every check over a document: the one engine of window, command line and tests. Pure. */
export const runChecks = (document: GovDocument): CheckResult => {
  const labels = computeLabels(document);
  const outline = buildOutline(document, labels);
  const context: CheckContext = {
    labels,
    outline,
    functions: assessFunctions(document, outline),
    halfWidth: isHalfWidthText(document),
  };
  const findings = sortByPlace(
    document,
    allChecks.flatMap((check) => check.run(document, context)),
  );
  return { findings, functions: context.functions, counts: count(findings) };
};
