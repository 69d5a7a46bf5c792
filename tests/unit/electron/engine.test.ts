import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createEngine, type Engine } from '../../../electron/engine/engine';
import { noBureauRules } from '../../../shared/checks/bureau/bureau-rules';
import type { GovDocument } from '../../../shared/document/document';
import { noPictures } from '../../../shared/document/picture';
import { standardOptions } from '../../../shared/export/export-options';

/** A worker that speaks the engine's protocol; the document's id says what it does. */
const standIn = `
import { parentPort, threadId } from 'node:worker_threads';
parentPort.on('message', ({ task, input }) => {
  const reply = (message) => parentPort.postMessage(message);
  if (task === 'import' || task === 'superior') {
    if (input.file.path === 'hangs') for (;;) {}
    if (input.file.path === 'swells') for (const all = []; ; ) all.push(new Array(100_000).fill(all.length));
    return reply({ kind: 'value', value: { threadId } });
  }
  const id = input.document.id;
  if (task === 'export') {
    reply({ kind: 'progress', done: 0.5, step: '排版' });
    if (id === 'slow') for (const at of [500, 1000, 1500, 2000]) setTimeout(() => reply({ kind: 'progress', done: 0.6, step: '排版' }), at);
    if (id === 'slow') setTimeout(() => reply({ kind: 'value', value: { bytes: new Uint8Array([2]), messages: [] } }), 2400);
    else if (id !== 'endless') reply({ kind: 'value', value: { bytes: new Uint8Array([1]), messages: [] } });
  } else if (id === 'crash') process.exit(3);
  else if (id === 'throw') setTimeout(() => { throw new Error('outside'); });
  else if (id === 'refuse') reply({ kind: 'app-error', error: { code: 'file', message: '文件是空的。' } });
  else if (id === 'fail') reply({ kind: 'failure', error: new TypeError('inside') });
  else reply({ kind: 'value', value: { id, threadId } });
});`;

const noBureau = () => ({ ...noBureauRules, units: [] });

let folder: string;
let engine: Engine;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nigao-engine-'));
  writeFileSync(join(folder, 'worker.mjs'), standIn);
  engine = createEngine(join(folder, 'worker.mjs'), noBureau);
});
afterEach(() => engine.stop());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const documentNamed = (id: string) => ({ id }) as GovDocument;
const summarise = (id: string) => engine.summarise(documentNamed(id));
const options = standardOptions;
const never = new AbortController().signal;

describe('the engine', () => {
  it('answers tasks in the order they came, on one thread', async () => {
    const answers = await Promise.all(['one', 'two', 'three'].map(summarise));
    expect(answers).toMatchObject([{ id: 'one' }, { id: 'two' }, { id: 'three' }]);
    expect(new Set(answers.map((answer) => Object(answer).threadId)).size).toBe(1);
  });

  it('passes on progress, then the file', async () => {
    const steps: unknown[] = [];
    const made = await engine.exportDocx(
      documentNamed('short'),
      noPictures,
      options,
      (...step) => steps.push(step),
      never,
    );
    expect([steps, made.bytes]).toEqual([[[0.5, '排版']], new Uint8Array([1])]);
  });

  it('ends at once when it is cancelled, and goes on with what waits', async () => {
    const work = new AbortController();
    const endless = engine.exportDocx(documentNamed('endless'), noPictures, options, () => work.abort(), work.signal);
    const waiting = summarise('next');
    await expect(endless).rejects.toMatchObject({ code: 'cancelled' });
    await expect(waiting).resolves.toMatchObject({ id: 'next' });
  });

  it('forgets a waiting task that is cancelled', async () => {
    const work = new AbortController();
    const first = summarise('first');
    const waiting = engine.exportDocx(documentNamed('endless'), noPictures, options, () => undefined, work.signal);
    work.abort();
    await expect(waiting).rejects.toMatchObject({ code: 'cancelled' });
    await expect(first).resolves.toMatchObject({ id: 'first' });
    await expect(summarise('later')).resolves.toMatchObject({ id: 'later' });
  });

  it.each([['crash'], ['throw']])('says so when its thread dies (%s), and works again', async (id) => {
    const [dead, next] = await Promise.allSettled([summarise(id), summarise('next')]);
    expect(dead).toMatchObject({ status: 'rejected', reason: { code: 'internal' } });
    expect(next).toMatchObject({ status: 'fulfilled', value: { id: 'next' } });
  });

  it('passes on sentences for the person, and errors for the log', async () => {
    await expect(summarise('refuse')).rejects.toMatchObject({
      name: 'AppError',
      code: 'file',
      message: '文件是空的。',
    });
    await expect(summarise('fail')).rejects.toMatchObject({ name: 'TypeError', message: 'inside' });
  });

  it('fails as internal when its file is missing', async () => {
    const broken = createEngine(join(folder, 'missing.mjs'), noBureau);
    await expect(broken.summarise(documentNamed('one'))).rejects.toMatchObject({ code: 'internal' });
  });

  describe('with a file that cannot be got through', () => {
    const importing = (of: Engine, path: string) => of.importSource({ path });

    it('goes on with all other work meanwhile, on a thread of its own', async () => {
      const hanging = expect(importing(engine, 'hangs')).rejects.toMatchObject({ code: 'cancelled' });
      const { threadId: first } = Object(await summarise('one'));
      const work = new AbortController();
      const made = await engine.exportDocx(documentNamed('two'), noPictures, options, () => undefined, work.signal);
      expect(made.bytes).toEqual(new Uint8Array([1]));
      await engine.stop();
      await hanging;
      expect(Object(await importing(engine, 'whole')).threadId).not.toBe(first);
    });

    it('stops it after its time, says so, and reads the next one', async () => {
      const limited = createEngine(join(folder, 'worker.mjs'), noBureau, { silence: 1500, megabytes: 512, idle: null });
      const [hanging, next] = await Promise.allSettled([importing(limited, 'hangs'), importing(limited, 'whole')]);
      expect(hanging).toMatchObject({
        status: 'rejected',
        reason: { code: 'file', message: expect.stringContaining('分钟还没有结果，已停下。文稿没有改动。') },
      });
      expect(next).toMatchObject({ status: 'fulfilled' });
      await limited.stop();
    });

    it('leaves work its time that goes on saying how far it is', async () => {
      const limited = createEngine(join(folder, 'worker.mjs'), noBureau, { silence: 1500, megabytes: 512, idle: null });
      await limited.summarise(documentNamed('started'));
      const made = await limited.exportDocx(documentNamed('slow'), noPictures, options, () => undefined, never);
      expect(made.bytes).toEqual(new Uint8Array([2]));
      await limited.stop();
    });

    it('stops it when it takes too much memory, says so, and reads the next one', async () => {
      const limited = createEngine(join(folder, 'worker.mjs'), noBureau, {
        silence: 30_000,
        megabytes: 32,
        idle: null,
      });
      await expect(importing(limited, 'swells')).rejects.toMatchObject({
        code: 'file',
        message: expect.stringContaining('内存不够，没有处理完，已停下。'),
      });
      await expect(importing(limited, 'whole')).resolves.toBeDefined();
      await limited.stop();
    });

    it('ends a thread that has had nothing to do for its time, and starts another', async () => {
      const limited = createEngine(join(folder, 'worker.mjs'), noBureau, { silence: 5000, megabytes: 64, idle: 30 });
      const { threadId: first } = Object(await limited.summarise(documentNamed('one')));
      await wait(120);
      const { threadId: second } = Object(await limited.summarise(documentNamed('two')));
      expect(second).not.toBe(first);
      await limited.stop();
    });
  });
});
