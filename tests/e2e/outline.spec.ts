import { resolve } from 'node:path';
import { expect, type Locator, test } from '@playwright/test';
import { caretToEndOf } from '../helpers/caret';
import { launchApp, type RunningApp } from '../helpers/launch-app';
import { openFixture } from '../helpers/open-fixture';

const pictures = resolve('test-results', 'screens');
let running: RunningApp;

test.beforeEach(async () => {
  running = await launchApp();
  await openFixture(running, 'recognise/implementation-opinion.txt');
  await expect(rows().first()).toBeVisible();
});
test.afterEach(() => running.close());

const outline = () => running.window.getByRole('navigation', { name: '提纲' });
const rows = () => outline().getByRole('treeitem');
const row = (name: string | RegExp) => outline().getByRole('treeitem', { name });
const paper = () => running.window.getByRole('textbox', { name: '正文' });
const press = (keys: string) => running.window.keyboard.press(keys);
/** Numbers and words of the rows that are shown. */
const lines = () =>
  rows().evaluateAll((all) =>
    all.map((one) =>
      [...one.querySelectorAll('.outline-number, .outline-text')].map(({ textContent }) => textContent).join(''),
    ),
  );
const undoInText = async () => {
  await caretToEndOf(running.window, '现提出以下实施意见');
  await press('Control+z');
};

/** Drags a row with the mouse to a gap above another, `depth` steps in, and stays there. */
const dragTo = async (what: Locator, above: Locator, depth: number) => {
  const from = (await what.boundingBox())!;
  const to = (await above.boundingBox())!;
  const { mouse } = running.window;
  await mouse.move(from.x + 60, from.y + from.height / 2);
  await mouse.down();
  await mouse.move(from.x + 66, from.y + from.height / 2 + 8);
  await mouse.move(to.x + 16 + depth * 16, to.y + 3, { steps: 4 });
};
const line = () => running.window.locator('.outline-drop');

test('a branch is dragged to where a line shows it, renumbered, in one step of undo', async () => {
  const before = await lines();
  await dragTo(row('三、 做活景区'), row('二、 建好茶园'), 0);
  await expect(line()).toHaveText('一、');
  await running.window.screenshot({ path: `${pictures}/outline-drag-1280.png` });
  await running.window.mouse.up();
  await expect(row('二、 做活景区')).toBeVisible();
  const after = await lines();
  expect(after.slice(after.indexOf('二、做活景区'), after.indexOf('三、建好茶园') + 1)).toEqual([
    '二、做活景区',
    '（三）打通旅游环线',
    '（四）培育茶村民宿',
    '三、建好茶园',
  ]);
  await expect(paper()).toContainText('打通旅游环线');
  await undoInText();
  await expect.poll(lines).toEqual(before);
});

test('the pointer chooses among the levels a place allows; places that allow none refuse', async () => {
  await dragTo(row('（六） 培育茶村民宿'), row('三、 做活景区'), 0);
  await expect(line()).toHaveText('一、');
  const { mouse } = running.window;
  const gap = (await row('三、 做活景区').boundingBox())!;
  await mouse.move(gap.x + 16 + 16, gap.y + 3);
  await expect(line()).toHaveText('（一）');
  // Above the opening, and in its own place inside a longer branch.
  const top = (await row('导语').boundingBox())!;
  await mouse.move(top.x + 20, top.y + 2);
  await expect(line()).toHaveCount(0);
  await expect(outline().getByRole('tree')).toHaveAttribute('data-dragging', 'refused');
  await press('Escape');
  await mouse.up();
  await expect(row('（六） 培育茶村民宿')).toBeVisible();
});

test('rows are walked, moved, changed in level and deleted with the keyboard, which stays in the outline', async () => {
  const before = await lines();
  await row('（三） 改造老旧茶园').click();
  await expect(paper()).toBeFocused();
  await press('Control+Shift+O');
  await expect(outline().getByRole('searchbox')).toBeFocused();
  await press('ArrowDown');
  await expect(rows().first()).toBeFocused();
  await row('（三） 改造老旧茶园').focus();
  await press('Alt+ArrowDown');
  await expect(row('（四） 改造老旧茶园')).toBeFocused();
  await press('Alt+ArrowUp');
  await expect(row('（三） 改造老旧茶园')).toBeFocused();
  await press('Tab');
  await expect(row('1. 改造老旧茶园')).toBeFocused();
  await press('Shift+Tab');
  await expect(row('（三） 改造老旧茶园')).toBeFocused();
  await press('Delete');
  await expect(row('改造老旧茶园')).toHaveCount(0);
  await expect(row('（三） 推广绿色防控')).toBeFocused();
  await press('Control+z');
  await expect.poll(lines).toEqual(before);
  await row('附件2').focus();
  await press('Alt+ArrowUp');
  await expect(row('附件1：云川市茶旅融合重点项目')).toBeFocused();
  await press('Escape');
  await expect(paper()).toBeFocused();
});

