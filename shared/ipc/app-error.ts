import type { AppErrorShape } from './result';

/** An error with a sentence for the person: what happened, where, what to do. */
export class AppError extends Error {
  readonly code: AppErrorShape['code'];

  constructor(code: AppErrorShape['code'], message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'AppError';
    this.code = code;
  }
}
