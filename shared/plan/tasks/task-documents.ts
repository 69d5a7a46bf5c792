import { derivedDocument, derivedHeading, derivedParagraph, derivedTable } from '../../document/derived-document';
import type { GovDocument } from '../../document/document';
import type { Sheet } from '../../export/xlsx/write-xlsx';
import type { Task } from './task';
import { byUnit, taskCells, taskTable, taskTableHead, taskTableTitle } from './task-table';

/** The 任务分工表 as a document of its own. */
export const taskTableDocument = (title: string, tasks: readonly Task[]): GovDocument =>
  derivedDocument(`${title}${taskTableTitle}`, [taskTable(tasks)]);

/** The same as a sheet of a workbook. */
export const taskSheet = (tasks: readonly Task[]): Sheet => ({
  name: taskTableTitle,
  widths: [6, 40, 24, 30, 16, 24],
  rows: [[...taskTableHead], ...tasks.map(taskCells)],
});

/**
 * 会签单: for each unit, or for one, what it is to lead and to support, with the place in the text, and room for its
 * opinion and signature.
 * @param placeOf where a block stands in plain Chinese (`describePlaces`)
 */
export const countersignSheet = (
  title: string,
  tasks: readonly Task[],
  placeOf: (blockId: string) => string,
  only?: string,
): GovDocument => {
  const units = byUnit(tasks).filter(({ unit }) => only === undefined || unit === only);
  const blocks = units.flatMap(({ unit, lead, support }) => {
    const rows = [
      ...lead.map((task) => ({ task, part: '牵头' })),
      ...support.map((task) => ({ task, part: '配合' })),
    ].map(({ task, part }, at) => [String(at + 1), placeOf(task.blockId), task.text, part, task.deadline ?? '']);
    return [
      ...(only === undefined ? [derivedHeading(unit)] : []),
      derivedParagraph(
        `涉及${unit}的任务共${rows.length}项，其中牵头${lead.length}项、配合${support.length}项。请会签。`,
      ),
      derivedTable(['序号', '位置', '任务', '分工', '完成时限'], rows),
      derivedTable(['会签意见', '签名', '日期'], [['', '', '']]),
    ];
  });
  return derivedDocument(only === undefined ? `${title}会签单` : `${title}会签单（${only}）`, blocks);
};
