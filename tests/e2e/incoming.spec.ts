import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { seriousFindings } from '../helpers/check-accessibility';
import { answerOpenDialogs, answerSaveDialogs, recordShownFiles } from '../helpers/desktop-dialogs';
import { launchApp, newUserDataFolder, type RunningApp } from '../helpers/launch-app';

const userData = newUserDataFolder();
const source = [
  '云川市推进社区书屋建设实施方案',
  '为方便居民阅读，制定本方案。',
  '一、主要目标',
  '到2028年，建成社区书屋60个，其它街道设流动书车。',
  '二、主要任务',
  '（一）布局书屋。由市文化广电旅游局牵头，每年建成20个。',
  '（二）配备图书。每个书屋藏书不少于3000册以上。',
  '三、保障措施',
  '（一）保障经费。市财政局每年安排80万元。',
  '',
].join('\n');

let running: RunningApp;
let page: Page;
const errors: string[] = [];

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  running = await launchApp({ userData });
  page = running.window;
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await recordShownFiles(running.app);
});
test.afterEach(() => expect(errors).toEqual([]));
test.afterAll(() => running.close());

const open = async (path: string) => {
  await answerOpenDialogs(running.app, [path]);
  await page.getByRole('button', { name: '核对来稿' }).click();
};

test('a text from outside is checked beside its words', async () => {
  const path = join(userData, '街道来稿.txt');
  writeFileSync(path, source);
  await open(path);
  await expect(page.getByRole('heading', { name: '核对来稿：街道来稿.txt' })).toBeVisible();
  await expect(page.locator('.finding').filter({ hasText: '其它' })).toHaveCount(1);
  await expect(page.locator('.incoming-text mark').filter({ hasText: '其它' })).toHaveAttribute(
    'data-severity',
    'should',
  );
  await expect(page.locator('.part-map-tile')).toHaveCount(4);
  // Nothing can be changed here.
  await expect(page.getByRole('button', { name: '忽略' })).toHaveCount(0);
  await page.keyboard.press('F8');
  await expect(page.locator('.incoming-text [data-shown]')).toHaveCount(1);
  expect(await seriousFindings(page)).toEqual([]);
  await page.screenshot({ path: 'test-results/screens/incoming-1280.png' });
  await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'));
  await page.screenshot({ path: 'test-results/screens/incoming-dark-1280.png' });
  expect(await seriousFindings(page)).toEqual([]);
  await page.evaluate(() => document.documentElement.removeAttribute('data-theme'));
});

test('its 核稿单 leaves, and the library stays as it was', async () => {
  const target = join(userData, '来稿核稿单.docx');
  await answerSaveDialogs(running.app, target);
  await page.getByRole('button', { name: '导出核稿单' }).click();
  await expect(page.locator('.toast').filter({ hasText: '已导出' })).toBeVisible();
  expect(existsSync(target)).toBe(true);
  expect(strFromU8(unzipSync(readFileSync(target))['word/document.xml']!)).toContain('社区书屋建设实施方案');
  await page.getByRole('button', { name: '文库', exact: true }).click();
  await expect(page.locator('.library-empty')).toBeVisible();
  await page.screenshot({ path: 'test-results/screens/library-ways-1280.png' });
});

test('it is taken over as a document by one button', async () => {
  await open(join(userData, '街道来稿.txt'));
  await page.getByRole('button', { name: /^请人工核对的事项/ }).click();
  await page.getByRole('group', { name: '所需经费、编制、用地是否落实' }).getByLabel('否', { exact: true }).check();
  await page.getByRole('button', { name: '收入文库并编写' }).click();
  await expect(page.getByRole('textbox', { name: '正文' })).toContainText('流动书车');
  await expect(page.getByRole('button', { name: /^请人工核对的事项/ })).toContainText('1 / 7');
  await page.getByRole('button', { name: '文库', exact: true }).click();
  await expect(page.locator('.library-table tbody tr')).toHaveCount(1);
});

test('a file that cannot be read is told in a sentence', async () => {
  const path = join(userData, '空.txt');
  writeFileSync(path, '');
  await open(path);
  await expect(page.locator('.toast').filter({ hasText: /文件是空的|没有内容/ })).toBeVisible();
  await expect(page.getByRole('button', { name: '核对来稿' })).toBeVisible();
});
