import * as fc from 'fast-check';
import { Editor, Transforms } from 'slate';
import { describe, expect, it } from 'vitest';
import type { EditorCommand } from '../../../renderer/editor/commands/editor-command';
import { createEditorSession, type EditorSession } from '../../../renderer/editor/editor-session';
import { partsOf } from '../../../renderer/editor/model/blocks';
import { type TableAction, tableActionGroups } from '../../../renderer/editor/tables/table-actions';
import { readTableCaret } from '../../../renderer/editor/tables/table-caret';
import { readGrid } from '../../../renderer/editor/tables/table-grid';
import { tableSelection } from '../../../renderer/editor/tables/table-selection';
import type { Table, TableRow } from '../../../shared/document/block';
import { documentSchema, type GovDocument } from '../../../shared/document/document';
import { clipboard } from './clipboard';
import { type Editing, editing } from './notation';

/** The place of the caret as row and cell. */
const caretCell = ({ editor }: EditorSession): number[] => editor.selection!.focus.path.slice(2, 4);

/** Selects from one cell to another of the table in the first part. */
const selectCells = ({ editor }: EditorSession, from: [number, number], to = from): void => {
  const table = partsOf(editor)[0]!.children.findIndex(({ type }) => type === 'table');
  const anchor = Editor.start(editor, [0, table, ...from]);
  Transforms.select(editor, { anchor, focus: from === to ? anchor : Editor.end(editor, [0, table, ...to]) });
};

const act = (action: TableAction, input: string[], from: [number, number], to = from): Editing => {
  const opened = editing(...input);
  selectCells(opened.session, from, to);
  const before = structuredClone(opened.session.editor.children);
  opened.session.run({ type: 'table', action });
  opened.session.run({ type: 'undo' });
  expect(opened.session.editor.children, 'undo brings back exactly what was there').toEqual(before);
  opened.session.run({ type: 'redo' });
  selectCells(opened.session, [0, 0]);
  return opened;
};

describe('a table', () => {
  it('gets rows and columns beside the caret', () => {
    expect(act('rowAbove', ['X 甲,乙;丙,丁'], [1, 0]).lines()).toEqual(['X 甲,乙;,;丙,丁']);
    expect(act('rowBelow', ['X 甲,乙;丙,丁'], [1, 0]).lines()).toEqual(['X 甲,乙;丙,丁;,']);
    expect(act('columnLeft', ['X 甲,乙;丙,丁'], [1, 1]).lines()).toEqual(['X 甲,,乙;丙,,丁']);
    expect(act('columnRight', ['X 甲,乙;丙,丁'], [1, 1]).lines()).toEqual(['X 甲,乙,;丙,丁,']);
  });

  it('loses the rows and columns of all selected cells', () => {
    expect(act('deleteRow', ['X 甲,乙;丙,丁;戊,己'], [0, 0], [1, 1]).lines()).toEqual(['X 戊,己']);
    expect(act('deleteColumn', ['X 甲,乙,丙;丁,戊,己'], [0, 1], [1, 2]).lines()).toEqual(['X 甲;丁']);
  });

  it('gives way to an empty paragraph when deleted, also by its last row', () => {
    for (const action of ['deleteTable', 'deleteRow'] as const) {
      const { session, lines } = editing('P 前', 'X 甲,乙');
      selectCells(session, [0, 0]);
      session.run({ type: 'table', action });
      expect(lines()).toEqual(['P 前', 'P |']);
    }
  });

  it('puts the caret into the new row', () => {
    const { session } = editing('X 甲,乙;丙,丁');
    selectCells(session, [0, 1]);
    session.run({ type: 'table', action: 'rowBelow' });
    expect(caretCell(session)).toEqual([1, 1]);
  });

  it('writes the sum of the column above the caret', () => {
    expect(act('sum', ['X 县区,数量;甲县,12.5;乙县,7;合计,旧'], [3, 1]).lines()).toEqual([
      'X 县区,数量;甲县,12.5;乙县,7;合计,旧',
    ]);
    const { session, lines } = editing('X 甲县,12.5;乙县,7;合计,旧');
    selectCells(session, [2, 1]);
    session.run({ type: 'table', action: 'sum' });
    expect(lines()).toEqual(['X 甲县,12.5;乙县,7;合计,19.5']);
    session.run({ type: 'undo' });
    expect(lines()).toEqual(['X 甲县,12.5;乙县,7;合计,旧']);
  });

  it('writes the sum of what is below when nothing is above', () => {
    const { session, lines } = editing('X 合计,;甲县,3;乙县,4');
    selectCells(session, [0, 1]);
    session.run({ type: 'table', action: 'sum' });
    expect(lines()).toEqual(['X 合计,7;甲县,3;乙县,4']);
  });

  it('says which cell is not a number, and sums nothing', () => {
    const { session, host, lines } = editing('X 3;约30;');
    const said: string[] = [];
    host.say = (sentence) => said.push(sentence);
    selectCells(session, [2, 0]);
    session.run({ type: 'table', action: 'sum' });
    expect(said).toEqual(['没有合计：本列第 2 行“约30”不是数字，或与其他各行的写法不同。']);
    expect(lines()).toEqual(['X 3;约30;']);
  });

  it('says that it cannot have more than 64 columns', () => {
    const { session, host } = editing(`X ${','.repeat(63)}`);
    const said: string[] = [];
    host.say = (sentence) => said.push(sentence);
    selectCells(session, [0, 0]);
    session.run({ type: 'table', action: 'columnLeft' });
    expect(said).toEqual(['表格最多 64 列、2000 行。']);
    expect(documentSchema.safeParse(session.getDocument()).success).toBe(true);
  });

  it('stores the kind of a column in its body cells, and new rows take it over', () => {
    const { session } = editing('X 县区,数量;甲县,12');
    selectCells(session, [0, 0]);
    session.run({ type: 'table', action: 'toggleHeader' });
    selectCells(session, [1, 1]);
    session.run({ type: 'table', action: 'numberColumn' });
    session.run({ type: 'table', action: 'rowBelow' });
    const table = partsOf(session.editor)[0]!.children[0] as Table;
    expect(table.children.map((row) => row.children.map(({ kind }) => kind ?? '-').join())).toEqual([
      '-,-',
      '-,number',
      '-,number',
    ]);
    expect(readTableCaret(session.editor)).toMatchObject({ inTable: true, columnKind: 'number', inHeadRow: false });
  });
});

