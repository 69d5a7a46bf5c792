import type { Bureau } from '../../shared/checks/bureau/bureau-rules';
import type { GovDocument } from '../../shared/document/document';
import type { Pictures } from '../../shared/document/picture';
import type { ExportOptions } from '../../shared/export/export-options';
import type { PlanFile, ReviewKind } from '../../shared/ipc/contract';
import type { Revisions } from '../../shared/recognise/docx/docx-report';
import type { EngineTasks, SourceFile } from './engine-tasks';
import { createLane, type LaneLimits, type Progress } from './lane';

/**
 * The heavy work, off the main thread. Tasks run one after the other, in the order they came; files are read beside
 * the rest, so that one that cannot be got through holds up nothing. A task that takes too long or too much memory is
 * stopped. @throws AppError 'file' with that as a sentence
 */
export type Engine = Readonly<{
  /** Reads a .txt, .docx or .nigao file into a document. @throws AppError 'file' or 'password' with a sentence, 'cancelled' */
  importSource(
    file: SourceFile,
    how?: Readonly<{ revisions?: Revisions; password?: string | undefined; signal?: AbortSignal | undefined }>,
  ): Promise<EngineTasks['import']['output']>;
  /** Builds the official Word file. Aborting ends the work at once. @throws AppError 'cancelled' */
  exportDocx(
    document: GovDocument,
    pictures: Pictures,
    options: ExportOptions,
    onProgress: Progress,
    signal: AbortSignal,
  ): Promise<EngineTasks['export']['output']>;
  compare(before: GovDocument, after: GovDocument): Promise<EngineTasks['compare']['output']>;
  /** Draws the pages as one document to be printed. Aborting ends the work at once. @throws AppError 'cancelled' */
  drawPages(
    document: GovDocument,
    options: ExportOptions,
    onProgress: Progress,
    signal: AbortSignal,
  ): Promise<EngineTasks['draw']['output']>;
  review(
    document: GovDocument,
    pictures: Pictures,
    kind: ReviewKind,
    at: number,
  ): Promise<EngineTasks['review']['output']>;
  planFile(document: GovDocument, file: PlanFile): Promise<EngineTasks['plan']['output']>;
  /** What a superior document asks for. @throws AppError (`file`) */
  readSuperior(file: SourceFile): Promise<EngineTasks['superior']['output']>;
  /** Checks that a document may be circulated and makes what goes out. @throws AppError 'cancelled' */
  circulate(
    stored: Readonly<{ document: GovDocument; revision: number; pictures: Pictures }>,
    options: ExportOptions,
    onProgress: Progress,
    signal: AbortSignal,
  ): Promise<EngineTasks['circulate']['output']>;
  /** @param documents at least one */
  learn(documents: readonly GovDocument[]): Promise<EngineTasks['learn']['output']>;
  summarise(document: GovDocument): Promise<EngineTasks['summarise']['output']>;
  /** Ends the threads; running and waiting tasks fail as cancelled. */
  stop(): Promise<void>;
}>;

/** Ten times what the longest documents take on a slow machine. */
const limits: LaneLimits = { silence: 3 * 60_000, megabytes: 2048, idle: null };
/** Files are read now and then: their thread need not stay. */
const readingIdle = 20_000;

/**
 * An engine on two worker threads, each started with its first task and again after a cancel or a crash.
 * @param worker the built engine-worker.js
 * @param bureau what the checks are to know of the bureau, asked for with each task
 */
export const createEngine = (
  worker: string,
  bureau: () => Bureau,
  { silence, megabytes, idle }: LaneLimits = limits,
): Engine => {
  const { run, stop } = createLane(worker, { silence, megabytes, idle });
  const reading = createLane(worker, { silence, megabytes, idle: readingIdle });
  return {
    importSource: (file, { revisions, password, signal } = {}) =>
      reading.run({ task: 'import', input: { file, bureau: bureau(), revisions, password } }, undefined, signal),
    exportDocx: (document, pictures, options, onProgress, signal) =>
      run({ task: 'export', input: { document, pictures, options } }, onProgress, signal),
    compare: (before, after) => run({ task: 'compare', input: { before, after } }),
    drawPages: (document, options, onProgress, signal) =>
      run({ task: 'draw', input: { document, options } }, onProgress, signal),
    review: (document, pictures, kind, at) =>
      run({ task: 'review', input: { document, pictures, kind, at, bureau: bureau() } }),
    planFile: (document, file) => run({ task: 'plan', input: { document, file } }),
    readSuperior: (file) => reading.run({ task: 'superior', input: { file } }),
    circulate: (stored, options, onProgress, signal) =>
      run({ task: 'circulate', input: { ...stored, options, bureau: bureau() } }, onProgress, signal),
    learn: (documents) => run({ task: 'learn', input: { documents } }),
    summarise: (document) => run({ task: 'summarise', input: { document, bureau: bureau() } }),
    stop: async () => {
      await Promise.all([stop(), reading.stop()]);
    },
  };
};
