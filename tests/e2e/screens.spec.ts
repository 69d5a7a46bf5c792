import { join, resolve } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import Database from 'better-sqlite3';
import { caretToEndOf } from '../helpers/caret';
import { answerOpenDialogs } from '../helpers/desktop-dialogs';
import { launchApp, newUserDataFolder, type RunningApp } from '../helpers/launch-app';

/** Pictures of every screen, for people to look at: test-results/screens. */
const pictures = resolve('test-results', 'screens');
const sizes = [
  [1280, 800],
  [1920, 1080],
] as const;
const errors: string[] = [];

/** One picture a size, and nothing that sticks out of the window. */
const picture = async ({ app, window }: RunningApp, name: string, prepare?: () => Promise<void>): Promise<void> => {
  for (const [width, height] of sizes) {
    await app.evaluate(({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]!.setContentSize(...size), [
      width,
      height,
    ] as [number, number]);
    await expect.poll(() => window.evaluate(() => innerWidth)).toBe(width);
    await prepare?.();
    await window.waitForTimeout(300);
    await window.screenshot({ path: join(pictures, `${name}-${width}.png`) });
    expect(await window.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  }
};
const listen = (window: Page) => {
  window.on('pageerror', (error) => errors.push(error.message));
  window.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
};

test('every screen fits its window and logs no error', async () => {
  test.setTimeout(120_000);
  const running = await launchApp();
  const { window } = running;
  listen(window);
  const button = (name: string | RegExp) => window.getByRole('button', { name, exact: true });

  await expect(button(/从模板新建/)).toBeVisible();
  await picture(running, 'library-empty');
  await button(/从模板新建/).click();
  await expect(window.getByRole('dialog')).toBeVisible();
  await picture(running, 'new-document');
  await window.getByLabel('城市', { exact: true }).fill('云川市');
  await button('新建文稿').click();
  await expect(window.getByRole('textbox', { name: '正文' })).toBeVisible();
  await picture(running, 'editor-template');
  await window.getByRole('tab', { name: '写作提示' }).click();
  await picture(running, 'editor-guidance');
  await button('文件信息').click();
  await picture(running, 'document-form');
  await window.keyboard.press('Escape');
  await button('导出').click();
  await picture(running, 'export');
  await window.keyboard.press('Escape');
  await button('文库').click();

  const texts = ['implementation-opinion.txt', 'notice-with-plan.txt', 'traditional-opinion.txt', 'hard-wrapped.txt'];
  await answerOpenDialogs(
    running.app,
    texts.map((name) => resolve('tests/fixtures/recognise', name)),
  );
  await button(/打开已有文稿/).click();
  await expect(window.locator('.library-table tbody tr')).toHaveCount(5);
  await picture(running, 'library');
  await window.getByRole('row', { name: /茶旅融合/ }).dblclick();
  await expect(window.getByRole('textbox', { name: '正文' })).toBeVisible();
  await picture(running, 'editor');
  await caretToEndOf(window, '市财政局');
  await window.keyboard.press('Enter');
  await window.keyboard.press('/');
  await picture(running, 'editor-insert-menu', async () => {
    // It closes when the window changes its size: the same again on the empty block.
    await window.keyboard.press('Backspace');
    await window.keyboard.press('/');
    await expect(window.getByRole('listbox')).toBeInViewport({ ratio: 1 });
  });
  await button('收起右栏').click();
  await picture(running, 'editor-paper-alone');
  await running.close();

  const folder = newUserDataFolder();
  const db = new Database(join(folder, 'nigao.db'));
  db.pragma('user_version = 99990');
  db.close();
  const refused = await launchApp({ userData: folder });
  listen(refused.window);
  await expect(refused.window.getByRole('heading', { name: '文库没有打开' })).toBeVisible();
  await picture(refused, 'recovery');
  await refused.close();
  expect(errors).toEqual([]);
});
