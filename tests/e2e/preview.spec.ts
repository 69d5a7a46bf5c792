import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { caretToEndOf } from '../helpers/caret';
import { seriousFindings } from '../helpers/check-accessibility';
import { launchApp } from '../helpers/launch-app';
import { openFixture } from '../helpers/open-fixture';

const pictures = resolve('test-results', 'screens');

test('the preview shows true pages at the caret, turns them, and a line leads back to its text', async () => {
  const running = await launchApp();
  const { app, window } = running;
  await openFixture(running, 'recognise/implementation-opinion.txt');
  await caretToEndOf(window, '减少化学农药用量');
  const pages = window.locator('.status-pages');
  await expect(pages).toHaveText(/^页 \d+\/\d+$/);
  const [at, count] = (await pages.textContent())!.match(/\d+/g)!.map(Number);
  await window.keyboard.press('Control+p');
  await expect(window.getByRole('heading', { name: '版面预览' })).toBeVisible();
  const sheet = (page: number) => window.getByRole('article', { name: `第 ${page} 页，共 ${count} 页` });
  await expect(sheet(at!)).toBeInViewport();
  expect(await seriousFindings(window)).toEqual([]);
  for (const [width, height] of [
    [1280, 800],
    [1920, 1080],
  ] as const) {
    await app.evaluate(({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]!.setContentSize(...size), [
      width,
      height,
    ] as [number, number]);
    await expect.poll(() => window.evaluate(() => innerWidth)).toBe(width);
    await window.waitForTimeout(200);
    await window.screenshot({ path: join(pictures, `preview-${width}.png`) });
  }
  await window.getByRole('button', { name: '网格' }).click();
  await expect(window.locator('.page-grid').first()).toBeVisible();
  await window.getByRole('button', { name: '单页' }).click();
  await window.locator('.page-desk').focus();
  await window.keyboard.press('Home');
  await expect(window.getByText(`第 1 页，共 ${count} 页`)).toBeVisible();
  await window.keyboard.press('PageDown');
  await expect(window.getByText(`第 2 页，共 ${count} 页`)).toBeVisible();
  await window.keyboard.press('End');
  await expect(sheet(count!)).toBeInViewport();

  const line = sheet(1).locator('.page-line').nth(5);
  await window.keyboard.press('Home');
  const block = await line.getAttribute('data-block');
  await line.click();
  await expect(window.getByRole('heading', { name: '版面预览' })).toBeHidden();
  await expect
    .poll(() =>
      window.evaluate(() =>
        getSelection()?.focusNode?.parentElement?.closest('[data-block]')?.getAttribute('data-block'),
      ),
    )
    .toBe(block);
  await running.close();
});
