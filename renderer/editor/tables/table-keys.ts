import type { KeyboardEvent } from 'react';
import { Editor, type Path, Range, Transforms } from 'slate';
import { ReactEditor } from 'slate-react';
import type { EditorSession } from '../editor-session';
import { blockEntryAt } from '../model/blocks';
import type { GovEditor } from '../slate-types';
import { cellAt } from './table-grid';
import { cellPath, selectCell, type TableSelection, tableSelection } from './table-selection';

const steps = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
} as const;
type Arrow = keyof typeof steps;
const isArrow = (key: string): key is Arrow => key in steps;

/** Keys that mean something else in a table: Tab, and arrows at the edge of a cell. Whether it was one. */
export const onTableKey = ({ editor, run }: EditorSession, event: KeyboardEvent): boolean => {
  const { key, shiftKey } = event;
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const selection = tableSelection(editor);
  if (!selection) return false;
  if (key === 'Tab') {
    run({ type: 'stepCell', by: shiftKey ? -1 : 1 });
    return true;
  }
  if (!isArrow(key)) return false;
  const overCells = selection.anchor !== selection.focus;
  if (shiftKey) {
    if (!overCells && !atCellEdge(editor, selection, key)) return false;
    return extendSelection(editor, selection, key) || overCells;
  }
  if (overCells) {
    selectCell(editor, selection.path, selection.grid, selection.focus.row, selection.focus.column);
    return true;
  }
  if (!editor.selection || Range.isExpanded(editor.selection) || !atCellEdge(editor, selection, key)) return false;
  return stepOver(editor, selection, key);
};

/** The place of the grid beyond a cell in a direction; it may lie outside. */
const placeBeyond = ({ focus }: TableSelection, key: Arrow): readonly [row: number, column: number] => {
  const [down, across] = steps[key];
  return [
    down > 0 ? focus.row + focus.rows : focus.row + down,
    across > 0 ? focus.column + focus.columns : focus.column + across,
  ];
};

/** Shift with an arrow: the selection reaches one cell further. */
const extendSelection = (editor: GovEditor, selection: TableSelection, key: Arrow): boolean => {
  const { grid, path, anchor, focus } = selection;
  const [row, column] = placeBeyond(selection, key);
  const target = cellAt(grid, row, column);
  if (!target) return false;
  const from =
    anchor === focus ? editor.selection!.anchor : Editor.start(editor, cellPath(path, grid, anchor.row, anchor.column));
  Transforms.select(editor, { anchor: from, focus: Editor.end(editor, cellPath(path, grid, row, column)) });
  return true;
};

/** An arrow at the edge of a cell: into the next one, from the end of a row to the next row, out of the table. */
const stepOver = (editor: GovEditor, selection: TableSelection, key: Arrow): boolean => {
  const { grid, path } = selection;
  const [row, column] = placeBeyond(selection, key);
  if (cellAt(grid, row, column)) {
    const at = cellPath(path, grid, row, column);
    Transforms.select(editor, key === 'ArrowRight' ? Editor.start(editor, at) : Editor.end(editor, at));
    return true;
  }
  if (key === 'ArrowRight' && row + 1 < grid.headers.length) {
    Transforms.select(editor, Editor.start(editor, cellPath(path, grid, row + 1, 0)));
    return true;
  }
  if (key === 'ArrowLeft' && row > 0) {
    selectCell(editor, path, grid, row - 1, grid.width - 1);
    return true;
  }
  const forward = key === 'ArrowDown' || key === 'ArrowRight';
  const beside: Path = [path[0], path[1] + (forward ? 1 : -1)];
  if (!blockEntryAt(editor, beside)) return false;
  Transforms.select(editor, forward ? Editor.start(editor, beside) : Editor.end(editor, beside));
  return true;
};

/** Whether the moving end of the selection cannot go further inside its cell. */
const atCellEdge = (editor: GovEditor, selection: TableSelection, key: Arrow): boolean => {
  const { focus } = editor.selection!;
  const at = cellPath(selection.path, selection.grid, selection.focus.row, selection.focus.column);
  if (key === 'ArrowLeft') return Editor.isStart(editor, focus, at);
  if (key === 'ArrowRight') return Editor.isEnd(editor, focus, at);
  const edge = key === 'ArrowUp' ? Editor.start(editor, at) : Editor.end(editor, at);
  const [here, end] = [focus, edge].map((point) =>
    ReactEditor.toDOMRange(editor, { anchor: point, focus: point }).getBoundingClientRect(),
  );
  // On the same line of text as the first (or last) character of the cell.
  return Math.abs(here!.top - end!.top) < Math.max(here!.height, 2) / 2;
};
