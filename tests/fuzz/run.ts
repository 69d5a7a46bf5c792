import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../shared/ipc/app-error';
import { mutate } from './mutate';
import { Random } from './random';
import { openReader } from './read-file';
import { loadSpecimens } from './specimens';

/** What the parent hears of each file: that it is begun, and how it ended. */
export type FuzzMessage =
  | { kind: 'begin'; file: number; name: string }
  | { kind: 'end'; file: number; result: 'read' | 'refused' | 'crash'; detail: string; megabytes: number };

/**
 * Reads broken files one after the other, works with those that are taken, and reports each; runs in a process of its own, whose memory is limited and
 * which the parent ends when a file takes too long.
 * @param keep folder for files that crashed the reader
 */
export const runFuzz = async (
  options: Readonly<{ seed: number; from: number; to: number; keep: string; kind: 'foreign' | 'own' }>,
  report: (message: FuzzMessage) => void,
): Promise<void> => {
  const specimens = await loadSpecimens(options.kind);
  const read = await openReader();
  for (let file = options.from; file < options.to; file += 1) {
    const random = new Random(options.seed * 1_000_003 + file);
    const specimen = specimens[file % specimens.length]!;
    const broken = mutate(specimen, random);
    const { name } = broken;
    const bytes = specimen.wrap ? await specimen.wrap(broken.bytes) : broken.bytes;
    report({ kind: 'begin', file, name });
    let result: 'read' | 'refused' | 'crash' = 'read';
    let detail = '';
    try {
      await read(name, bytes);
    } catch (error) {
      result = error instanceof AppError ? 'refused' : 'crash';
      detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
      if (result === 'crash') writeFileSync(join(options.keep, `${file}-${name}`), bytes);
    }
    const megabytes = Math.round(process.memoryUsage().rss / 1024 / 1024);
    report({ kind: 'end', file, result, detail: result === 'crash' ? detail : '', megabytes });
    // The parent's messages are read between two files.
    await new Promise((resolve) => setImmediate(resolve));
  }
};
