import { mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { migrate } from '../../electron/storage/migrate';
import { openDatabase } from '../../electron/storage/open-database';
import { createDocumentsRepo } from '../../electron/storage/repos/documents-repo';
import { seriousFindings } from '../helpers/check-accessibility';
import { answerOpenDialogs, recordShownFiles } from '../helpers/desktop-dialogs';
import { launchApp, newUserDataFolder, type RunningApp } from '../helpers/launch-app';
import { sampleDocument, sampleSummary } from '../integration/storage/sample-document';

const userData = newUserDataFolder();
const folder = join(userData, '历年文稿');
let running: RunningApp;
const rows = () => running.window.locator('.library-table tbody tr');
const row = (name: string | RegExp) => rows().filter({ hasText: name });
const palette = async (name: string) => {
  await running.window.keyboard.press('Control+k');
  await running.window.getByRole('dialog').getByRole('combobox').fill(name);
  await running.window.keyboard.press('Enter');
};

// The tests share one window and go on from one another: a retry begins with the first.
test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  mkdirSync(join(folder, '2025'), { recursive: true });
  const text = (title: string, safeguard: string) =>
    `${title}\n\n一、总体要求\n\n到2028年新增养老床位900张。\n\n二、重点任务\n\n（一）完善设施。新建站点。\n\n三、保障措施\n\n${safeguard}\n`;
  writeFileSync(join(folder, '养老.txt'), text('云川市养老服务行动计划', '由市民政局统筹推进。'));
  writeFileSync(join(folder, '2025', '助餐.txt'), text('云川市社区助餐实施方案', '市财政局保障养老经费。'));
  writeFileSync(join(folder, '2025', '空.txt'), '');
  writeFileSync(join(folder, '~$助餐.docx'), 'Word keeps this beside an open file');
  // A path too long for the system: nobody can look into the last of these folders, not even the superuser.
  const names = Array<string>(9).fill('深'.repeat(80));
  for (const start of [folder, join(userData, 'moved')]) mkdirSync(join(start, ...names), { recursive: true });
  renameSync(join(userData, 'moved'), join(folder, ...names, 'moved'));
  running = await launchApp({ userData });
});
test.afterAll(() => running.close());

test('a whole folder is read with a summary, and a second time recognised', async () => {
  const { window } = running;
  await answerOpenDialogs(running.app, [folder]);
  await window.getByRole('button', { name: '读入文件夹' }).click();
  const report = window.getByRole('dialog', { name: '读入 2 份' });
  await expect(report.getByText('1 份没有读入')).toBeVisible();
  await expect(report.getByText(join('2025', '空.txt'))).toBeVisible();
  await expect(report.getByText(/1 个下级文件夹打不开，里面的文稿没有读入：….*深。请确认有权打开/)).toBeVisible();
  await window.screenshot({ path: 'test-results/screens/import-report-1280.png' });
  await window.keyboard.press('Enter');
  await expect(rows()).toHaveCount(2);
  await palette('读入文件夹');
  await expect(window.getByRole('dialog', { name: '读入 0 份' }).getByText(/另有 2 份以前读入过/)).toBeVisible();
  await window.keyboard.press('Enter');
  await expect(rows()).toHaveCount(2);
});

test('documents are filed together by keyboard, narrowed by it, and that is undone', async () => {
  const { window } = running;
  await rows().first().focus();
  await window.keyboard.press('Shift+ArrowDown');
  await expect(window.getByText('已选 2 份')).toBeVisible();
  await window.keyboard.press('F4');
  const dialog = window.getByRole('dialog', { name: '归档 2 份文稿' });
  await dialog.getByLabel('文件夹').fill('民生');
  await dialog.getByLabel('共有的标签').fill('养老 重点');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('button', { name: '民生 2' })).toBeVisible();
  await expect(row('民生')).toHaveCount(2);
  await window.keyboard.press('Escape');

  await row('助餐').focus();
  await window.keyboard.press('F4');
  await window.getByRole('dialog', { name: '归档' }).getByLabel('状态').selectOption({ label: '送审' });
  await window.screenshot({ path: 'test-results/screens/library-filing-1280.png' });
  expect(await seriousFindings(window)).toEqual([]);
  await window.keyboard.press('Enter');
  await window.getByRole('combobox', { name: '状态' }).selectOption({ label: '送审' });
  await expect(rows()).toHaveCount(1);
  await expect(row('助餐')).toHaveCount(1);
  await window.screenshot({ path: 'test-results/screens/library-filtered-1280.png' });
  expect(await seriousFindings(window)).toEqual([]);
  await window.locator('.toast').filter({ hasText: '已归档' }).last().getByRole('button', { name: '撤销' }).click();
  await expect(window.getByText('没有符合这些条件的文稿')).toBeVisible();
  await window.getByRole('button', { name: '全部显示' }).click();
  await expect(rows()).toHaveCount(2);
});

