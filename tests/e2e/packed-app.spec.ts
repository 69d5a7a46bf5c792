import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { packedExecutable } from '../../scripts/pack.mjs';
import { answerSaveDialogs } from '../helpers/desktop-dialogs';
import { docxText } from '../helpers/docx-text';
import { launchApp } from '../helpers/launch-app';

test('the packed app makes a draft from a template and exports it', async () => {
  test.skip(!existsSync(packedExecutable), 'the app is not packed: `npm test` packs it first');
  const { app, window, userData, close } = await launchApp({ packed: true });
  await window.getByRole('button', { name: '从模板新建' }).click();
  await window.getByLabel('城市', { exact: true }).fill('云川市');
  await window.getByRole('button', { name: '新建文稿' }).click();
  await expect(window.getByRole('textbox', { name: '正文' })).toBeVisible();

  const target = join(userData, '意见.docx');
  await answerSaveDialogs(app, target);
  await window.getByRole('button', { name: '导出', exact: true }).click();
  await window.getByRole('button', { name: '选择位置并导出' }).click();
  await expect(window.getByRole('dialog', { name: '已导出' })).toBeVisible();
  expect(docxText(target)).toContain('云川市人民政府关于');
  await close();
});
