import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { caretToEndOf } from '../helpers/caret';
import { seriousFindings } from '../helpers/check-accessibility';
import { answerOpenDialogs, answerSaveDialogs } from '../helpers/desktop-dialogs';
import { launchApp, newUserDataFolder } from '../helpers/launch-app';

const picture = async (window: Page, name: string) => {
  await window.screenshot({ path: `test-results/screens/${name}-1280.png` });
  expect(await seriousFindings(window, { 'aria-hidden-focus': /data-base-ui-focus-guard/ })).toEqual([]);
  await window.emulateMedia({ colorScheme: 'dark' });
  await window.screenshot({ path: `test-results/screens/${name}-dark-1280.png` });
  expect(await seriousFindings(window, { 'aria-hidden-focus': /data-base-ui-focus-guard/ })).toEqual([]);
  await window.emulateMedia({ colorScheme: 'light' });
};
const paper = (window: Page) => window.getByRole('textbox', { name: '正文' });
/** The words a person can see. */
const seen = (window: Page) => window.locator('body').innerText();

test('the first start offers a sample and goes round the editor by keyboard; it is offered once', async () => {
  const userData = newUserDataFolder();
  const { window, close } = await launchApp({ userData });
  await window.getByRole('button', { name: '第一次使用：打开示例走一遍' }).click();
  await expect(paper(window)).toContainText('早市提升');
  const card = window.getByRole('region', { name: '走一遍' });
  for (const [at, title] of ['提纲', '正文', '检查', '导出'].entries()) {
    await expect(card.getByRole('heading')).toHaveText(`${title}${at + 1} / 4`);
    await expect(window.locator('.tour-frame')).toBeVisible();
    if (at === 0) await picture(window, 'tour');
    await expect(card.getByRole('button', { name: at === 3 ? '开始使用' : '下一处' })).toBeFocused();
    await window.keyboard.press('Enter');
  }
  await expect(card).toHaveCount(0);
  // What the tour promises: the sample has no safeguards, and the checks say so.
  await expect(window.locator('.workspace-right')).toContainText('保障措施');
  // Once more from the help, left by Esc; the sample is not added twice.
  await window.keyboard.press('F1');
  await window.getByRole('button', { name: '打开示例走一遍' }).click();
  await expect(card).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(card).toHaveCount(0);
  await window.getByRole('button', { name: '文库', exact: true }).click();
  await expect(window.getByRole('button', { name: '全部文稿 1' })).toBeVisible();
  await window.locator('.library-table tbody tr').first().focus();
  await window.keyboard.press('Delete');
  await expect(window.getByRole('button', { name: '全部文稿 0' })).toBeVisible();
  await expect(window.getByRole('button', { name: /第一次使用/ })).toHaveCount(0);
  await close();
});

test('设置 shows what is set up on this machine; the daily backup goes to a second folder at once', async () => {
  const { app, window, userData, close } = await launchApp();
  await expect(window.getByRole('button', { name: '全部文稿 0' })).toBeVisible();
  await window.keyboard.press('Control+,');
  const dialog = window.getByRole('dialog', { name: '设置' });
  await expect(dialog).toContainText(userData);
  await expect(dialog).toContainText('仿宋');
  await dialog.getByRole('radio', { name: '深色' }).check();
  await expect(window.locator('html')).toHaveAttribute('data-theme', 'dark');
  await dialog.getByRole('radio', { name: '跟随系统' }).check();
  const folder = join(userData, '共享备份');
  mkdirSync(folder);
  await answerOpenDialogs(app, [folder]);
  await dialog.getByRole('button', { name: '选择备份文件夹' }).click();
  await expect(dialog).toContainText(folder);
  expect(readdirSync(folder).filter((name) => name.endsWith('.db'))).toHaveLength(1);
  await picture(window, 'settings');
  await dialog.getByRole('button', { name: '版式设置' }).click();
  await expect(window.getByRole('dialog', { name: '版式设置' })).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(dialog).toBeVisible();
  await dialog.getByRole('button', { name: '不再另存' }).click();
  await expect(dialog.getByRole('button', { name: '选择备份文件夹' })).toBeVisible();
  expect(JSON.parse(readFileSync(join(userData, 'settings.json'), 'utf8'))).toMatchObject({ backupFolder: null });

  await dialog.getByRole('button', { name: '第三方许可' }).click();
  const licences = window.getByRole('dialog', { name: '第三方许可' });
  const react = licences.getByRole('listitem').filter({ hasText: /^react \d/ });
  await react.locator('summary').click();
  await expect(react.getByText('Permission is hereby granted')).toBeVisible();
  await picture(window, 'licences');
  await window.keyboard.press('Escape');
  await window.keyboard.press('F1');
  await picture(window, 'help');
  await window.keyboard.press('Escape');
  await expect(window.getByRole('dialog')).toHaveCount(0);
  await close();
});

