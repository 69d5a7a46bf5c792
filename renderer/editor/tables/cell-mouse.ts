import type { MouseEvent } from 'react';
import { Editor, Path, Transforms } from 'slate';
import { ReactEditor } from 'slate-react';
import { readSelection } from '../read-selection';
import type { GovEditor } from '../slate-types';
import { selectedCells, tableSelection } from './table-selection';

type CellMouse = Readonly<Record<'onMouseDown' | 'onMouseMove', (event: MouseEvent<HTMLElement>) => void>>;

/** Path of the cell under the pointer. */
const cellUnder = (editor: GovEditor, { target }: MouseEvent): Path | null => {
  const td = (target as Element).closest('td');
  return td && ReactEditor.findPath(editor, ReactEditor.toSlateNode(editor, td));
};

/** What the mouse does in one table beyond what the browser does over text. */
export const createCellMouse = (editor: GovEditor): CellMouse => ({
  /** A right click on selected cells is for all of them; the browser would put its caret into one. */
  onMouseDown: (event) => {
    const path = event.button === 2 ? cellUnder(editor, event) : null;
    if (!path) return;
    const [cell] = Editor.node(editor, path);
    if (selectedCells(tableSelection(editor)).some((selected) => selected.cell === cell)) event.preventDefault();
  },
  /** Dragging selects the cells from the first to the one under the pointer, empty ones too. */
  onMouseMove: (event) => {
    const cell = event.buttons === 1 ? cellUnder(editor, event) : null;
    if (!cell) return;
    // Where the button went down is not yet known to Slate when the pointer is fast.
    readSelection(editor);
    if (!editor.selection) return;
    const { anchor, focus } = editor.selection;
    const sameTable = Path.equals(anchor.path.slice(0, 2), cell.slice(0, 2)) && anchor.path.length > cell.length;
    if (!sameTable || Path.isAncestor(cell, focus.path) || Path.isAncestor(cell, anchor.path)) return;
    Transforms.select(editor, { anchor, focus: Editor.end(editor, cell) });
  },
});
