import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { caretToEndOf } from '../helpers/caret';
import { composeChinese } from '../helpers/compose-chinese';
import { launchApp, newUserDataFolder, type RunningApp } from '../helpers/launch-app';
import { storedDocuments } from '../helpers/stored-documents';

const userData = newUserDataFolder();
let running: RunningApp;
test.beforeAll(async () => {
  const path = join(userData, '方案.txt');
  writeFileSync(path, ['云川市养老服务行动方案', '主要指标列表如下。', '各区县按年度推进。', ''].join('\n'));
  running = await launchApp({ userData, args: [path] });
  await expect(running.window.getByRole('textbox', { name: '正文' })).toBeVisible();
});
test.afterAll(() => running.close());

test('a table gets a caption with a number, which the text can refer to, and undo takes it away', async () => {
  const { window } = running;
  await caretToEndOf(window, '主要指标列表');
  await window.getByRole('button', { name: '表格', exact: true }).click();
  await window.getByRole('toolbar', { name: '表格' }).getByRole('button', { name: '表题' }).click();
  await expect(window.getByLabel('表1（编号自动排，不用写）')).toBeFocused();
  await composeChinese(window, [['zhibiao', '主要指标']]);
  await window.keyboard.press('Enter');
  const table = window.locator('.paper .block.table');
  await expect(table).toHaveAttribute('data-caption', '主要指标');
  await expect(window.getByRole('table', { name: '表1 主要指标' })).toBeVisible();
  await window.screenshot({ path: test.info().outputPath('caption.png') });
  await caretToEndOf(window, '各区县按年度');
  await window.keyboard.type('@');
  await expect(window.getByRole('combobox', { name: '查找要引用的内容' })).toBeFocused();
  await window.keyboard.insertText('表1');
  await window.keyboard.press('Enter');
  await expect(window.locator('.paper .reference')).toHaveText('表1');
  await expect(window.getByRole('textbox', { name: '正文' })).toBeFocused();
  await window.keyboard.press('Control+z');
  await window.keyboard.press('Control+z');
  await window.keyboard.press('Control+z');
  await expect(table).not.toHaveAttribute('data-caption');
  await window.keyboard.press('Control+y');
  await expect(table).toHaveAttribute('data-caption', '主要指标');
  await window.keyboard.press('Control+s');
  const stored = () => storedDocuments(userData)[0]!.parts[0]!.children.find(({ type }) => type === 'table');
  await expect.poll(stored).toMatchObject({ caption: '主要指标' });
});
