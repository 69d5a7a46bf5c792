import { ruleGroups } from '../../../shared/checks/describe-examples';
import type { PartTile } from '../../../shared/checks/part-map';
import { type Finding, type Severity, severities } from '../../../shared/checks/types';

/** Findings of one rule, shown together when there are many. */
export type FindingGroup = Readonly<{ rule: string; severity: Severity; findings: readonly Finding[] }>;
export type FindingSection = Readonly<{ kind: string; title: string; groups: readonly FindingGroup[] }>;

/** First half of a rule id → heading in the panel, in the order of the panel. */
const sectionTitles: Readonly<Record<string, string>> = { ...ruleGroups, bureau: '本单位' };

const kinds = Object.keys(sectionTitles);
const kindOf = (rule: string): string => rule.split('/')[0] ?? '';
const rankOf = (kind: string): number => (kinds.includes(kind) ? kinds.indexOf(kind) : kinds.length);

/** Findings of the same rule in a row of at least this length are folded into one card. */
const crowd = 3;

const worst = (findings: readonly Finding[]): Severity =>
  severities.find((severity) => findings.some((finding) => finding.severity === severity)) ?? 'hint';

/** Findings by kind, the gravest first within a kind; many of one rule become one group, the others stand alone. */
export const groupFindings = (findings: readonly Finding[]): FindingSection[] => {
  const sections = new Map<string, Map<string, Finding[]>>();
  for (const finding of findings) {
    const kind = kindOf(finding.rule);
    const rules = sections.get(kind) ?? new Map<string, Finding[]>();
    const alike = rules.get(finding.rule) ?? [];
    alike.push(finding);
    rules.set(finding.rule, alike);
    sections.set(kind, rules);
  }
  return [...sections]
    .sort(([a], [b]) => rankOf(a) - rankOf(b) || a.localeCompare(b))
    .map(([kind, rules]) => ({
      kind,
      title: sectionTitles[kind] ?? '其他',
      groups: [...rules]
        .flatMap(([rule, all]): FindingGroup[] =>
          all.length >= crowd
            ? [{ rule, severity: worst(all), findings: all }]
            : all.map((finding) => ({ rule, severity: finding.severity, findings: [finding] })),
        )
        .sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity)),
    }));
};

/** Findings by the part they stand in, in the order of the text; those about the whole document first. */
export const groupByPlace = (findings: readonly Finding[], tiles: readonly PartTile[]): FindingSection[] => {
  const whole = { kind: 'document', title: '全文', ids: new Set<string | null>([null]) };
  const places = [
    whole,
    ...tiles.map(({ blockId, name, blockIds }) => ({
      kind: blockId,
      title: name,
      ids: new Set<string | null>(blockIds),
    })),
  ];
  return places.flatMap(({ kind, title, ids }) => {
    const groups = findings
      .filter(({ blockId }) => ids.has(blockId))
      .map((finding) => ({ rule: finding.rule, severity: finding.severity, findings: [finding] }));
    return groups.length > 0 ? [{ kind, title, groups }] : [];
  });
};

/** Known by what it says and where, so that it stays the same finding from one check to the next. */
export const findingKey = (finding: Finding): string =>
  `${finding.rule}|${finding.blockId}|${finding.start}|${finding.end}|${finding.message}`;

/** Whether two groups are of the same findings: a finding that has not changed is the same object in every report. */
export const sameGroup = (before: FindingGroup, after: FindingGroup): boolean =>
  before.findings.length === after.findings.length &&
  before.findings.every((finding, at) => finding === after.findings[at]);
