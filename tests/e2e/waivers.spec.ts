import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { unzipSync } from 'fflate';
import { caretToEndOf } from '../helpers/caret';
import { seriousFindings } from '../helpers/check-accessibility';
import { answerSaveDialogs } from '../helpers/desktop-dialogs';
import { launchApp, newUserDataFolder, type RunningApp } from '../helpers/launch-app';

const userData = newUserDataFolder();
const source = [
  '云川市人民政府关于推进社区养老服务的实施意见',
  '各区人民政府，市政府各部门：',
  '为推进社区养老服务，现提出如下意见。',
  '一、总体要求',
  '（一）主要目标。到2030年，建成养老站点120个。',
  '二、重点任务',
  '（二）完善设施。其它小区逐步配套养老用房。',
  '',
].join('\n');

let running: RunningApp;
let page: Page;
const errors: string[] = [];

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  const path = join(userData, '意见.txt');
  writeFileSync(path, source);
  running = await launchApp({ userData, args: [path] });
  page = running.window;
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await expect(page.getByRole('textbox', { name: '正文' })).toBeVisible();
});
test.afterEach(() => expect(errors).toEqual([]));
test.afterAll(() => running.close());

const card = () => page.locator('.finding').filter({ hasText: '其它' }).first();
const folded = () => page.getByRole('button', { name: /^已说明理由/ });
const dialog = () => page.locator('.dialog');

test('a finding is let stand with a reason, and that is undone', async () => {
  await card().getByRole('button', { name: '忽略' }).click();
  await dialog().getByRole('radio', { name: '本件情况特殊' }).check();
  await dialog().getByLabel('说明').fill('引用原文');
  await dialog().getByLabel('核稿人').fill('张三');
  expect(await seriousFindings(page)).toEqual([]);
  await page.screenshot({ path: 'test-results/screens/waive-1280.png' });
  await dialog().getByRole('button', { name: '忽略' }).click();
  await expect(card()).toHaveCount(0);
  await expect(folded()).toContainText('1');
  await page.locator('.toast').filter({ hasText: '已忽略 1 处' }).getByRole('button', { name: '撤销' }).click();
  await expect(card()).toHaveCount(1);
  await expect(folded()).toHaveCount(0);
});

test('the reason is listed with who gave it, and is still there after the next start', async () => {
  await card().getByRole('button', { name: '忽略' }).click();
  await expect(dialog().getByLabel('核稿人')).toHaveValue('张三');
  await dialog().getByLabel('说明').fill('引用原文');
  await page.keyboard.press('Enter');
  await folded().click();
  await expect(page.locator('.finding-waiver')).toContainText('已核对无误 · 引用原文 · 张三');
  await page.getByRole('button', { name: '文库' }).click();
  await page.locator('.library-table tbody tr').first().press('Enter');
  await expect(folded()).toContainText('1');
});

test('what was let stand is open again when its text changes', async () => {
  await caretToEndOf(page, '其它小区');
  await page.keyboard.insertText('做好衔接。');
  await expect(card()).toHaveCount(1);
  await expect(folded()).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(folded()).toContainText('1');
});

test('it can be raised again', async () => {
  await folded().click();
  await page.getByRole('button', { name: '重新提出' }).click();
  await expect(card()).toHaveCount(1);
});

test('the 核稿单 leaves as a Word file', async () => {
  const target = join(userData, '核稿单.docx');
  await answerSaveDialogs(running.app, target);
  await page.getByRole('button', { name: '导出核稿单' }).click();
  await expect(page.getByText('已导出核稿单')).toBeVisible();
  const xml = new TextDecoder().decode(unzipSync(readFileSync(target))['word/document.xml']);
  const words = xml.replace(/<[^>]+>/g, '');
  expect(words).toContain('请人工核对的事项');
  expect(words).toContain('应写作“其他”');
});
