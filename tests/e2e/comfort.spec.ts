import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { caretToEndOf } from '../helpers/caret';
import { launchApp, newUserDataFolder, type RunningApp } from '../helpers/launch-app';
import { openFixture } from '../helpers/open-fixture';

const pictures = resolve('test-results', 'screens');
const sizes = [
  [1280, 800],
  [1920, 1080],
] as const;
const userData = newUserDataFolder();
let running: RunningApp;

/** A library with one document in it, for every test. */
test.beforeAll(async () => {
  const first = await launchApp({ userData, args: [resolve('tests/fixtures/recognise/implementation-opinion.txt')] });
  await expect(first.window.getByRole('textbox', { name: '正文' })).toBeVisible();
  await first.close();
});
test.beforeEach(async () => {
  running = await launchApp({ userData });
});
test.afterEach(() => running.close());

const press = (keys: string) => running.window.keyboard.press(keys);
const type = (text: string) => running.window.keyboard.type(text);
const paper = () => running.window.getByRole('textbox', { name: '正文' });
const option = (name: string | RegExp) => running.window.getByRole('option', { name });
const options = () => running.window.getByRole('option').allTextContents();
const palette = () => running.window.getByRole('dialog', { name: '命令' });
const openPalette = async () => {
  await press('Control+k');
  await expect(palette().getByRole('combobox')).toBeFocused();
};
const command = async (typed: string) => {
  await openPalette();
  await type(typed);
  await press('Enter');
  await expect(palette()).toHaveCount(0);
};
const width = () => paper().evaluate((element) => element.getBoundingClientRect().width);
const reopen = async () => {
  await running.window.getByRole('row', { name: /茶旅融合/ }).dblclick();
  await expect(paper()).toBeVisible();
};
const picture = async (name: string) => {
  const { app, window } = running;
  for (const [wide, high] of sizes) {
    await app.evaluate(({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]!.setContentSize(...size), [
      wide,
      high,
    ] as [number, number]);
    await expect.poll(() => window.evaluate(() => innerWidth)).toBe(wide);
    await window.waitForTimeout(200);
    await window.screenshot({ path: `${pictures}/${name}-${wide}.png` });
  }
};

test('the palette finds commands by words and pinyin initials, runs them where the caret is, and offers only what works', async () => {
  await reopen();
  await caretToEndOf(running.window, '减少化学农药用量');
  await openPalette();
  await expect(option('撤销')).toHaveCount(0);
  await expect(option('补写')).toHaveCount(0);
  await expect(option(/降一级.*Tab/)).toBeVisible();
  await picture('palette');
  await type('crbg');
  expect(await options()).toEqual(['插入表格']);
  await press('Enter');
  await expect(palette()).toHaveCount(0);
  await expect(paper()).toBeFocused();
  await expect(paper().locator('table')).toHaveCount(1);
  await type('单元');
  await expect(paper().locator('table').first()).toContainText('单元');
  // What was used last comes first.
  await openPalette();
  expect((await options())[0]).toBe('插入表格');
  await type('撤销');
  await press('Enter');
  await expect(palette()).toHaveCount(0);
  await command('chexiao');
  await expect(paper().locator('table')).toHaveCount(0);

  await openPalette();
  await type('打通旅游');
  expect(await options()).toEqual(['（五）打通旅游环线转到']);
  await press('Enter');
  await expect(running.window.getByRole('navigation', { name: '当前位置' })).toContainText('（五）打通旅游环线');
  await openPalette();
  await type('没有的');
  await expect(palette()).toContainText('没有含“没有的”的命令或标题');
  // Esc gives the keyboard back, with the caret where it was.
  await press('Escape');
  await expect(paper()).toBeFocused();
  await type('甲乙');
  await expect(paper()).toContainText('甲乙打通旅游环线');
});

test('zoom from 50 to 300 %, views and dark are kept from one start to the next', async () => {
  await reopen();
  const full = await width();
  for (let step = 0; step < 20; step += 1) await press('Control+-');
  await expect.poll(width).toBeCloseTo(full / 2, -1);
  for (let step = 0; step < 20; step += 1) await press('Control+=');
  await expect.poll(width).toBeCloseTo(full * 3, -1);
  await picture('zoom-300');
  await press('Control+0');
  await expect.poll(width).toBeCloseTo(full, -1);
  await press('Control++');
  await command('草稿视图');
  await expect(paper()).toBeFocused();
  await expect.poll(width).toBeGreaterThan(full * 1.1);
  await picture('draft-view');
  await command('深色');
  await expect(running.window.locator('html')).toHaveAttribute('data-theme', 'dark');
  await picture('dark-draft-view');
  await running.close();
  // The window opens dark next time, before its page is there.
  expect(readFileSync(join(userData, 'window.json'), 'utf8')).toContain('"background":"#15191F"');

  running = await launchApp({ userData });
  await expect(running.window.locator('html')).toHaveAttribute('data-theme', 'dark');
  await picture('dark-library');
  await reopen();
  await expect(running.window.getByTitle('回到 100%')).toHaveText('110%');
  await command('稿纸');
  await expect(paper()).toBeFocused();
  await picture('dark-editor');
  // The paper stays paper.
  expect(await paper().evaluate((element) => getComputedStyle(element).backgroundColor)).toBe('rgb(255, 255, 255)');
  await press('Control+k');
  await picture('dark-palette');
  await press('Escape');
  await press('Control+e');
  await picture('dark-export');
  await press('Escape');
  await command('gensuixitong');
  await running.window.emulateMedia({ colorScheme: 'dark' });
  await expect(running.window.locator('html')).toHaveAttribute('data-theme', 'dark');
  await running.window.emulateMedia({ colorScheme: 'light' });
  await expect(running.window.locator('html')).toHaveAttribute('data-theme', 'light');
  await press('Control+0');
});

test('F1 and Ctrl+/ show the shortcuts, on both screens', async () => {
  const dialog = running.window.getByRole('dialog', { name: '帮助和快捷键' });
  await expect(running.window.getByRole('row', { name: /茶旅融合/ })).toBeVisible();
  await press('F1');
  await expect(dialog).toContainText('移到回收站');
  await press('Escape');
  await expect(dialog).toHaveCount(0);
  await command('kjj');
  await expect(dialog).toBeVisible();
  await press('Escape');
  await expect(dialog).toHaveCount(0);
  await reopen();
  await press('Control+/');
  await expect(dialog).toContainText('Ctrl+Shift+O');
  await picture('shortcuts');
});

test('F6 goes from place to place, and back to the caret', async () => {
  await reopen();
  await caretToEndOf(running.window, '观景台和停车场');
  const places: string[] = [];
  for (let step = 0; step < 5; step += 1) {
    await press('F6');
    places.push(
      await running.window.evaluate(
        () =>
          document.activeElement?.closest('.bar, .workspace-left, .paper, .workspace-right, .status')?.classList[0] ??
          '',
      ),
    );
  }
  expect(places).toEqual(['workspace-right', 'status', 'bar', 'workspace-left', 'paper']);
  await press('Shift+F6');
  await expect(running.window.locator('.workspace-left [role="treeitem"]:focus')).toHaveCount(1);
  await press('F6');
  await type('丙丁');
  await expect(paper()).toContainText('观景台和停车场。丙丁');
});

test('all corrections of a group are one step of undo', async () => {
  await openFixture(running, 'recognise/implementation-opinion.txt');
  await running.window.getByRole('tab', { name: '检查', exact: true }).click();
  await caretToEndOf(running.window, '投诉办结率保持在');
  await type('建设期为2024-2025年、2026-2027年、2028-2029年。');
  const group = running.window.locator('.finding').filter({ hasText: '起止年份之间的连接号不规范' });
  await expect(group).toContainText('3 处');
  await command('改正全部');
  await expect(paper()).toContainText('2024—2025年、2026—2027年、2028—2029年');
  await expect(paper()).toContainText('2026年3月18日');
  await press('Control+z');
  await expect(paper()).toContainText('2024-2025年、2026-2027年、2028-2029年');
  await expect(paper()).toContainText('二○二六年三月十八日');
});

test('a name given in the library stands above the editor', async () => {
  const row = running.window.getByRole('row', { name: /茶旅融合/ }).first();
  await row.focus();
  await press('F2');
  await running.window.getByRole('textbox', { name: /文稿名称/ }).fill('茶旅意见（送审）');
  await press('Enter');
  await running.window.getByRole('row', { name: '茶旅意见（送审）' }).dblclick();
  await expect(running.window.getByRole('banner').getByRole('heading')).toHaveText('茶旅意见（送审）');
});

test('no button of the bar moves away under the pointer when the findings come', async () => {
  const { window } = running;
  await window.evaluate(() => {
    const places = new Set<number>();
    Object.assign(window, { seenPlaces: places });
    const look = () => {
      const button = [...document.querySelectorAll('header button')].find(({ textContent }) => textContent === '表格');
      if (button) places.add(Math.round(button.getBoundingClientRect().x));
      requestAnimationFrame(look);
    };
    look();
  });
  await window.locator('.library-table tbody tr').first().focus();
  await press('Enter');
  await expect(window.locator('.bar-check .badge').first()).toBeVisible();
  await expect(window.getByText(/已保存/).first()).toBeVisible();
  expect(await window.evaluate(() => (window as unknown as { seenPlaces: Set<number> }).seenPlaces.size)).toBe(1);
});
