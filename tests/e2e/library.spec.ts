import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { seriousFindings } from '../helpers/check-accessibility';
import { answerOpenDialogs, answerSaveDialogs } from '../helpers/desktop-dialogs';
import { launchApp, newUserDataFolder, type RunningApp } from '../helpers/launch-app';

const userData = newUserDataFolder();
let running: RunningApp;
const title = '云川市社区养老服务三年行动计划';
const rows = () => running.window.locator('.library-table tbody tr');
const row = (name: string | RegExp) => rows().filter({ hasText: name });
/** Undoes by the message that says `text`; an earlier message may still be there. */
const undo = (text: string) =>
  running.window.locator('.toast').filter({ hasText: text }).last().getByRole('button', { name: '撤销' }).click();
const menu = async (name: string, item: string) => {
  await row(name)
    .first()
    .getByRole('button', { name: /更多操作/ })
    .click();
  await running.window.getByRole('menuitem', { name: item }).click();
};

// The tests share one window and go on from one another: a retry begins with the first.
test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  const source = join(userData, '行动计划.txt');
  writeFileSync(
    source,
    `${title}\n\n一、工作目标\n\n到2028年建成站点120个。\n\n二、重点任务\n\n（一）完善设施。新建站点。\n`,
  );
  running = await launchApp({ userData });
  await answerOpenDialogs(running.app, [source]);
  await running.window.getByRole('button', { name: '打开已有文稿' }).click();
  await expect(running.window.getByRole('textbox', { name: '正文' })).toBeVisible();
  await running.window.getByRole('button', { name: '文库' }).click();
  await expect(rows()).toHaveCount(1);
});
test.afterAll(() => running.close());

test('shows genre and required parts of each document', async () => {
  await expect(row(title)).toContainText('行动计划');
  await expect(row(title).getByRole('img', { name: /保障措施/ })).toBeVisible();
});

test('a document is renamed with F2, and that is undone', async () => {
  await row(title).focus();
  await running.window.keyboard.press('F2');
  await running.window.getByRole('textbox', { name: /文稿名称/ }).fill('养老三年计划（送审）');
  await running.window.keyboard.press('Enter');
  await expect(row('养老三年计划（送审）')).toHaveCount(1);
  await undo('已改名');
  await expect(row(title)).toHaveCount(1);
});

test('a document is duplicated, and that is undone', async () => {
  await menu(title, '复制一份');
  await expect(rows()).toHaveCount(2);
  await expect(row(`${title} 副本`)).toHaveCount(1);
  await undo('已复制');
  await expect(rows()).toHaveCount(1);
});

test('a document is deleted with the keyboard, and that is undone', async () => {
  await row(title).focus();
  await running.window.keyboard.press('Delete');
  await expect(rows()).toHaveCount(0);
  await undo('已移到回收站');
  await expect(row(title)).toHaveCount(1);
});

test('a deleted document lies in the 回收站, comes back from it, or goes for good after a question', async () => {
  await menu(title, '复制一份');
  await expect(rows()).toHaveCount(2);
  await menu(`${title} 副本`, '移到回收站');
  await expect(rows()).toHaveCount(1);
  await running.window.getByRole('button', { name: /^回收站/ }).click();
  await menu(`${title} 副本`, '还原');
  await running.window.getByRole('button', { name: /^全部文稿/ }).click();
  await expect(rows()).toHaveCount(2);
  await menu(`${title} 副本`, '移到回收站');
  await running.window.getByRole('button', { name: /^回收站/ }).click();
  const trashed = await rows().count();
  await menu(`${title} 副本`, '彻底删除');
  await running.window.getByRole('alertdialog').getByRole('button', { name: '彻底删除' }).click();
  await expect(rows()).toHaveCount(trashed - 1);
  await running.window.getByRole('button', { name: /^全部文稿/ }).click();
  await expect(rows()).toHaveCount(1);
});

test('search narrows the list as one types and says when nothing is found', async () => {
  await running.window.keyboard.press('Control+f');
  await running.window.keyboard.type('养老');
  await expect(row(title)).toHaveCount(1);
  await running.window.keyboard.type('不存在');
  await expect(rows()).toHaveCount(0);
  await running.window.keyboard.press('Control+a');
  await running.window.keyboard.press('Delete');
  await expect(row(title)).toHaveCount(1);
});

test('search finds words inside the texts, shows them in their sentence, and opens there', async () => {
  const { window } = running;
  await window.keyboard.press('Control+f');
  await window.keyboard.type('完善');
  const hits = window.getByRole('region', { name: '正文中的结果' });
  await expect(hits.getByRole('listitem')).toHaveCount(1);
  await expect(hits.locator('mark').first()).toHaveText('完善');
  await window.screenshot({ path: 'test-results/screens/library-search-1280.png' });
  expect(await seriousFindings(window)).toEqual([]);
  await hits.getByRole('listitem').getByRole('button').click();
  await expect(window.getByRole('textbox', { name: '正文' })).toBeVisible();
  await window.keyboard.insertText('【此处】');
  await expect(window.locator('.paper [data-block]').filter({ hasText: '【此处】' })).toContainText('完善');
  await window.keyboard.press('Control+z');
  await window.getByRole('button', { name: '文库' }).click();
  await expect(row(title)).toHaveCount(1);
});

test('a document goes out as a .nigao file and comes in on another machine as it was', async () => {
  const target = join(userData, '养老计划.nigao');
  await answerSaveDialogs(running.app, target);
  await menu(title, '另存为文件');
  await expect.poll(() => existsSync(target)).toBe(true);
  const other = await launchApp({ args: [target] });
  await expect(other.window.getByRole('textbox', { name: '正文' })).toContainText('到2028年建成站点120个。');
  await other.close();
});

test('a document goes out under a password by keyboard, and opens elsewhere with that one only', async () => {
  const { app, window } = running;
  const target = join(userData, '加密计划.nigao');
  await answerSaveDialogs(app, target);
  await row(title).focus();
  await window.keyboard.press('Shift+F10');
  await window.getByRole('menuitem', { name: '加密另存' }).focus();
  await window.keyboard.press('Enter');
  const dialog = window.getByRole('dialog', { name: '加密另存' });
  await window.keyboard.type('yunchuan-2026');
  await window.keyboard.press('Tab');
  await window.keyboard.type('yunchuan-2027');
  await window.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toHaveText('两次输入的密码不同。');
  await window.screenshot({ path: 'test-results/screens/seal-1280.png' });
  expect(await seriousFindings(window)).toEqual([]);
  await window.keyboard.press('Control+a');
  await window.keyboard.type('yunchuan-2026');
  await window.keyboard.press('Enter');
  await expect(window.locator('.toast').filter({ hasText: '已加密另存到' })).toBeVisible();

  const other = await launchApp({ args: [target] });
  const asked = other.window.getByRole('dialog', { name: '输入密码' });
  await expect(asked).toContainText('加密计划.nigao');
  await other.window.keyboard.type('yunchuan-2027');
  await other.window.keyboard.press('Enter');
  await expect(asked.getByRole('alert')).toContainText('密码不对');
  await other.window.emulateMedia({ colorScheme: 'dark' });
  await other.window.screenshot({ path: 'test-results/screens/unlock-1280.png' });
  expect(await seriousFindings(other.window)).toEqual([]);
  await asked.getByLabel('密码', { exact: true }).fill('yunchuan-2026');
  await other.window.keyboard.press('Enter');
  await expect(other.window.getByRole('textbox', { name: '正文' })).toContainText('到2028年建成站点120个。');
  await other.close();
});
