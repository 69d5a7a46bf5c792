import { Worker } from 'node:worker_threads';
import { AppError } from '../../shared/ipc/app-error';
import type { EngineReply, EngineRequest } from './engine-tasks';

export type Progress = (done: number, step: string) => void;

/** What a task may take. */
export type LaneLimits = Readonly<{
  /** A task that says nothing for so long, in ms, is stopped. */
  silence: number;
  /** Memory of its thread. */
  megabytes: number;
  /** The thread ends after so long without a task, in ms; null: it stays. */
  idle: number | null;
}>;

/** A thread that does one task after the other, in the order they came. */
export type Lane = Readonly<{
  /** @throws AppError 'cancelled', 'internal' when the task takes too long, too much memory or ends the thread */
  run<Output>(request: EngineRequest, onProgress?: Progress, signal?: AbortSignal): Promise<Output>;
  /** Ends the thread; running and waiting tasks fail as cancelled. */
  stop(): Promise<void>;
}>;

type Job = Readonly<{
  request: EngineRequest;
  onProgress?: Progress | undefined;
  resolve: (value: unknown) => void;
  reject: (error: unknown) => void;
}>;

const cancelled = (): AppError => new AppError('cancelled', '已取消。');
const tooLong = (silence: number): AppError =>
  new AppError(
    'file',
    `处理了 ${Math.ceil(silence / 60_000)} 分钟还没有结果，已停下。文稿没有改动。文件可能已损坏；内容很多时请拆成几份再试。`,
  );
const tooLarge = (cause: unknown): AppError =>
  new AppError('file', '内存不够，没有处理完，已停下。文稿没有改动。请关闭其他程序后重试；内容很多时请拆成几份再试。', {
    cause,
  });
const crashed = (cause: unknown): AppError =>
  new AppError('internal', '处理文稿时程序内部中断，没有完成。文稿没有改动，请重试；仍不成功时请联系维护人员。', {
    cause,
  });
const isOutOfMemory = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY';

/** A lane on a worker thread, which is started with the first task and again after a cancel, a crash or a stop. */
export const createLane = (worker: string, limits: LaneLimits): Lane => {
  let thread: Worker | null = null;
  let running: Job | null = null;
  let waiting: readonly Job[] = [];
  let watchdog: NodeJS.Timeout | undefined;
  let resting: NodeJS.Timeout | undefined;

  const watch = (): void => {
    clearTimeout(watchdog);
    watchdog = setTimeout(() => {
      void dropThread();
      settle((job) => job.reject(tooLong(limits.silence)));
    }, limits.silence).unref();
  };
  const next = (): void => {
    const [job, ...rest] = waiting;
    if (running || !job) return;
    clearTimeout(resting);
    running = job;
    waiting = rest;
    thread ??= startThread();
    thread.postMessage(job.request);
    watch();
  };
  const settle = (finish: (job: Job) => void): void => {
    const job = running;
    running = null;
    clearTimeout(watchdog);
    if (job) finish(job);
    next();
    if (!running && limits.idle !== null) resting = setTimeout(() => void dropThread(), limits.idle).unref();
  };
  const dropThread = async (): Promise<void> => {
    const old = thread;
    thread = null;
    old?.removeAllListeners();
    await old?.terminate();
  };
  const startThread = (): Worker => {
    const started = new Worker(worker, { resourceLimits: { maxOldGenerationSizeMb: limits.megabytes } });
    started.on('message', (reply: EngineReply) => {
      if (reply.kind === 'progress') {
        watch();
        running?.onProgress?.(reply.done, reply.step);
      } else if (reply.kind === 'value') settle((job) => job.resolve(reply.value));
      else if (reply.kind === 'app-error')
        settle((job) => job.reject(new AppError(reply.error.code, reply.error.message)));
      else settle((job) => job.reject(reply.error));
    });
    // An error that the worker could not answer (out of memory, cannot start) ends it.
    const fail = (cause: unknown): void => {
      void dropThread();
      settle((job) => job.reject(isOutOfMemory(cause) ? tooLarge(cause) : crashed(cause)));
    };
    started.on('error', fail);
    started.on('exit', (code) => fail(new Error(`engine exited with ${code}`)));
    // An idle engine must not keep a process alive.
    started.unref();
    return started;
  };

  return {
    run: <Output>(request: EngineRequest, onProgress?: Progress, signal?: AbortSignal) =>
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
      }) as Promise<Output>,
    stop: async () => {
      clearTimeout(watchdog);
      clearTimeout(resting);
      const jobs = [...(running ? [running] : []), ...waiting];
      running = null;
      waiting = [];
      for (const job of jobs) job.reject(cancelled());
      await dropThread();
    },
  };
};
