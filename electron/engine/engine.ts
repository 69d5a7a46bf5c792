import { Worker } from 'node:worker_threads';
import type { Bureau } from '../../shared/checks/bureau/bureau-rules';
import type { GovDocument } from '../../shared/document/document';
import type { Pictures } from '../../shared/document/picture';
import type { ExportOptions } from '../../shared/export/export-options';
import { AppError } from '../../shared/ipc/app-error';
import type { PlanFile, ReviewKind } from '../../shared/ipc/contract';
import type { Revisions } from '../../shared/recognise/docx/docx-report';
import type { EngineReply, EngineRequest, EngineTasks, SourceFile } from './engine-tasks';

export type Progress = (done: number, step: string) => void;

/** The heavy work, off the main thread. Tasks run one after the other, in the order they came. */
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
  /** Ends the worker; running and waiting tasks fail as cancelled. */
  stop(): Promise<void>;
}>;

type Job = Readonly<{
  request: EngineRequest;
  onProgress?: Progress | undefined;
  resolve: (value: unknown) => void;
  reject: (error: unknown) => void;
}>;

const cancelled = (): AppError => new AppError('cancelled', '已取消。');
const crashed = (cause: unknown): AppError =>
  new AppError('internal', '处理文稿时程序内部中断，没有完成。文稿没有改动，请重试；仍不成功时请联系维护人员。', {
    cause,
  });

/**
 * An engine on a worker thread, started with the first task and again after a cancel or a crash.
 * @param worker the built engine-worker.js
 * @param bureau what the checks are to know of the bureau, asked for with each task
 */
export const createEngine = (worker: string, bureau: () => Bureau): Engine => {
  let thread: Worker | null = null;
  let running: Job | null = null;
  let waiting: readonly Job[] = [];

  const next = (): void => {
    const [job, ...rest] = waiting;
    if (running || !job) return;
    running = job;
    waiting = rest;
    thread ??= startThread();
    thread.postMessage(job.request);
  };
  const settle = (finish: (job: Job) => void): void => {
    const job = running;
    running = null;
    if (job) finish(job);
    next();
  };
  const dropThread = async (): Promise<void> => {
    const old = thread;
    thread = null;
    old?.removeAllListeners();
    await old?.terminate();
  };
  const startThread = (): Worker => {
    const started = new Worker(worker);
    started.on('message', (reply: EngineReply) => {
      if (reply.kind === 'progress') running?.onProgress?.(reply.done, reply.step);
      else if (reply.kind === 'value') settle((job) => job.resolve(reply.value));
      else if (reply.kind === 'app-error')
        settle((job) => job.reject(new AppError(reply.error.code, reply.error.message)));
      else settle((job) => job.reject(reply.error));
    });
    // An error that the worker could not answer (out of memory, cannot start) ends it.
    const fail = (cause: unknown): void => {
      void dropThread();
      settle((job) => job.reject(crashed(cause)));
    };
    started.on('error', fail);
    started.on('exit', (code) => fail(new Error(`engine exited with ${code}`)));
    // An idle engine must not keep a process alive.
    started.unref();
    return started;
  };

  const run = <Output>(request: EngineRequest, onProgress?: Progress, signal?: AbortSignal): Promise<Output> =>
    new Promise<unknown>((resolve, reject) => {
      if (signal?.aborted) return reject(cancelled());
      const abort = (): void => {
        if (running === job) {
          void dropThread();
          settle(() => reject(cancelled()));
        } else {
          waiting = waiting.filter((other) => other !== job);
          reject(cancelled());
        }
      };
      const job: Job = {
        request,
        onProgress,
        resolve: (value) => {
          signal?.removeEventListener('abort', abort);
          resolve(value);
        },
        reject: (error) => {
          signal?.removeEventListener('abort', abort);
          reject(error);
        },
      };
      signal?.addEventListener('abort', abort, { once: true });
      waiting = [...waiting, job];
      next();
    }) as Promise<Output>;

  return {
    importSource: (file, { revisions, password, signal } = {}) =>
      run({ task: 'import', input: { file, bureau: bureau(), revisions, password } }, undefined, signal),
    exportDocx: (document, pictures, options, onProgress, signal) =>
      run({ task: 'export', input: { document, pictures, options } }, onProgress, signal),
    compare: (before, after) => run({ task: 'compare', input: { before, after } }),
    drawPages: (document, options, onProgress, signal) =>
      run({ task: 'draw', input: { document, options } }, onProgress, signal),
    review: (document, pictures, kind, at) =>
      run({ task: 'review', input: { document, pictures, kind, at, bureau: bureau() } }),
    planFile: (document, file) => run({ task: 'plan', input: { document, file } }),
    readSuperior: (file) => run({ task: 'superior', input: { file } }),
    circulate: (stored, options, onProgress, signal) =>
      run({ task: 'circulate', input: { ...stored, options, bureau: bureau() } }, onProgress, signal),
    learn: (documents) => run({ task: 'learn', input: { documents } }),
    summarise: (document) => run({ task: 'summarise', input: { document, bureau: bureau() } }),
    stop: async () => {
      const jobs = [...(running ? [running] : []), ...waiting];
      running = null;
      waiting = [];
      for (const job of jobs) job.reject(cancelled());
      await dropThread();
    },
  };
};
