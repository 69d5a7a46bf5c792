import type { FlowTable } from './flow';

/** Frames of tables and boxes in twips: practice, the standard names none. */
export const frames = {
  /** Rules of half a point. */
  rule: 10,
  /** Between the frame of a 专栏 and its text, left and right. */
  boxMargin: 113,
  /** Rows are at least this high. */
  rowHeight: 440,
} as const;

/** Between rule and text of a table's cells, left and right: many columns leave no room. */
export const cellMargin = ({ columns, frame }: FlowTable): number => {
  if (frame === 'none') return 0;
  return columns.length > 12 ? 20 : 85;
};
