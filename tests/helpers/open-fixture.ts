import { resolve } from 'node:path';
import { expect } from '@playwright/test';
import { answerOpenDialogs } from './desktop-dialogs';
import type { RunningApp } from './launch-app';

/** Opens a file of tests/fixtures from the library, as a person does, and waits for the paper. */
export const openFixture = async ({ app, window }: RunningApp, path: string): Promise<void> => {
  await answerOpenDialogs(app, [resolve('tests/fixtures', path)]);
  await window.getByRole('button', { name: '打开已有文稿' }).click();
  await expect(window.getByRole('textbox', { name: '正文' })).toBeVisible();
};