describe('keys in a table', () => {
  it('Tab walks through the cells and adds a row behind the last one, as one step of undo', () => {
    const { session, lines } = editing('X 甲,乙');
    selectCells(session, [0, 0]);
    session.run({ type: 'stepCell', by: 1 });
    expect(caretCell(session)).toEqual([0, 1]);
    session.run({ type: 'stepCell', by: 1 });
    expect(lines()).toEqual(['X 甲,乙;,']);
    expect(caretCell(session)).toEqual([1, 0]);
    session.run({ type: 'stepCell', by: -1 });
    expect(caretCell(session)).toEqual([0, 1]);
    session.run({ type: 'undo' });
    expect(lines()).toEqual(['X 甲,乙']);
  });

  it('Enter makes no new block: it goes to the cell below and out of the last row', () => {
    const { session, lines } = editing('X 甲,乙;丙,丁', 'P 后');
    selectCells(session, [0, 1]);
    session.editor.insertBreak();
    expect(caretCell(session)).toEqual([1, 1]);
    session.editor.insertBreak();
    expect(lines()).toEqual(['X 甲,乙;丙,丁', 'P |后']);
  });

  it('Delete empties all selected cells, the rectangle and not the text between', () => {
    const { session, lines } = editing('X 甲,乙,丙;丁,戊,己');
    selectCells(session, [0, 0], [1, 1]);
    session.editor.deleteForward('character');
    expect(lines()).toEqual(['X ,,丙;,,己']);
    session.run({ type: 'undo' });
    expect(lines()).toEqual(['X 甲,乙,丙;丁,戊,己']);
  });

  it('typing over selected cells empties them and writes into the first', () => {
    const { session, lines } = editing('X 甲,乙;丙,丁');
    selectCells(session, [0, 0], [1, 0]);
    session.editor.insertText('新');
    expect(lines()).toEqual(['X 新,乙;,丁']);
  });
});

describe('copying from a table', () => {
  it('takes the selected cells as a table, and as columns for other programs', () => {
    const { session } = editing('X 甲,乙,丙;丁,戊,己');
    selectCells(session, [0, 0], [1, 1]);
    const data = clipboard();
    session.editor.setFragmentData(data);
    expect(data.getData('text/plain')).toBe('甲\t乙\n丁\t戊');
  });

  it('takes words of one cell as words', () => {
    const { session, lines } = editing('X 甲乙,丙', 'P |');
    Transforms.select(session.editor, {
      anchor: { path: [0, 0, 0, 0, 0], offset: 1 },
      focus: { path: [0, 0, 0, 0, 0], offset: 2 },
    });
    const data = clipboard();
    session.editor.setFragmentData(data);
    Transforms.select(session.editor, Editor.start(session.editor, [0, 1]));
    session.editor.insertData(data);
    expect(lines()).toEqual(['X 甲乙,丙', 'P 乙|']);
  });
});

