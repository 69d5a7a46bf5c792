import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sampleDocument } from '../storage/sample-document';
import { temporaryFolder } from '../storage/temporary-folder';
import { openDoor } from './door';

describe('the diagnostic file', () => {
  it('names versions, machine, library and log, and no word of a document', async () => {
    const path = join(temporaryFolder(), '诊断.json');
    const door = await openDoor({ save: path });
    door.services.documents().create(sampleDocument('document-1', ['秘密的句子。']), { name: '秘密的名称' });
    const id = door.services.log.error('import', new Error('秘密的句子。'));
    expect(await door.call('app:save-diagnostics', {})).toEqual({ ok: true, value: { path } });
    const text = readFileSync(path, 'utf8');
    expect(JSON.parse(text)).toMatchObject({
      app: '0.1.0',
      node: process.versions.node,
      library: { documents: 1, trashed: 0, backups: 0 },
      log: [{ event: 'import', id }],
    });
    expect(text).not.toMatch(/秘密|社区食堂/);
  });

  it('is written also when a crash has cut off an entry of the log, with the entries around it', async () => {
    const path = join(temporaryFolder(), '诊断.json');
    const door = await openDoor({ save: path });
    door.services.log.info('before');
    appendFileSync(door.logFile, '{"at":"2026-11-20T08:00:00.000Z","event":"秘密的半句\n');
    door.services.log.info('after');
    expect(await door.call('app:save-diagnostics', {})).toEqual({ ok: true, value: { path } });
    const text = readFileSync(path, 'utf8');
    expect(JSON.parse(text).log).toMatchObject([
      { event: 'before' },
      { event: 'unreadable', characters: 47 },
      { event: 'after' },
    ]);
    expect(text).not.toContain('秘密');
  });

  it('is not written when the person cancels', async () => {
    const door = await openDoor({ save: null });
    expect(await door.call('app:save-diagnostics', {})).toEqual({ ok: true, value: { path: null } });
  });
});
