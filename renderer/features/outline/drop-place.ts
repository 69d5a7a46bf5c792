import type { Level } from '../../../shared/document/block';
import type { Part } from '../../../shared/document/document';
import type { OutlineRow } from '../../app/outline/outline-rows';
import { type BranchPlace, levelsAt } from '../../editor/commands/place-branch';

/** Where a dragged row would land, and how far in the line that shows it begins, in steps of the outline. */
export type Drop = Readonly<{ place: BranchPlace; level: Level | null; indent: number }>;

/** The place between two rows that are shown; `gap` is the number of shown rows above it. */
const placeInGap = (
  parts: readonly Part[],
  shown: readonly OutlineRow[],
  gap: number,
  dragged: OutlineRow,
): BranchPlace | null => {
  const above = shown[gap - 1];
  const below = shown[gap];
  if (dragged.kind === 'attachment') {
    if (below?.kind === 'attachment') return { part: below.id, before: below.id };
    return below ? null : { part: dragged.id, before: null };
  }
  if (below?.kind === 'clause' || below?.kind === 'box') return { part: parts[below.part]!.id, before: below.blockId };
  return above && above.kind !== 'closing' ? { part: parts[above.part]!.id, before: null } : null;
};

/**
 * What letting go would do.
 * @param gap number of shown rows above the pointer
 * @param wanted depth in steps of the outline that the pointer points at; the nearest allowed level is taken
 * @returns null where the row may not stand
 */
export const dropAt = (
  parts: readonly Part[],
  shown: readonly OutlineRow[],
  gap: number,
  dragged: OutlineRow,
  wanted: number,
): Drop | null => {
  const place = placeInGap(parts, shown, gap, dragged);
  if (!place) return null;
  const allowed = levelsAt(parts, dragged.id, place);
  const ground = parts.find((part) => part.id === place.part)?.kind === 'main' ? 0 : 1;
  const levels = allowed.filter((level) => level !== null);
  if (levels.length > 0) {
    const level = levels.reduce((best, next) =>
      Math.abs(next - 1 + ground - wanted) < Math.abs(best - 1 + ground - wanted) ? next : best,
    );
    return { place, level, indent: level - 1 + ground };
  }
  const above = shown[gap - 1];
  const indent = dragged.kind === 'attachment' ? 0 : (above?.depth ?? 0) + (above?.kind === 'clause' ? 1 : 0);
  return allowed.length > 0 ? { place, level: null, indent } : null;
};