test('after minutes without a key the text is covered; a click, or the password, gives it back with the caret', async () => {
  const userData = newUserDataFolder();
  const { window, close } = await launchApp({
    userData,
    args: [join('tests', 'fixtures', 'recognise', 'implementation-opinion.txt')],
  });
  await expect(paper(window)).toBeVisible();
  const words = (await paper(window).locator('[data-block]').nth(3).innerText()).slice(0, 12);
  await window.clock.install();
  await window.keyboard.press('Control+,');
  const settings = window.getByRole('dialog', { name: '设置' });
  await settings.getByLabel('不操作多久后遮住画面').selectOption('5');
  await window.keyboard.press('Escape');
  await caretToEndOf(window, words);
  await window.clock.fastForward('04:30');
  await window.keyboard.type('续');
  await window.clock.fastForward('04:30');
  expect(await seen(window)).toContain(words);
  await window.clock.fastForward('00:40');
  const cover = window.getByRole('dialog', { name: '拟稿已锁定' });
  await expect(cover).toBeVisible();
  expect((await seen(window)).trim().split(/\s+/)).toEqual(['拟稿已锁定', '文稿已保存，内容已遮住。', '继续']);
  await window.keyboard.press('Control+k');
  await window.keyboard.press('Escape');
  await expect(cover).toBeVisible();
  expect(await window.getByRole('combobox').count()).toBe(0);
  await picture(window, 'locked');
  await cover.getByRole('button', { name: '继续' }).click();
  await expect(cover).toHaveCount(0);
  await expect(paper(window)).toBeFocused();
  await window.keyboard.type('写');
  await expect(paper(window)).toContainText('续写');

  await window.keyboard.press('Control+,');
  await settings.getByRole('button', { name: '设密码' }).click();
  await settings.getByLabel(/新密码/).fill('2026');
  await window.keyboard.press('Enter');
  await expect(settings.getByRole('button', { name: '更换或取消密码' })).toBeVisible();
  await settings.getByRole('button', { name: '立即锁定' }).click();
  await expect(cover.getByLabel('输入密码继续')).toBeFocused();
  await window.keyboard.type('2027');
  await window.keyboard.press('Enter');
  await expect(cover.getByRole('alert')).toContainText('密码不对');
  await picture(window, 'locked-password');
  await window.keyboard.type('2026');
  await window.keyboard.press('Enter');
  await expect(cover).toHaveCount(0);
  // The dialog that stood there stands there still.
  await expect(settings).toBeVisible();
  expect(readFileSync(join(userData, 'settings.json'), 'utf8')).not.toContain('2026"');
  await close();

  const again = await launchApp({ userData });
  const covered = again.window.getByRole('dialog', { name: '拟稿已锁定' });
  await expect(covered).toBeVisible();
  expect(await seen(again.window)).not.toContain('实施意见');
  await again.window.keyboard.type('2026');
  await again.window.keyboard.press('Enter');
  await expect(again.window.getByRole('button', { name: '全部文稿 1' })).toBeVisible();
  await again.window.keyboard.press('Control+,');
  const changed = again.window.getByRole('dialog', { name: '设置' });
  await changed.getByRole('button', { name: '更换或取消密码' }).click();
  await changed.getByLabel('原来的密码').fill('0000');
  await changed.getByRole('button', { name: '取消密码' }).click();
  await expect(changed.getByRole('alert')).toContainText('原来的密码不对');
  await changed.getByLabel('原来的密码').fill('2026');
  await changed.getByRole('button', { name: '取消密码' }).click();
  await expect(changed.getByRole('button', { name: '设密码' })).toBeVisible();
  await again.close();
});

test('a fault of the program is told with its number, and the diagnostic file is saved from there', async () => {
  const { app, window, userData, close } = await launchApp();
  await app.evaluate(({ dialog }) => {
    dialog.showOpenDialog = () => Promise.reject(new Error('the desktop is gone'));
  });
  await window.getByRole('button', { name: '打开已有文稿' }).click();
  const told = window.locator('.toast').filter({ hasText: '编号' });
  const id = /编号 ([\w-]+)/.exec((await told.textContent()) ?? '')?.[1];
  const path = join(userData, '诊断.json');
  await answerSaveDialogs(app, path);
  await window.getByRole('button', { name: '保存诊断文件' }).click();
  await expect.poll(() => existsSync(path)).toBe(true);
  expect(readFileSync(path, 'utf8')).toContain(id);
  await close();
});
