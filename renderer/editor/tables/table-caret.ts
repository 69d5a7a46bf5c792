import { blockEntryAt } from '../model/blocks';
import type { GovEditor } from '../slate-types';
import { selectedCells, tableSelection } from './table-selection';

/** What the toolbar of tables shows; all false outside a table. */
export type TableCaret = Readonly<{
  inTable: boolean;
  /** Several cells are selected. */
  canMerge: boolean;
  /** The caret stands in a head row. */
  inHeadRow: boolean;
  columnKind: 'text' | 'number' | null;
}>;

const nowhere: TableCaret = { inTable: false, canMerge: false, inHeadRow: false, columnKind: null };

export const readTableCaret = (editor: GovEditor): TableCaret => {
  if (!editor.selection || blockEntryAt(editor, editor.selection.focus)?.[0].type !== 'table') return nowhere;
  const selection = tableSelection(editor);
  if (!selection) return nowhere;
  const { grid, focus } = selection;
  const body = grid.cells.find((cell) => cell.column === focus.column && !grid.headers[cell.row]);
  return {
    inTable: true,
    canMerge: selectedCells(selection).length > 1,
    inHeadRow: grid.headers[focus.row] === true,
    columnKind: body?.cell.kind ?? null,
  };
};
