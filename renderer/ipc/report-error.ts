import { call } from './client';

/**
 * Hands an error to the log. Only its kind and where it arose: a message might quote the document,
 * and document text is never logged. Returns the number under which the log has it.
 */
export const reportError = async (kind: string, error: unknown): Promise<string | null> => {
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
  try {
    return (await call('app:report-error', { kind: kind.slice(0, 60), message: `${name} ${places}`.slice(0, 500) })).id;
  } catch {
    // Nothing is left to do when even the report fails.
    return null;
  }
};
