import type { GovDocument } from '../document/document';
import type { DocumentFunction } from '../functions/types';
import type { Indicator } from './indicator';
import { readIndicators } from './read-indicators';
import { readTasks } from './read-tasks';
import type { Task } from './task';
import { findTaskTable, readTaskTable, type TaskRow } from './task-table';

/** What a plan promises and who is to do it, read from its text. */
export type Plan = Readonly<{
  indicators: readonly Indicator[];
  tasks: readonly Task[];
  /** The 任务分工表 in the document, if it has one. */
  taskTable: Readonly<{ blockId: string; rows: readonly TaskRow[] }> | null;
}>;

/** @param functions which function each block serves (`blockFunctions`) */
export const readPlan = (
  document: Pick<GovDocument, 'parts' | 'meta'>,
  functions: ReadonlyMap<string, DocumentFunction>,
): Plan => {
  const table = findTaskTable(document);
  return {
    indicators: readIndicators(document, functions),
    tasks: readTasks(document, functions),
    taskTable: table && { blockId: table.id, rows: readTaskTable(table) ?? [] },
  };
};
