import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { launchSettings, requireElectron } from '../../scripts/electron-runtime.mjs';
import { blockText } from '../../shared/document/plain-text';
import { caretToEndOf } from '../helpers/caret';
import { launchApp, newUserDataFolder, type RunningApp } from '../helpers/launch-app';
import { storedDocuments } from '../helpers/stored-documents';

const draft = (userData: string, name: string, sentence: string): string => {
  const path = join(userData, `${name}.txt`);
  writeFileSync(path, `云川市${name}实施方案\n\n一、总体要求\n\n${sentence}\n`);
  return path;
};
const paper = (window: Page) => window.getByRole('textbox', { name: '正文' });
const cover = (window: Page) => window.getByRole('dialog', { name: '拟稿已锁定' });
const settings = (window: Page) => window.getByRole('dialog', { name: '设置' });
/** The words a person can see. */
const seen = (window: Page) => window.locator('body').innerText();
const textOf = (userData: string) =>
  storedDocuments(userData)
    .flatMap(({ parts }) => parts.flatMap(({ children }) => children.map(blockText)))
    .join('');

/** The app with a document in each of two windows. */
const startWithTwo = async (): Promise<RunningApp & { left: Page; right: Page }> => {
  const userData = newUserDataFolder();
  const running = await launchApp({
    userData,
    args: [draft(userData, '助餐', '到2028年建成食堂90个。'), draft(userData, '早市', '到2027年改造早市24处。')],
  });
  await expect.poll(() => running.app.windows().length).toBe(2);
  const pages = running.app.windows();
  for (const page of pages) await expect(paper(page)).toContainText('总体要求');
  const isLeft = await Promise.all(pages.map(async (page) => (await paper(page).innerText()).includes('食堂')));
  const left = pages[isLeft.indexOf(true)]!;
  return { ...running, left, right: pages.find((page) => page !== left)! };
};

test('two windows are covered together with the dialogs in them, and uncovered together with every word', async () => {
  const { app, left, right, userData, close } = await startWithTwo();
  // One clock for all windows.
  const { clock } = app.context();
  await clock.install();
  // Nobody has used the right one for long: switching the lock on in the left one covers neither.
  await clock.fastForward('20:00');
  await left.keyboard.press('Control+,');
  await settings(left).getByLabel('不操作多久后遮住画面').selectOption('5');
  await left.keyboard.press('Escape');
  await expect(settings(left)).toHaveCount(0);
  await left.waitForTimeout(200);
  for (const page of [left, right]) await expect(cover(page)).toHaveCount(0);

  // Who works in one window is not covered in the other.
  await caretToEndOf(right, '改造早市24处');
  await clock.fastForward('04:30');
  await right.keyboard.insertText('右窗先写。');
  // The other window has to hear of it.
  await left.waitForTimeout(200);
  await clock.fastForward('04:30');
  await expect(cover(left)).toHaveCount(0);
  await right.keyboard.insertText('再写一句。');
  await right.keyboard.press('Control+,');
  await expect(settings(right)).toBeVisible();
  await clock.fastForward('05:10');
  for (const page of [left, right]) {
    await expect(cover(page)).toBeVisible();
    expect((await seen(page)).trim().split(/\s+/)).toEqual(['拟稿已锁定', '文稿已保存，内容已遮住。', '继续']);
  }
  await expect.poll(() => textOf(userData)).toContain('右窗先写。再写一句。');
  // Neither keys nor the pointer reach the dialog behind.
  await right.keyboard.press('Escape');
  await right.mouse.click(640, 200);
  await cover(left).getByRole('button', { name: '继续' }).click();
  for (const page of [left, right]) await expect(cover(page)).toHaveCount(0);
  await expect(settings(right)).toBeVisible();
  await right.keyboard.press('Escape');
  await expect(paper(right)).toContainText('右窗先写。再写一句。');
  await caretToEndOf(right, '再写一句');
  await right.keyboard.insertText('解锁后写。');
  await expect.poll(() => textOf(userData)).toContain('再写一句。解锁后写。');
  await close();
});

