import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { packNigaoFile } from '../../shared/file/nigao-file';
import { sampleDocument } from '../integration/storage/sample-document';
import { answerSaveDialogs } from './desktop-dialogs';
import type { RunningApp } from './launch-app';

/** How Electron was told to run a page, and whether its developer tools open (`opensTools`). */
export type WebPreferences = Readonly<Record<string, unknown>>;

/**
 * How every page of the app was made: that of the first window, of a second one and of the hidden one that prints.
 * Leaves the app with two windows, a document in each.
 */
export const preferencesOfAllPages = async ({ app, window, userData }: RunningApp): Promise<WebPreferences[]> => {
  await app.evaluate(({ app: running, BrowserWindow }) => {
    const seen: Record<string, unknown>[] = [];
    const note = (contents: Electron.WebContents) => {
      const made = contents as unknown as { getLastWebPreferences(): WebPreferences };
      const facts: Record<string, unknown> = { ...made.getLastWebPreferences(), opensTools: false };
      seen.push(facts);
      const tries = (async () => {
        contents.openDevTools({ mode: 'detach' });
        await new Promise((resolve) => setTimeout(resolve, 300));
        facts.opensTools = contents.isDevToolsOpened();
      })();
      // The page that prints is gone as soon as it is done.
      const printToPDF = contents.printToPDF.bind(contents);
      contents.printToPDF = async (options) => {
        await tries;
        return printToPDF(options);
      };
    };
    Object.assign(globalThis, { preferencesSeen: seen });
    for (const { webContents } of BrowserWindow.getAllWindows()) note(webContents);
    // The developer tools would be a page too.
    running.on('web-contents-created', (_event, contents) =>
      contents.once('did-finish-load', () => contents.getURL().startsWith('nigao:') && note(contents)),
    );
  });
  const files = ['早市', '夜市'].map((name) => {
    const path = join(userData, `${name}.nigao`);
    writeFileSync(
      path,
      packNigaoFile(sampleDocument(`security-${name === '早市' ? 1 : 2}`, [`${name}要办到家门口。`])),
    );
    return path;
  });
  // As a double click in the file manager does.
  await app.evaluate(
    ({ app: running }, paths) => void running.emit('second-instance', {}, [], '', { files: paths }),
    files,
  );
  await expect.poll(() => app.windows().length).toBe(2);
  await expect(window.getByRole('textbox', { name: '正文' })).toBeVisible();
  const pdf = join(userData, '早市.pdf');
  await answerSaveDialogs(app, pdf);
  await window.keyboard.press('Control+p');
  await window.getByRole('button', { name: '导出 PDF' }).click();
  await expect(window.getByText(`已存为 ${pdf}。`)).toBeVisible();
  await window.keyboard.press('Escape');
  return app.evaluate(() => (globalThis as unknown as { preferencesSeen: WebPreferences[] }).preferencesSeen);
};

/** Calls every channel of the contract from a page; says of each how it was answered. */
export const callAllChannels = `(async (channels) => {
  const api = window.api;
  if (!api) return 'no door';
  const answers = await Promise.all(channels.map((channel) => api.invoke(channel, {}).then(
    () => 'answered', (error) => (/refused/.test(error.message) ? 'refused' : error.message))));
  return [...new Set(answers)].join();
})`;
