import { randomBytes } from 'node:crypto';
import { appendFileSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';

export type Log = Readonly<{
  info(event: string, facts?: Readonly<Record<string, string | number | boolean>>): void;
  /** Writes an error down and returns the short id under which it stands. */
  error(event: string, error: unknown): string;
  /** Writes down what the page reports, which promises to hold no document text; returns its short id. */
  report(kind: string, message: string): string;
  /** The last entries, the oldest first; none when nothing can be read. */
  last(count: number): readonly string[];
}>;

/** One file before it is set aside; with the older one the log takes at most twice this. */
const maxBytes = 1024 * 1024;

/**
 * A log in a file, one line of JSON per entry, rotated by size. It never holds document text: of an error it
 * keeps the name, the code and the places in our code, but not the message, which may quote what was parsed.
 * A log that cannot be written is silent: it must never stop the work.
 */
export const openLog = (path: string): Log => {
  /** Stands before the first entry of this run when the run before it died in the middle of one. */
  let lead = endsInLine(path) ? '' : '\n';
  const write = (entry: Readonly<Record<string, unknown>>): void => {
    try {
      mkdirSync(dirname(path), { recursive: true });
      if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > maxBytes) renameSync(path, `${path}.1`);
      appendFileSync(path, `${lead}${JSON.stringify({ at: new Date().toISOString(), ...entry })}\n`);
      lead = '';
    } catch {
      // Full disk or read-only folder: those who write documents there will say so.
    }
  };
  return {
    info: (event, facts = {}) => write({ event, ...facts }),
    error: (event, error) => {
      const id = createErrorId();
      write({ event, id, ...describeError(error) });
      return id;
    },
    report: (kind, message) => {
      const id = createErrorId();
      write({ event: 'page', id, kind, message });
      return id;
    },
    last: (count) => [`${path}.1`, path].flatMap(linesOf).slice(-count),
  };
};

/** Whether the file's last entry is whole; a file that is not there has none that is cut off. */
const endsInLine = (path: string): boolean => {
  try {
    return [undefined, 0x0a].includes(readFileSync(path).at(-1));
  } catch {
    return true;
  }
};

const linesOf = (path: string): string[] => {
  try {
    return readFileSync(path, 'utf8').split('\n').filter(Boolean);
  } catch {
    return [];
  }
};

/** Short enough to be read out over the telephone. */
const createErrorId = (): string => randomBytes(3).toString('hex').toUpperCase();

/** Where a value did not fit its schema; paths and codes hold no values. */
const issueSchema = z.object({
  issues: z.array(z.object({ code: z.string(), path: z.array(z.union([z.string(), z.number()])) })),
});

const describeError = (error: unknown): Readonly<Record<string, unknown>> => {
  if (!(error instanceof Error)) return { error: typeof error };
  const frames = (error.stack ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '));
  const mismatch = issueSchema.safeParse(error);
  return {
    error: error.name,
    ...(mismatch.success && {
      issues: mismatch.data.issues.slice(0, 5).map(({ code, path }) => `${code} at ${path.join('.')}`),
    }),
    ...('code' in error && { code: String(error.code) }),
    ...('syscall' in error && { syscall: String(error.syscall) }),
    frames: frames.slice(0, 12),
    ...(error.cause !== undefined && { cause: describeError(error.cause) }),
  };
};
