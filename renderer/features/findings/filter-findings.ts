import type { PartTile } from '../../../shared/checks/part-map';
import { readUnits } from '../../../shared/checks/rules/names/note-units';
import { type Finding, type Severity, severities } from '../../../shared/checks/types';
import type { GovDocument } from '../../../shared/document/document';

/** Which findings are wanted; null: all. */
export type FindingFilter = Readonly<{
  /** Severities left out. */
  without: ReadonlySet<Severity>;
  /** The part, by the block it begins with. */
  part: string | null;
  unit: string | null;
  rule: string | null;
}>;

export const noFilter: FindingFilter = { without: new Set(), part: null, unit: null, rule: null };

export const isFiltering = ({ without, part, unit, rule }: FindingFilter): boolean =>
  without.size > 0 || part !== null || unit !== null || rule !== null;

/** Where findings can be looked for: parts of the document, and the blocks that each responsible unit answers for. */
export type FindingPlaces = Readonly<{
  tiles: readonly PartTile[];
  units: ReadonlyMap<string, ReadonlySet<string>>;
}>;

/** A unit answers for its note and for what stands above it, back to the heading or item it belongs to. */
export const blocksOfUnits = ({ parts }: Pick<GovDocument, 'parts'>): ReadonlyMap<string, ReadonlySet<string>> => {
  const units = new Map<string, Set<string>>();
  for (const { children } of parts) {
    let open: string[] = [];
    for (const block of children) {
      if (block.type === 'clause') open = [];
      open.push(block.id);
      for (const unit of readUnits(block)) {
        const blocks = units.get(unit) ?? new Set();
        for (const id of open) blocks.add(id);
        units.set(unit, blocks);
      }
    }
  }
  return units;
};

/** The findings that are wanted, in their order. */
export const filterFindings = (
  findings: readonly Finding[],
  { without, part, unit, rule }: FindingFilter,
  { tiles, units }: FindingPlaces,
): readonly Finding[] => {
  const tile = part === null ? null : tiles.find(({ blockId }) => blockId === part);
  const inPart = tile ? new Set(tile.blockIds) : null;
  const ofUnit = unit === null ? null : (units.get(unit) ?? new Set<string>());
  return findings.filter(
    (finding) =>
      !without.has(finding.severity) &&
      (rule === null || finding.rule === rule) &&
      (inPart === null || (finding.blockId !== null && inPart.has(finding.blockId))) &&
      (ofUnit === null || (finding.blockId !== null && ofUnit.has(finding.blockId))),
  );
};

/** What can be chosen: only what has findings, with how many. */
export type FilterChoices = Readonly<{
  parts: readonly Readonly<{ value: string; name: string; count: number }>[];
  units: readonly Readonly<{ value: string; name: string; count: number }>[];
  rules: readonly Readonly<{ value: string; name: string; count: number }>[];
}>;

export const filterChoices = (
  findings: readonly Finding[],
  { tiles, units }: FindingPlaces,
  titles: ReadonlyMap<string, string>,
): FilterChoices => {
  const byBlock = new Map<string, number>();
  const byRule = new Map<string, { count: number; worst: number }>();
  for (const { blockId, rule, severity } of findings) {
    if (blockId !== null) byBlock.set(blockId, (byBlock.get(blockId) ?? 0) + 1);
    const known = byRule.get(rule) ?? { count: 0, worst: severities.length };
    byRule.set(rule, { count: known.count + 1, worst: Math.min(known.worst, severities.indexOf(severity)) });
  }
  const within = (ids: Iterable<string>): number => {
    let sum = 0;
    for (const id of ids) sum += byBlock.get(id) ?? 0;
    return sum;
  };
  return {
    parts: tiles
      .map(({ blockId, name, blockIds }) => ({ value: blockId, name, count: within(blockIds) }))
      .filter(({ count }) => count > 0),
    units: [...units]
      .map(([name, ids]) => ({ value: name, name, count: within(ids) }))
      .filter(({ count }) => count > 0),
    rules: [...byRule]
      .toSorted(([, one], [, other]) => one.worst - other.worst)
      .map(([rule, { count }]) => ({ value: rule, name: titles.get(rule) ?? rule, count })),
  };
};
