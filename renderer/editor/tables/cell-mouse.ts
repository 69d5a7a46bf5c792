import type { MouseEvent } from 'react';
import { Editor, Path, Transforms } from 'slate';
import { ReactEditor } from 'slate-react';
import type { GovEditor } from '../slate-types';

type CellMouse = Readonly<Record<'onMouseDown' | 'onMouseMove', (event: MouseEvent<HTMLElement>) => void>>;

const cellUnder = ({ target }: MouseEvent): HTMLElement | null => (target as Element).closest('td');

/** What the mouse does in one table beyond what the browser does over text. */
export const createCellMouse = (editor: GovEditor): CellMouse => ({
  /** A right click on selected cells is for all of them; the browser would put its caret into one. */
  onMouseDown: (event) => {
    if (event.button === 2 && cellUnder(event)?.dataset.selected !== undefined) event.preventDefault();
  },
  /** Dragging selects the cells from the first to the one under the pointer, empty ones too. */
  onMouseMove: (event) => {
    const { selection } = editor;
    const td = cellUnder(event);
    if (event.buttons !== 1 || !selection || !td) return;
    const cell = ReactEditor.findPath(editor, ReactEditor.toSlateNode(editor, td));
    const { anchor, focus } = selection;
    const sameTable = Path.equals(anchor.path.slice(0, 2), cell.slice(0, 2)) && anchor.path.length > cell.length;
    if (!sameTable || Path.isAncestor(cell, focus.path) || Path.isAncestor(cell, anchor.path)) return;
    Transforms.select(editor, { anchor, focus: Editor.end(editor, cell) });
  },
});