test('the password of one window opens all; a further window is as the others are', async () => {
  const running = await startWithTwo();
  const { left, right, userData, app, close } = running;
  const openFromDesktop = async (file: string): Promise<Page> => {
    const opened = app.waitForEvent('window');
    const runtime = requireElectron();
    const { args, env } = launchSettings(runtime);
    const { status } = spawnSync(runtime.executable, [...args, `--user-data-dir=${userData}`, '.', file], {
      env: { ...process.env, ...env },
      timeout: 30_000,
    });
    expect(status).toBe(0);
    return opened;
  };
  await left.keyboard.press('Control+,');
  await settings(left).getByRole('button', { name: '设密码' }).click();
  await settings(left)
    .getByLabel(/新密码/)
    .fill('云川2026');
  await left.keyboard.press('Enter');
  await expect(settings(left).getByRole('button', { name: '更换或取消密码' })).toBeVisible();
  // Nobody who sits before open windows is asked for the password of a further one.
  const third = await openFromDesktop(draft(userData, '养老', '到2029年建成驿站60个。'));
  await expect(paper(third)).toContainText('建成驿站60个');
  await expect(cover(third)).toHaveCount(0);

  await settings(left).getByRole('button', { name: '立即锁定' }).click();
  for (const page of [left, right, third]) await expect(cover(page).getByLabel('输入密码继续')).toBeVisible();
  const fourth = await openFromDesktop(draft(userData, '停车', '到2026年新增泊位500个。'));
  await expect(cover(fourth)).toBeVisible();
  await fourth.waitForTimeout(300);
  expect(await seen(fourth)).not.toContain('泊位');
  await cover(right).getByLabel('输入密码继续').fill('云川2025');
  await right.keyboard.press('Enter');
  await expect(cover(right).getByRole('alert')).toContainText('密码不对');
  await expect(cover(right)).toContainText(join(userData, 'settings.json'));
  for (const page of [left, third, fourth]) await expect(cover(page)).toBeVisible();
  await cover(right).getByLabel('输入密码继续').fill('云川2026');
  await right.keyboard.press('Enter');
  for (const page of [left, right, third, fourth]) await expect(cover(page)).toHaveCount(0);
  await expect(paper(fourth)).toContainText('新增泊位500个');
  await close();
});

test('a machine that slept past the limit is covered by the first key or movement; one that goes to sleep, at once', async () => {
  const userData = newUserDataFolder();
  const { app, window, close } = await launchApp({
    userData,
    args: [draft(userData, '早市', '到2027年改造早市24处。')],
  });
  await expect(paper(window)).toContainText('改造早市24处');
  const goAway = (event: 'suspend' | 'lock-screen') =>
    app.evaluate(({ powerMonitor }, name) => void (powerMonitor as NodeJS.EventEmitter).emit(name), event);
  // Nobody asked for a lock.
  await goAway('suspend');
  await window.waitForTimeout(300);
  await expect(cover(window)).toHaveCount(0);

  const { clock } = app.context();
  await clock.install();
  await window.keyboard.press('Control+,');
  await settings(window).getByLabel('不操作多久后遮住画面').selectOption('5');
  await window.keyboard.press('Escape');
  await caretToEndOf(window, '改造早市24处');
  // Time passes, but timers do not: what a machine that sleeps looks like from inside.
  const now = Date.now();
  await clock.setSystemTime(now + 20 * 60_000);
  await expect(cover(window)).toHaveCount(0);
  await window.keyboard.insertText('醒来后的第一个字');
  await expect(cover(window)).toBeVisible();
  await expect.poll(() => textOf(userData)).toContain('改造早市24处');
  expect(textOf(userData)).not.toContain('醒来');
  await cover(window).getByRole('button', { name: '继续' }).click();
  await caretToEndOf(window, '改造早市24处');
  await window.keyboard.insertText('解锁后写。');
  await expect(paper(window)).toContainText('解锁后写。');
  expect(await paper(window).innerText()).not.toContain('醒来');
  await clock.setSystemTime(now + 40 * 60_000);
  await window.mouse.move(300, 300);
  await expect(cover(window)).toBeVisible();
  await cover(window).getByRole('button', { name: '继续' }).click();

  for (const event of ['suspend', 'lock-screen'] as const) {
    await goAway(event);
    await expect(cover(window)).toBeVisible();
    await cover(window).getByRole('button', { name: '继续' }).click();
    await expect(cover(window)).toHaveCount(0);
  }
  await close();
});
