import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ElectronApplication, _electron as electron, type Page } from '@playwright/test';
import { launchSettings, requireElectron } from '../../scripts/electron-runtime.mjs';
import { launchApp } from '../helpers/launch-app';
import { type Measured, percentile } from './figures';
import { prepareLibrary } from './opened-editor';
import { corpusDocument } from './search/search-corpus';

/** What the app costs beside the same Electron that shows an empty window. Linux only: it reads /proc. */
export const startFigures = {
  'start.typing.vs-empty-window': { unit: 'ms', peerName: 'an empty window shown', goal: 1.8, state: 'warm' },
  'start.memory.vs-empty-window': { unit: 'MB', peerName: 'an empty window', goal: 1.6, state: 'warm' },
  // A document open, the caret blinking: two frames a second, which Chromium draws in an empty window as well.
  'start.idle': { unit: 's', peerName: 'one second, a minute idle', goal: 0.3, state: 'warm' },
  'start.idle-library': { unit: 's', peerName: 'one second, a minute idle', goal: 0.3, state: 'warm' },
} as const;
export type StartFigure = keyof typeof startFigures;

const repeats = 5;
const minute = 60_000;
const settled = 8000;
/** What is left of the start is cleared away by then: collections of the engine, the index, code that was kept. */
const idleFrom = minute;

const emptyApp = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'nigao-bench-empty-'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'empty', version: '1.0.0', main: 'main.js' }));
  writeFileSync(
    join(folder, 'main.js'),
    `const { app, BrowserWindow } = require('electron');
     app.whenReady().then(() => new BrowserWindow({ width: 1280, height: 800 }).loadFile('empty.html'));
     app.on('window-all-closed', () => app.quit());`,
  );
  writeFileSync(join(folder, 'empty.html'), '<!doctype html><title>empty</title><p>empty</p>');
  return folder;
};

type Started = Readonly<{ app: ElectronApplication; page: Page; time: number }>;

const startEmpty = async (folder: string): Promise<Started> => {
  const runtime = requireElectron();
  const { args, env } = launchSettings(runtime);
  const began = performance.now();
  const app = await electron.launch({
    executablePath: runtime.executable,
    args: [...args, `--user-data-dir=${join(folder, 'data')}`, folder],
    env,
  });
  const page = await app.firstWindow();
  await page.getByText('empty').waitFor();
  return { app, page, time: performance.now() - began };
};

/** From the start to a character typed into the document that stands first in the library: it opens with its caret. */
const startOurs = async (userData: string): Promise<Started> => {
  const began = performance.now();
  const { app, window } = await launchApp({ userData });
  const row = window.locator('.library-table tbody tr').first();
  await row.focus();
  await window.keyboard.press('Enter');
  await window.locator('[contenteditable="true"]:focus').waitFor();
  await window.keyboard.insertText('始');
  await window.locator('.paper [data-block]', { hasText: '始' }).first().waitFor();
  return { app, page: window, time: performance.now() - began };
};

/** The process and all it has started. */
const family = (pid: number): readonly number[] => {
  const parents = readdirSync('/proc').flatMap((name) => {
    try {
      return /^\d+$/.test(name)
        ? [[Number(name), Number(readFileSync(`/proc/${name}/stat`, 'utf8').split(') ')[1]!.split(' ')[1])] as const]
        : [];
    } catch {
      return [];
    }
  });
  const found = [pid];
  for (const parent of found) found.push(...parents.flatMap(([child, its]) => (its === parent ? [child] : [])));
  return found;
};
/** Memory of all processes in MB; what several share counts once. */
const memory = (pids: readonly number[]): number =>
  pids.reduce((sum, pid) => {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    return sum + Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0) / 1024;
  }, 0);
/** Processor time of all processes so far, in seconds. */
const processorTime = (pids: readonly number[]): number =>
  pids.reduce((sum, pid) => {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
    return sum + (Number(fields[11]) + Number(fields[12])) / 100;
  }, 0);

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Seconds of processor time that a minute costs in which nobody does anything; closes the app. */
const idleMinute = async ({ app }: Pick<Started, 'app'>): Promise<number> => {
  await wait(idleFrom);
  const pids = family(app.process().pid!);
  const before = processorTime(pids);
  await wait(minute);
  const used = processorTime(pids) - before;
  await app.close();
  return used;
};

const measures: Readonly<Record<StartFigure, (ours: string, empty: string) => Promise<Measured>>> = {
  'start.typing.vs-empty-window': async (ours, empty) => {
    const times: Measured[] = [];
    for (let time = 0; time <= repeats; time += 1) {
      const one = await startOurs(ours);
      await one.app.close();
      const other = await startEmpty(empty);
      await other.app.close();
      if (time > 0) times.push({ ours: one.time, peer: other.time });
    }
    const middle = (of: keyof Measured) =>
      percentile(
        times.map((pair) => pair[of]),
        0.5,
      );
    return { ours: middle('ours'), peer: middle('peer') };
  },
  'start.memory.vs-empty-window': async (ours, empty) => {
    const idle = async ({ app }: Started) => {
      await wait(settled);
      const used = memory(family(app.process().pid!));
      await app.close();
      return used;
    };
    return { ours: await idle(await startOurs(ours)), peer: await idle(await startEmpty(empty)) };
  },
  'start.idle': async (ours) => ({ ours: await idleMinute(await startOurs(ours)), peer: 1 }),
  'start.idle-library': async (ours) => {
    const { app, window } = await launchApp({ userData: ours });
    await window.locator('.library-table tbody tr').first().waitFor();
    return { ours: await idleMinute({ app }), peer: 1 };
  },
};

export const measureStartFigure = async (name: StartFigure): Promise<Measured> => {
  const ours = await prepareLibrary(corpusDocument(0));
  const empty = emptyApp();
  try {
    return await measures[name](ours, empty);
  } finally {
    for (const folder of [ours, empty]) rmSync(folder, { recursive: true, force: true });
  }
};