describe('which cells are marked', () => {
  it('are all of a selection over several cells, none for a caret', () => {
    const { session } = editing('X 甲,乙;丙,丁');
    const { cells, editor } = session;
    const marked = () => (partsOf(editor)[0]!.children[0] as Table).children.map((row) => row.children.map(cells.has));
    selectCells(session, [0, 0], [1, 0]);
    cells.follow();
    expect(marked()).toEqual([
      [true, false],
      [true, false],
    ]);
    selectCells(session, [0, 0]);
    cells.follow();
    expect(marked().flat()).not.toContain(true);
  });
});

const spans = fc.constantFrom(undefined, undefined, undefined, 2, 3, 5);
const row = fc.record({
  header: fc.boolean(),
  cells: fc.array(
    fc.record({ text: fc.constantFrom('', '12', '市财政局', '3,400.5'), colSpan: spans, rowSpan: spans }),
    {
      minLength: 1,
      maxLength: 5,
    },
  ),
});
const rows = fc.array(row, { minLength: 1, maxLength: 5 }).map((lines) =>
  lines.map(
    ({ header, cells }): TableRow => ({
      type: 'row',
      ...(header && { header: true as const }),
      children: cells.map(({ text, colSpan, rowSpan }) => ({
        type: 'cell' as const,
        ...(colSpan && { colSpan }),
        ...(rowSpan && { rowSpan }),
        children: [{ text }],
      })),
    }),
  ),
);
const actions = tableActionGroups.flat().map(({ action }) => action);
const commands: readonly EditorCommand[] = [
  ...actions.filter((action) => action !== 'deleteTable').map((action) => ({ type: 'table', action }) as const),
  { type: 'stepCell', by: 1 },
];
const gestures = fc.array(fc.tuple(fc.nat(99), fc.nat(99), fc.constantFrom(...commands)), { maxLength: 20 });

/** Places of the grid no stored cell covers. */
const holes = ({ children }: Table): number => {
  const stored = new Set(children.flatMap((one) => one.children));
  return readGrid(children).cells.filter(({ cell }) => !stored.has(cell)).length;
};

describe('any commands on any table', () => {
  it('keep its grid complete and valid, and undo and redo exactly', () => {
    fc.assert(
      fc.property(rows, gestures, (children, steps) => {
        const table: Table = { type: 'table', id: 'table-0', children };
        const parts: GovDocument['parts'] = [
          { type: 'part', id: 'part-00', kind: 'main', numbering: {}, children: [table] },
        ];
        const session = createEditorSession(
          { schemaVersion: 1, id: 'document', meta: { genre: 'other' }, parts, setAside: [] },
          {
            onChange: () => undefined,
            onCaret: () => undefined,
            functions: new Map(),
            missing: [],
            buildMissing: () => [],
          },
        );
        const { editor } = session;
        const before = structuredClone(editor.children);
        for (const [from, to, command] of steps) {
          const [block] = partsOf(editor)[0]!.children;
          if (block?.type !== 'table') break;
          const places = block.children.flatMap((line, at) => line.children.map((_, cell) => [0, 0, at, cell]));
          const anchor = Editor.start(editor, places[from % places.length]!);
          Transforms.select(editor, { anchor, focus: Editor.end(editor, places[to % places.length]!) });
          const unchanged = editor.children;
          session.run(command);
          expect(documentSchema.safeParse(session.getDocument()).error?.issues ?? []).toEqual([]);
          const [after] = partsOf(editor)[0]!.children;
          if (after?.type !== 'table') break;
          const structural = command.type === 'table' && command.action !== 'sum';
          if (structural && editor.children !== unchanged) expect(holes(after)).toBe(0);
          expect(tableSelection(editor)).not.toBeNull();
        }
        const last = structuredClone(editor.children);
        while (editor.history.undos.length > 0) editor.undo();
        expect(editor.children).toEqual(before);
        while (editor.history.redos.length > 0) editor.redo();
        expect(editor.children).toEqual(last);
      }),
      { numRuns: 200 },
    );
  }, 30_000);
});
