import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ElectronApplication, _electron as electron, type Page } from '@playwright/test';
import { launchSettings, requireElectron } from '../../scripts/electron-runtime.mjs';
import type { GovDocument } from '../../shared/document/document';
import { packNigaoFile } from '../../shared/file/nigao-file';
import { launchApp } from '../helpers/launch-app';
import type { Peer } from './build-peers';
import { createStopwatch, type Stopwatch } from './probe';

/** An editor in a window of its own, with the document in reach: `stopwatch.measureOpening` shows it. */
export type OpenedEditor = Readonly<{
  name: 'ours' | Peer;
  page: Page;
  stopwatch: Stopwatch;
  /** Clicks into the middle of a block, in the middle of the window. */
  clickBlock(index: number): Promise<void>;
  /** Memory of the window's process after a garbage collection, in MB. */
  memory(): Promise<number>;
  close(): Promise<void>;
}>;

const createEditor = async (
  name: OpenedEditor['name'],
  app: ElectronApplication,
  page: Page,
  blocks: string,
): Promise<OpenedEditor> => {
  const devtools = await page.context().newCDPSession(page);
  return {
    name,
    page,
    stopwatch: await createStopwatch(page, devtools),
    clickBlock: async (index) => {
      const block = page.locator(blocks).nth(index);
      await block.evaluate((element) => element.scrollIntoView({ block: 'center' }));
      await block.click();
    },
    memory: async () => {
      await devtools.send('HeapProfiler.collectGarbage');
      const kilobytes = await app.evaluate(({ app, BrowserWindow }) => {
        const process = BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId();
        return app.getAppMetrics().find(({ pid }) => pid === process)?.memory.workingSetSize ?? 0;
      });
      return kilobytes / 1024;
    },
    close: () => app.close(),
  };
};

/** A library with the document in it, copied for each start so that every one is the first. */
export const prepareLibrary = async (document: GovDocument): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), 'nigao-bench-'));
  const file = join(folder, 'bench.nigao');
  writeFileSync(file, packNigaoFile(document));
  const { window, close } = await launchApp({ userData: folder, args: [file] });
  await window.getByRole('textbox', { name: '正文' }).waitFor();
  await close();
  return folder;
};

/** The app at its library, the document's row in focus. */
export const startOurs = async (library: string): Promise<OpenedEditor> => {
  const userData = mkdtempSync(join(tmpdir(), 'nigao-bench-'));
  cpSync(library, userData, { recursive: true });
  const { app, window, close } = await launchApp({ userData });
  await window.locator('.library-table tbody tr').first().focus();
  const editor = await createEditor('ours', app, window, '.paper [data-block]');
  return {
    ...editor,
    close: async () => {
      await close();
      rmSync(userData, { recursive: true, force: true });
    },
  };
};

/** A bare editor, its button in focus. */
export const startPeer = async (folder: string, peer: Peer): Promise<OpenedEditor> => {
  const runtime = requireElectron();
  const { args, env } = launchSettings(runtime);
  const userData = mkdtempSync(join(tmpdir(), 'nigao-bench-'));
  const app = await electron.launch({
    executablePath: runtime.executable,
    args: [...args, `--user-data-dir=${userData}`, folder, peer],
    env,
  });
  const page = await app.firstWindow().catch((error) => {
    app.process().kill();
    throw error;
  });
  await page.getByRole('button', { name: 'mount' }).focus();
  const editor = await createEditor(peer, app, page, '[contenteditable] > :is(p, [data-slate-node="element"])');
  return {
    ...editor,
    close: async () => {
      await app.close();
      rmSync(userData, { recursive: true, force: true });
    },
  };
};
