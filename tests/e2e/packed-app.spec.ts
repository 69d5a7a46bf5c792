import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { packedExecutable } from '../../scripts/pack.mjs';
import { packNigaoFile } from '../../shared/file/nigao-file';
import { answerSaveDialogs } from '../helpers/desktop-dialogs';
import { docxText } from '../helpers/docx-text';
import { launchApp, newUserDataFolder } from '../helpers/launch-app';
import { sampleDocument } from '../integration/storage/sample-document';

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
  await window.keyboard.press('Escape');
  // What the build has put beside the code comes along: the licences of what is in it.
  await window.keyboard.press('Control+,');
  await window.getByRole('button', { name: '第三方许可' }).click();
  await expect(window.getByRole('list', { name: '开源部件' }).getByText(/^better-sqlite3 /)).toBeVisible();
  await close();
});

test('the packed app opens a .nigao file it is started with, and keeps what is written through its next start', async () => {
  test.skip(!existsSync(packedExecutable), 'the app is not packed: `npm test` packs it first');
  const userData = newUserDataFolder();
  const path = join(userData, '早市.nigao');
  writeFileSync(path, packNigaoFile(sampleDocument('packed-one', ['早市要办到家门口。'])));
  const first = await launchApp({ packed: true, userData, args: [path] });
  const paper = first.window.getByRole('textbox', { name: '正文' });
  await expect(paper).toContainText('早市要办到家门口。');
  await paper.locator('[data-block]').nth(1).click();
  await first.window.keyboard.insertText('各区人民政府：');
  await first.close();
  const second = await launchApp({ packed: true, userData });
  await second.window.locator('.library-table tbody tr').first().dblclick();
  await expect(second.window.getByRole('textbox', { name: '正文' })).toContainText('各区人民政府：');
  await second.close();
});
