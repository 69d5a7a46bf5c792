import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { launchApp, newUserDataFolder, type RunningApp } from './launch-app';

/** The app with a text opened in it, and what the page has complained of since. */
export type OpenedText = RunningApp & Readonly<{ errors: string[] }>;

/** Starts the app with a text file handed over, as by a double click, and waits for the paper. */
export const openText = async (lines: readonly string[], userData = newUserDataFolder()): Promise<OpenedText> => {
  const path = join(userData, '方案.txt');
  writeFileSync(path, `${lines.join('\n')}\n`);
  const running = await launchApp({ userData, args: [path] });
  const errors: string[] = [];
  running.window.on('pageerror', (error) => errors.push(error.message));
  running.window.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await expect(running.window.getByRole('textbox', { name: '正文' })).toBeVisible();
  return { ...running, errors };
};
