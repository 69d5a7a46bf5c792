import type { GovDocument } from '../document/document';
import type { DocumentFunction } from '../functions/types';
import type { Indicator } from './indicators/indicator';
import { findIndicatorTables, type IndicatorRow, readIndicatorTable } from './indicators/indicator-table';
import { readIndicators } from './indicators/read-indicators';
import { markSaidInWords } from './indicators/said-in-words';
import { readTasks } from './tasks/read-tasks';
import type { Task } from './tasks/task';
import { findTaskTable, readTaskTable, type TaskRow } from './tasks/task-table';

/** What a plan promises and who is to do it, read from its text. */
export type Plan = Readonly<{
  indicators: readonly Indicator[];
  tasks: readonly Task[];
  /** Tables of indicators in the document, in its order. */
  indicatorTables: readonly Readonly<{ blockId: string; rows: readonly IndicatorRow[] }>[];
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
    indicatorTables: findIndicatorTables(document).map((one) => ({
      blockId: one.id,
      rows: markSaidInWords(readIndicatorTable(one) ?? [], document),
    })),
    tasks: readTasks(document, functions),
    taskTable: table && { blockId: table.id, rows: readTaskTable(table) ?? [] },
  };
};
