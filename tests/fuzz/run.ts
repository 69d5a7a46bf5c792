import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeText } from '../../electron/files/decode-text';
import { readSource } from '../../electron/files/read-source';
import { parseDocument } from '../../shared/document/changes';
import { AppError } from '../../shared/ipc/app-error';
import { readTemplate } from '../../shared/templates/describe-problem';
import { instantiate } from '../../shared/templates/instantiate';
import { readUnitsCsv } from '../../shared/units/units-csv';
import { mutate } from './mutate';
import { Random } from './random';
import { loadSpecimens } from './specimens';

/** What the parent hears of each file: that it is begun, and how it ended. */
export type FuzzMessage =
  | { kind: 'begin'; file: number; name: string }
  | { kind: 'end'; file: number; result: 'read' | 'refused' | 'crash'; detail: string; megabytes: number };

/** Reads a file as the app does, each kind through its own door. @throws AppError when it is refused */
const read = (name: string, bytes: Uint8Array): void => {
  if (!/\.(?:json|csv)$/.test(name)) return void readSource(name, bytes);
  const text = decodeText(bytes);
  if (text === null) throw new AppError('file', 'no text');
  if (name.endsWith('.csv')) {
    if (readUnitsCsv(text).problems.length > 0) throw new AppError('file', 'problems');
    return;
  }
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\u{feff}/u, ''));
  } catch (cause) {
    throw new AppError('file', 'no JSON', { cause });
  }
  const template = readTemplate(data);
  if ('problem' in template) throw new AppError('file', template.problem);
  // What was taken has to give a document that opens.
  parseDocument(JSON.parse(JSON.stringify(instantiate(template.template, {}))));
};

/**
 * Reads broken files one after the other and reports each; runs in a process of its own, whose memory is limited and
 * which the parent ends when a file takes too long.
 * @param keep folder for files that crashed the reader
 */
export const runFuzz = async (
  options: Readonly<{ seed: number; from: number; to: number; keep: string; kind: 'foreign' | 'own' }>,
  report: (message: FuzzMessage) => void,
): Promise<void> => {
  const specimens = await loadSpecimens(options.kind);
  for (let file = options.from; file < options.to; file += 1) {
    const random = new Random(options.seed * 1_000_003 + file);
    const { name, bytes } = mutate(specimens[file % specimens.length]!, random);
    report({ kind: 'begin', file, name });
    let result: 'read' | 'refused' | 'crash' = 'read';
    let detail = '';
    try {
      read(name, bytes);
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