test('a dialog takes the keyboard before it is drawn: Enter struck at once is not lost', async () => {
  const { window } = running;
  await rows().first().focus();
  await window.evaluate(() => {
    const draw = globalThis.requestAnimationFrame;
    Object.assign(globalThis, {
      requestAnimationFrame: () => 0,
      drawAgain: () => Object.assign(globalThis, { requestAnimationFrame: draw }),
    });
  });
  await window.keyboard.press('F4');
  const dialog = window.getByRole('dialog', { name: '归档' });
  await expect(dialog.getByLabel('文件夹')).toBeFocused();
  await window.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await window.evaluate(() => (globalThis as unknown as { drawAgain(): void }).drawAgain());
  await expect(window.locator('.toast').filter({ hasText: '已归档' }).last()).toBeVisible();
  await expect(rows().first()).toBeFocused();
});

test('selected documents go out together, and those that cannot are told with the reason', async () => {
  const { app, window } = running;
  const target = join(userData, '出稿');
  mkdirSync(target);
  await recordShownFiles(app);
  await answerOpenDialogs(app, [target]);
  await rows().first().focus();
  await window.keyboard.press('Shift+ArrowDown');
  await window.getByRole('toolbar', { name: '所选文稿' }).getByRole('button', { name: '出稿…' }).click();
  const dialog = window.getByRole('dialog', { name: '出稿 2 份文稿' });
  await expect(dialog).toBeVisible();
  await window.keyboard.press('Tab');
  await dialog.getByRole('button', { name: '选择文件夹并出稿' }).click();
  const summary = window.getByRole('dialog', { name: '出稿完成' });
  await expect(summary.getByText(/已出稿 \d 份/)).toBeVisible();
  const text = (await summary.textContent()) ?? '';
  const done = Number(/已出稿 (\d) 份/.exec(text)?.[1]);
  expect(readdirSync(target)).toHaveLength(done);
  expect(await summary.getByRole('list', { name: '没有出稿的文稿' }).getByRole('listitem').count()).toBe(2 - done);
  await window.screenshot({ path: 'test-results/screens/library-circulated-1280.png' });
  expect(await seriousFindings(window, { 'aria-hidden-focus': /data-base-ui-focus-guard/ })).toEqual([]);
  await summary.getByRole('button', { name: '完成' }).click();
  await expect(summary).toBeHidden();
  await window.keyboard.press('Escape');
});

test('the list is put in order by its heads, and selected documents go into the 回收站 and come back together', async () => {
  const { window } = running;
  await window.getByRole('button', { name: '文稿', exact: true }).click();
  await expect(rows().first()).toContainText('社区助餐');
  await window.getByRole('button', { name: /^文稿/ }).click();
  await expect(rows().first()).toContainText('养老服务');
  await expect(window.getByRole('columnheader', { name: /^文稿/ })).toHaveAttribute('aria-sort', 'descending');
  await rows().first().focus();
  await window.keyboard.press('Control+a');
  await window.getByRole('toolbar', { name: '所选文稿' }).getByRole('button', { name: '移到回收站' }).click();
  await expect(rows()).toHaveCount(0);
  await window
    .locator('.toast')
    .filter({ hasText: '2 份文稿已移到回收站' })
    .getByRole('button', { name: '撤销' })
    .click();
  await expect(rows()).toHaveCount(2);
});

test('a search looks where a function is served when it is asked to', async () => {
  const { window } = running;
  const hits = window.getByRole('region', { name: '正文中的结果' });
  await window.keyboard.press('Control+f');
  await window.keyboard.type('养老');
  await expect(hits.getByRole('listitem')).toHaveCount(2);
  await hits.getByRole('button', { name: '保障措施' }).click();
  await expect(hits.getByRole('listitem')).toHaveCount(1);
  await expect(hits).toContainText('市财政局保障养老经费。');
  await window.screenshot({ path: 'test-results/screens/library-within-1280.png' });
  await hits.getByRole('button', { name: '全文' }).click();
  await window.getByRole('searchbox').fill('保障措施 中的 养老');
  await expect(hits.getByRole('listitem')).toHaveCount(1);
  await window.keyboard.press('Escape');
});

test('thousands of documents are listed without drawing them all, and the keyboard reaches the last', async () => {
  const many = newUserDataFolder();
  const db = openDatabase({ path: join(many, 'nigao.db') });
  migrate(db);
  const repo = createDocumentsRepo(db);
  db.transaction(() => {
    for (let at = 0; at < 3000; at += 1)
      repo.create(sampleDocument(`document-${at}`), { summary: sampleSummary(`云川市第${at}号方案`) });
  })();
  db.close();
  const { window, close } = await launchApp({ userData: many });
  await expect(window.getByRole('button', { name: '全部文稿 3000' })).toBeVisible();
  await window.locator('.library-table tbody tr[data-id]').first().focus();
  await window.keyboard.press('End');
  await expect(window.locator('tr:focus')).toHaveAttribute('aria-rowindex', '3001');
  expect(await window.locator('.library-table tbody tr').count()).toBeLessThan(80);
  await window.keyboard.press('Home');
  await expect(window.locator('tr:focus')).toHaveAttribute('aria-rowindex', '2');
  await window.getByRole('searchbox').fill('第2999号');
  await expect(window.locator('.library-table tbody tr')).toHaveCount(1);
  await close();
});
