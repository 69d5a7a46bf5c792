import { byBlock } from '../document/by-block';
import type { GovDocument, Part } from '../document/document';
import { assessFunctions } from '../functions/assess-functions';
import { buildOutline } from '../numbering/build-outline';
import { computeLabels } from '../numbering/compute-labels';
import { allChecks } from './all-checks';
import type { Bureau } from './bureau/bureau-rules';
import { applicablePacks, readBureau } from './bureau/read-bureau';
import { checkBeside } from './check-beside';
import { isHalfWidthText } from './rules/punctuation/half-width';
import { rulesOff } from './rules-off';
import {
  type Check,
  type CheckContext,
  type CheckResult,
  type Finding,
  type PartView,
  type Severity,
  severities,
} from './types';
import { separateWaived } from './waivers';

const reading = <Kind extends Check['reads']>(kind: Kind) =>
  allChecks.filter((check): check is Extract<Check, { reads: Kind }> => check.reads === kind);

const blockChecks = reading('block');
const tableChecks = reading('table');
const partChecks = reading('part');
const documentChecks = reading('document');

/** Of one block alone; read again only when the block changes. */
const blockFindings = byBlock((block): readonly Finding[] => [
  ...blockChecks.flatMap((check) => check.run(block)),
  ...checkBeside(block, blockChecks),
  ...(block.type === 'table' ? tableChecks.flatMap((check) => check.run(block)) : []),
]);

type PartMemo = Readonly<{ part: Part; labels: readonly (string | undefined)[]; findings: readonly Finding[] }>;

const sameItems = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((item, at) => item === other[at]);

/** Order of the document; findings about the whole document first. */
const sortByPlace = (context: CheckContext, findings: readonly Finding[]): Finding[] => {
  const places = new Map(context.blocks.map((block, at) => [block.id, at] as const));
  const placeOf = (finding: Finding) => (finding.blockId === null ? -1 : (places.get(finding.blockId) ?? -1));
  return findings.toSorted((one, other) => placeOf(one) - placeOf(other) || one.start - other.start);
};

const count = (findings: readonly Finding[]): Record<Severity, number> => {
  const counts = { must: 0, should: 0, hint: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
};

/**
 * `off`: rules switched off for this run, by id, besides those that document, bureau and template switch off. Rules of
 * the regulation tier stay on.
 */
export type CheckOptions = Readonly<{ off?: ReadonlySet<string>; bureau?: Bureau | undefined }>;

const findContext = (document: GovDocument, bureau: Bureau | undefined): CheckContext => {
  const labels = computeLabels(document);
  const outline = buildOutline(document, labels);
  const blocks = document.parts.flatMap((part) => part.children);
  return {
    blocks,
    textBlocks: document.parts.filter(({ kind }) => kind !== 'attachment').flatMap((part) => part.children),
    labels,
    outline,
    functions: assessFunctions(document, outline),
    ...readBureau(bureau, document),
    halfWidth: isHalfWidthText(blocks),
  };
};

/**
 * A checker that follows one document from state to state: each rule is run again only on what it reads and what
 * changed since the run before. Its answers are those of `runChecks`.
 */
export const createChecker = (): ((document: GovDocument, options?: CheckOptions) => CheckResult) => {
  const known = new Map<string, PartMemo>();
  const partFindings = (view: PartView): readonly Finding[] => {
    const { part } = view;
    const before = known.get(part.id);
    const labels = part.children.map((block) => view.labels.get(block.id));
    const same =
      before &&
      before.part.kind === part.kind &&
      sameItems(before.part.children, part.children) &&
      sameItems(before.labels, labels);
    if (same) return before.findings;
    const findings = partChecks.flatMap((check) => check.run(view));
    known.set(part.id, { part, labels, findings });
    return findings;
  };
  return (document, { off: unasked, bureau } = {}) => {
    const context = findContext(document, bureau);
    const packs = applicablePacks(bureau, document);
    const found = [
      ...documentChecks.flatMap((check) => check.run(document, context)),
      ...document.parts.flatMap((part, at) =>
        partFindings({ part, outline: context.outline[at]!, labels: context.labels }),
      ),
      ...context.blocks.flatMap(blockFindings),
      ...packs.flatMap(({ findings }) => context.blocks.flatMap(findings)),
    ];
    const off = rulesOff(document, bureau, unasked);
    const disabled = new Set(off.map(({ rule }) => rule));
    const softened = new Map(packs.flatMap(({ softened }) => softened));
    const kept = found.flatMap((finding) => {
      if (disabled.has(finding.rule)) return [];
      const to = finding.source.tier === 'regulation' ? undefined : softened.get(finding.rule);
      return to && severities.indexOf(to) > severities.indexOf(finding.severity)
        ? [{ ...finding, severity: to }]
        : [finding];
    });
    const { open, waived } = separateWaived(document, sortByPlace(context, kept));
    return { findings: open, waived, functions: context.functions, counts: count(open), off };
  };
};

/** Runs every check over a document: the one engine of window, command line and tests. Pure. */
export const runChecks = (document: GovDocument, options?: CheckOptions): CheckResult =>
  createChecker()(document, options);
