import { fork } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';
import { projectFolder, SetUpError } from './set-up/run.mjs';
import { runScript, setUpNodePackages } from './set-up.mjs';

/** A file may take this long with all that is done with it, and the process that reads it this much memory. */
const mostSeconds = 20;
const mostMegabytes = 1024;

/**
 * One process that reads broken files from a number on; ends when it is through, hangs or dies.
 * @param {{ seed: number, from: number, to: number, keep: string, kind: 'foreign' | 'own' }} options
 * @param {(message: import('../tests/fuzz/run').FuzzMessage) => void} hear
 * @returns {Promise<'done' | 'hang' | 'died'>}
 */
const readFiles = (options, hear) =>
  new Promise((resolve) => {
    const child = fork(fileURLToPath(import.meta.url), ['--child', JSON.stringify(options)], {
      execArgv: [`--max-old-space-size=${mostMegabytes}`],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    let hangs = false;
    /** @type {NodeJS.Timeout | undefined} */
    let timer;
    child.on('message', (/** @type {import('../tests/fuzz/run').FuzzMessage} */ message) => {
      clearTimeout(timer);
      if (message.kind === 'begin')
        timer = setTimeout(() => {
          hangs = true;
          child.kill('SIGKILL');
        }, mostSeconds * 1000);
      hear(message);
    });
    child.on('exit', (code) => {
      clearTimeout(timer);
      resolve(hangs ? 'hang' : code === 0 ? 'done' : 'died');
    });
  });

const runChild = async () => {
  const { module } = /** @type {{ module: typeof import('../tests/fuzz/run') }} */ (
    await runnerImport(join(projectFolder, 'tests', 'fuzz', 'run.ts'), { configFile: false })
  );
  await module.runFuzz(JSON.parse(process.argv[3] ?? '{}'), (message) => process.send?.(message));
  return 0;
};

/**
 * Breaks so many files of one kind and counts what becomes of them.
 * @param {{ kind: 'foreign' | 'own', files: number, seed: number, json: boolean }} options
 * @returns {Promise<boolean>} whether all went well
 */
const breakFiles = async ({ kind, files, seed, json }) => {
  const keep = mkdtempSync(join(tmpdir(), 'nigao-fuzz-'));
  const counts = { files, read: 0, refused: 0, crashes: 0, hangs: 0, deaths: 0, overMemory: 0, peakMegabytes: 0 };
  let next = 0;
  while (next < files) {
    const from = next;
    const outcome = await readFiles({ seed, from: next, to: files, keep, kind }, (message) => {
      if (message.kind === 'begin') next = message.file + 1;
      else {
        counts.peakMegabytes = Math.max(counts.peakMegabytes, message.megabytes);
        if (message.megabytes > mostMegabytes) counts.overMemory += 1;
        if (message.result === 'read') counts.read += 1;
        else if (message.result === 'refused') counts.refused += 1;
        else {
          counts.crashes += 1;
          console.error(`file ${message.file}: ${message.detail}`);
        }
      }
    });
    if (outcome !== 'done' && next === from) throw new SetUpError('读文件的程序没有启动成功。请用 npm run fuzz 运行。');
    if (outcome === 'hang') counts.hangs += 1;
    if (outcome === 'died') counts.deaths += 1;
    if (outcome !== 'done') console.error(`file ${next - 1}: ${outcome}`);
  }
  const failed = counts.crashes + counts.hangs + counts.deaths + counts.overMemory > 0;
  if (!failed) rmdirSync(keep);
  if (json) console.log(JSON.stringify({ name: 'fuzz', kind, ...counts }));
  else
    console.log(
      `${files} broken files ${kind === 'own' ? 'of our own (.nigao, templates, dictionary, rule packs, settings)' : 'from outside (.docx, .txt)'}: ${counts.read} read, ${counts.refused} refused with a sentence, ${counts.crashes} crashes, ` +
        `${counts.hangs} over ${mostSeconds} s, ${counts.deaths} ended the process, ${counts.overMemory} over ${mostMegabytes} MB (peak ${counts.peakMegabytes} MB)` +
        (failed ? `; kept in ${keep}` : ''),
    );
  return !failed;
};

const runParent = async () => {
  const { values } = parseArgs({
    options: {
      files: { type: 'string', default: '2000' },
      seed: { type: 'string', default: '1' },
      only: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  let good = true;
  for (const kind of /** @type {const} */ (['foreign', 'own']))
    if (values.only === undefined || values.only === kind)
      good =
        (await breakFiles({ kind, files: Number(values.files), seed: Number(values.seed), json: values.json })) && good;
  return good ? 0 : 1;
};

// npm run fuzz [-- --files N] [--seed N] [--only foreign|own] [--json]: broken files, the same for the same seed.
if (process.argv[2] === '--child') await runScript(runChild);
else
  await runScript(async () => {
    await setUpNodePackages();
    return runParent();
  });
