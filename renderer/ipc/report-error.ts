import { call } from './client';

/**
 * Hands an error to the log. Only its kind and where it arose: a message might quote the document,
 * and document text is never logged.
 */
export const reportError = (kind: string, error: unknown): void => {
  const places =
    error instanceof Error && error.stack
      ? error.stack
          .split('\n')
          .filter((line) => line.trimStart().startsWith('at '))
          .slice(0, 6)
          .map((line) => line.trim())
          .join(' | ')
      : '';
  const name = error instanceof Error ? error.name : typeof error;
  // Nothing is left to do when even the report fails.
  call('app:report-error', { kind: kind.slice(0, 60), message: `${name} ${places}`.slice(0, 500) }).catch(() => {});
};
