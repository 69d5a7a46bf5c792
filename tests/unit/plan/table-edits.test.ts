import * as fc from 'fast-check';
import { Editor, Transforms } from 'slate';
import { describe, expect, it } from 'vitest';
import { createEditorSession, type EditorSession } from '../../../renderer/editor/editor-session';
import { findBlock } from '../../../renderer/editor/model/blocks';
import { canBeWritten, writeTaskRows } from '../../../renderer/screens/editor/write-task-rows';
import type { Table } from '../../../shared/document/block';
import { assessFunctions } from '../../../shared/functions/assess-functions';
import { blockFunctions } from '../../../shared/functions/block-functions';
import { indicatorTable } from '../../../shared/plan/indicators/indicator-table';
import { readPlan } from '../../../shared/plan/read-plan';
import {
  compareTaskTable,
  findTaskTable,
  taskTable,
  taskTableTitle,
  updatedTaskTable,
} from '../../../shared/plan/tasks/task-table';
import { editing } from '../editor/notation';

const planOf = ({ getDocument }: EditorSession) => {
  const document = getDocument();
  return readPlan(document, blockFunctions(assessFunctions(document)));
};

/** Opens a plan with its table of indicators behind the goals and its 任务分工表 as an attachment; nothing to undo yet. */
const open = (): EditorSession => {
  const { session, host } = editing(
    'T 云川市社区养老服务提升行动方案',
    '1 主要目标',
    'P 到2028年，建成社区养老站点120个，助餐点覆盖率由2025年的38%提高到85%以上。',
    '1 主要任务',
    '2r 完善设施网络。2027年6月底前，新建站点40个。',
    'R （牵头单位：市民政局；配合单位：市财政局、市自然资源局）',
    '2r 培育护理队伍。开展护理员培训。',
    'R （责任单位：市人力资源社会保障局）',
    '2r 推进适老化改造。改造楼道扶手。',
    '1 保障措施',
    '2r 加强组织领导。建立联席会议制度，按季度调度。|',
  );
  const { indicators, tasks } = planOf(session);
  session.run({ type: 'insertAttachment', title: taskTableTitle, blocks: [taskTable(tasks)] });
  const goals = indicators.at(-1)!.blockId;
  session.run({ type: 'insertBlocks', blocks: [indicatorTable(indicators)], where: { behind: goals } });
  return createEditorSession(session.getDocument(), host);
};

const tablesOf = ({ getDocument }: EditorSession): Table[] =>
  getDocument().parts.flatMap(({ children }) => children.filter((block): block is Table => block.type === 'table'));

/** Writes over a cell, as a person does who selects what is in it and types. */
const write = ({ editor }: EditorSession, table: Table, row: number, column: number, text: string): void => {
  const [, path] = findBlock(editor, table.id)!;
  Transforms.select(editor, Editor.range(editor, [...path, row, column]));
  Editor.deleteFragment(editor);
  if (text !== '') Editor.insertText(editor, text);
};

/** What the panels offer for a table that the person has changed. */
const follow = {
  none: () => undefined,
  tableIntoText: (session: EditorSession) => {
    const { taskTable: table, tasks } = planOf(session);
    const changed = compareTaskTable(table?.rows ?? [], tasks).filter(canBeWritten);
    session.run(writeTaskRows(session.getDocument(), changed));
  },
  textIntoTables: (session: EditorSession) => {
    const { indicators, indicatorTables, tasks } = planOf(session);
    const table = findTaskTable(session.getDocument());
    if (table)
      session.run({
        type: 'takeBlocks',
        takes: [{ kind: 'replace', id: table.id, block: updatedTaskTable(table, tasks) }],
      });
    for (const { blockId } of indicatorTables)
      session.run({
        type: 'takeBlocks',
        takes: [{ kind: 'replace', id: blockId, block: indicatorTable(indicators) }],
      });
  },
} as const;

const words = fc.oneof(
  fc.constantFrom('', '市卫生健康委', '市民政局、市财政局', '2027年9月底前', '95', '≥90', '2030', '完善设施网络', '—'),
  fc.string({ minLength: 1, maxLength: 12 }),
);
const edit = fc.record({ table: fc.nat(1), row: fc.nat(20), column: fc.nat(20), text: words });

describe('a cell of a table that follows from the text', () => {
  it('changed, taken over into the text or put right again, and undone, leaves the document as it was to the byte', () => {
    const runs = 200;
    let changed = 0;
    fc.assert(
      fc.property(
        fc.array(edit, { minLength: 1, maxLength: 3 }),
        fc.constantFrom(...Object.values(follow)),
        (edits, act) => {
          const session = open();
          const before = JSON.stringify(session.getDocument());
          for (const { table: which, row, column, text } of edits) {
            const table = tablesOf(session)[which]!;
            const line = row % table.children.length;
            write(session, table, line, column % table.children[line]!.children.length, text);
          }
          if (JSON.stringify(session.getDocument()) !== before) changed += 1;
          act(session);
          while (session.editor.history.undos.length > 0) session.run({ type: 'undo' });
          expect(JSON.stringify(session.getDocument())).toBe(before);
        },
      ),
      { numRuns: runs, seed: Number(process.env.SEED ?? 20260318) },
    );
    // Nearly every run does change something.
    expect(changed).toBeGreaterThan(runs * 0.8);
  });
});