test('what was deleted comes back from the message, but not over later changes', async () => {
  const before = await lines();
  await row('二、 建好茶园').focus();
  await press('Delete');
  await expect(row('建好茶园')).toHaveCount(0);
  await running.window.locator('.toast').getByRole('button', { name: '撤销' }).click();
  await expect.poll(lines).toEqual(before);
  await row('二、 建好茶园').focus();
  await press('Delete');
  await caretToEndOf(running.window, '现提出以下实施意见');
  await press('a');
  await running.window.locator('.toast').getByRole('button', { name: '撤销' }).first().click();
  await expect(running.window.locator('.toast').filter({ hasText: '之后又有改动' })).toBeVisible();
  await expect(row('建好茶园')).toHaveCount(0);
});

test('a filter keeps what is above each match, says when nothing matches, and Esc leads back', async () => {
  await press('Control+Shift+O');
  await running.window.keyboard.type('茶村');
  await expect.poll(lines).toEqual(['三、做活景区', '（六）培育茶村民宿']);
  await running.window.screenshot({ path: `${pictures}/outline-filter-1280.png` });
  await running.window.keyboard.type('不存在');
  await expect(outline()).toContainText('没有含“茶村不存在”的标题');
  await press('Escape');
  await expect(row('导语')).toBeVisible();
  await press('Escape');
  await expect(paper()).toBeFocused();
});

test('folding hides what is below, all at once too, and stays while one writes', async () => {
  await row('二、 建好茶园').focus();
  await press('ArrowLeft');
  await expect(row('改造老旧茶园')).toHaveCount(0);
  await expect(row('二、 建好茶园')).toHaveAttribute('aria-expanded', 'false');
  await caretToEndOf(running.window, '观景台和停车场');
  await press('Enter');
  await running.window.keyboard.type('新的一条。更多');
  await expect(row('（六） 新的一条')).toBeVisible();
  await expect(row('改造老旧茶园')).toHaveCount(0);
  await outline().getByRole('button', { name: '全部收起' }).click();
  await expect.poll(async () => (await lines()).filter((text) => text.startsWith('（'))).toEqual([]);
  await outline().getByRole('button', { name: '全部展开' }).click();
  await expect(row('改造老旧茶园')).toBeVisible();
});

test('one chapter alone: the rest is out of sight and unharmed, and comes back by Esc, the bar, a jump or the caret', async () => {
  const { window } = running;
  const bar = window.locator('.chapter-bar');
  const words = () => paper().evaluate((element) => element.textContent?.replace(/\s/g, '').length);
  const length = await words();
  const place = window.getByRole('navigation', { name: '当前位置' });
  await caretToEndOf(window, '减少化学农药用量');
  await expect(place).toContainText('推广绿色防控');
  await press('Control+Shift+L');
  await expect(bar).toContainText('只看：二、建好茶园');
  const block = (text: string) => window.locator('.paper .block').filter({ hasText: text });
  await expect(block('机采示范')).toBeVisible();
  await expect(block('打通旅游环线')).toBeHidden();
  await expect(block('茶旅示范村').first()).toBeHidden();
  await window.screenshot({ path: `${pictures}/chapter-alone-1280.png` });

  // What is written there is seen at once; 全选 and Delete leave the rest alone.
  await press('Enter');
  await window.keyboard.type('补一条。内容');
  await expect(block('补一条')).toBeVisible();
  await press('Control+a');
  await press('Delete');
  await expect(block('机采示范')).toHaveCount(0);
  await expect(bar).toContainText('二、（待写）');
  await bar.getByRole('button', { name: '显示全文' }).click();
  await expect(block('打通旅游环线')).toBeVisible();
  await expect(block('以茶促旅')).toBeVisible();
  await expect(paper()).toBeFocused();
  for (let step = 0; step < 6; step += 1) await press('Control+z');
  await expect.poll(words).toBe(length);

  await row('三、 做活景区').focus();
  await press('Alt+Enter');
  await expect(bar).toContainText('只看：三、做活景区');
  await expect(paper()).toBeFocused();
  await press('Escape');
  await expect(bar).toHaveCount(0);

  await expect(paper()).toBeFocused();
  await window.waitForTimeout(300);
  await press('Control+Shift+L');
  await expect(bar).toBeVisible();
  await row('（七） 加强组织领导').click();
  await expect(bar).toHaveCount(0);
  await expect(block('加强组织领导')).toBeInViewport();

  // The caret goes past the last character of the chapter, with a key.
  await caretToEndOf(window, '市文化和旅游局、各区');
  await expect(place).toContainText('培育茶村民宿');
  await press('Control+Shift+L');
  await expect(bar).toContainText('做活景区');
  await press('ArrowRight');
  await press('ArrowRight');
  await expect(bar).toHaveCount(0);
  await expect.poll(words).toBe(length);
});
