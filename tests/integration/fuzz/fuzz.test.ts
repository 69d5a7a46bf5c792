import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';

const script = resolve(import.meta.dirname, '../../../scripts/fuzz.mjs');
const countsSchema = z.object({ kind: z.enum(['foreign', 'own']), files: z.number(), read: z.number() }).loose();

/** A slice of `npm run fuzz`, the same each time. */
const run = (kind: 'foreign' | 'own', files: number): Promise<Readonly<{ counts: unknown; said: string }>> =>
  new Promise((done) => {
    const args = [script, '--files', String(files), '--seed', '20261122', '--only', kind, '--json'];
    execFile(process.execPath, args, (_error, stdout, stderr) =>
      done({ counts: countsSchema.parse(JSON.parse(stdout)), said: stderr }),
    );
  });

it.each([
  [60, 'foreign'],
  [120, 'own'],
] as const)(
  '%i broken files (%s) are read and worked with, or refused with a sentence: nothing crashes, hangs or swells',
  { timeout: 120_000 },
  async (files, kind) => {
    const { counts, said } = await run(kind, files);
    expect(said).toBe('');
    expect(counts).toMatchObject({ kind, files, crashes: 0, hangs: 0, deaths: 0, overMemory: 0 });
    // Some are broken so little that they are taken: those are worked with.
    expect(countsSchema.parse(counts).read).toBeGreaterThan(10);
  },
);
