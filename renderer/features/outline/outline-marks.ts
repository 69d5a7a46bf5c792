import type { Finding } from '../../../shared/checks/types';
import type { GovDocument } from '../../../shared/document/document';
import {
  type DocumentFunction,
  documentFunctions,
  type FunctionAssessments,
  functionNames,
} from '../../../shared/functions/types';
import { formatNumber } from '../../../shared/numbering/compute-labels';
import { placeForMissingPart } from '../../../shared/templates/missing-part';
import { type OutlineRow, rowOfBlocks } from '../../app/outline/outline-rows';

export type RowCounts = Readonly<{ must: number; should: number }>;

/**
 * Findings per row, must and should (a hint does not mark the outline). A folded row answers for everything
 * below it, so `hidden` rows count for the nearest row that is shown.
 */
export const countByRow = (
  document: Pick<GovDocument, 'parts'>,
  rows: readonly OutlineRow[],
  findings: readonly Finding[],
  hidden: ReadonlySet<number>,
): ReadonlyMap<number, RowCounts> => {
  const rowOf = rowOfBlocks(document, rows);
  const counts = new Map<number, { must: number; should: number }>();
  for (const finding of findings) {
    if (finding.blockId === null || finding.severity === 'hint') continue;
    let row = rowOf.get(finding.blockId) ?? -1;
    while (hidden.has(row)) row = rows[row]?.parent ?? -1;
    if (row < 0) continue;
    const count = counts.get(row) ?? { must: 0, should: 0 };
    count[finding.severity] += 1;
    counts.set(row, count);
  }
  return counts;
};

/** Whether two lists of findings mark the outline alike. */
export const sameMarks = (before: readonly Finding[], after: readonly Finding[]): boolean =>
  before.length === after.length &&
  before.every(({ blockId, severity }, at) => blockId === after[at]!.blockId && severity === after[at]!.severity);

/** Rows below a folded one. */
export const hiddenRows = (rows: readonly OutlineRow[], folded: ReadonlySet<string>): ReadonlySet<number> => {
  const hidden = new Set<number>();
  rows.forEach((row, index) => {
    const parent = rows[row.parent];
    if (parent && (hidden.has(row.parent) || folded.has(parent.id))) hidden.add(index);
  });
  return hidden;
};

/** Rows that a filter leaves: those that contain what was typed, with the rows above them. */
export const filterRows = (
  rows: readonly OutlineRow[],
  query: string,
): Readonly<{ hidden: ReadonlySet<number>; matched: ReadonlySet<number> }> => {
  const wanted = query.trim().toLowerCase();
  const matched = new Set<number>();
  const kept = new Set<number>();
  rows.forEach((row, index) => {
    if (!`${row.label}${row.text}`.toLowerCase().includes(wanted)) return;
    matched.add(index);
    for (let at = index; at >= 0 && !kept.has(at); at = rows[at]!.parent) kept.add(at);
  });
  return { hidden: new Set([...rows.keys()].filter((index) => !kept.has(index))), matched };
};

/** A required part that is missing: shown before the row with this index (the number of rows: at the end). */
export type MissingRow = Readonly<{ function: DocumentFunction; before: number; depth: number; text: string }>;

/** Where the missing required parts belong in the outline. */
export const missingRows = (
  document: GovDocument,
  rows: readonly OutlineRow[],
  assessments: FunctionAssessments,
): MissingRow[] =>
  documentFunctions.flatMap((name): MissingRow[] => {
    const { state, requirement } = assessments[name];
    if (state !== 'missing' || requirement !== 'required') return [];
    const place = placeForMissingPart(document, name);
    const part = document.parts.findIndex((candidate) => candidate.id === place.partId);
    const found = rows.findIndex((row) => row.part > part || (row.part === part && row.at >= place.index));
    const before = found < 0 ? rows.length : found;
    const chapters = rows
      .slice(0, before)
      .filter((row) => row.part === part && row.kind === 'clause' && row.depth === 0);
    const item = (name === 'guidingIdeology' || name === 'goals') && chapters.length > 0;
    const last = !rows.slice(before).some((row) => row.part === part && row.kind === 'clause' && row.depth === 0);
    const number = !item && last ? formatNumber(1, chapters.filter((row) => row.label !== '').length + 1) : '';
    return [{ function: name, before, depth: item ? 1 : 0, text: `${number}${functionNames[name]}（必备）` }];
  });
