import type { TableCell } from '../../../shared/document/block';
import type { GovEditor } from '../slate-types';
import { selectedCells, tableSelection } from './table-selection';

/** Which cells are selected as wholes: a small store, so that only those are drawn again. */
export type CellMarks = Readonly<{
  has(cell: TableCell): boolean;
  subscribe(listener: () => void): () => void;
  /** After a change of the document or the selection. */
  follow(): void;
}>;

export const createCellMarks = (editor: GovEditor): CellMarks => {
  const listeners = new Set<() => void>();
  let selected: ReadonlySet<TableCell> = new Set();
  return {
    has: (cell) => selected.has(cell),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    follow: () => {
      const cells = selectedCells(tableSelection(editor)).map(({ cell }) => cell);
      if (cells.length === selected.size && cells.every((cell) => selected.has(cell))) return;
      selected = new Set(cells);
      for (const listener of listeners) listener();
    },
  };
};
