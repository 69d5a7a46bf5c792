import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLog } from '../../../electron/log';
import { documentSchema } from '../../../shared/document/document';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nigao-log-'));
  path = join(folder, 'logs', 'nigao.log');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the log', () => {
  it('holds an error under a short id, with its place but not its message', () => {
    const id = openLog(path).error('document:save', new TypeError('推动经济高质量发展'));
    expect(id).toMatch(/^[0-9A-F]{6}$/);
    const entry: unknown = JSON.parse(readFileSync(path, 'utf8'));
    expect(entry).toMatchObject({ event: 'document:save', id, error: 'TypeError' });
    expect(JSON.stringify(entry)).toContain('log.test');
    expect(JSON.stringify(entry)).not.toContain('高质量');
  });

  it('says where a value did not fit, without the value', () => {
    const { error } = documentSchema.safeParse({
      schemaVersion: 1,
      id: '秘密的句子',
      meta: {},
      parts: [],
      setAside: [],
    });
    openLog(path).error('open', error);
    const text = readFileSync(path, 'utf8');
    expect(text).toContain('invalid_format at id');
    expect(text).not.toContain('秘密');
  });

  it('is set aside when it has grown, keeping the one before', () => {
    const log = openLog(path);
    log.info('first');
    writeFileSync(path, 'x'.repeat(1024 * 1024 + 1));
    log.info('second');
    expect(statSync(`${path}.1`).size).toBeGreaterThan(1024 * 1024);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ event: 'second' });
  });

  it('begins a new entry after one that a crash has cut off', () => {
    openLog(path).info('first');
    appendFileSync(path, '{"at":"2026-11-20T08:00:00.000Z","ev');
    const log = openLog(path);
    log.info('second');
    log.info('third');
    expect(log.last(2).map((line): unknown => JSON.parse(line))).toMatchObject([
      { event: 'second' },
      { event: 'third' },
    ]);
    expect(log.last(9)).toHaveLength(4);
  });

  it('never stops the work when it cannot be written', () => {
    writeFileSync(join(folder, 'logs'), '');
    expect(() => openLog(path).info('first')).not.toThrow();
    expect(existsSync(path)).toBe(false);
  });
});
