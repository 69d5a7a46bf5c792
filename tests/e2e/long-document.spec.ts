import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Block } from '../../shared/document/block';
import { packNigaoFile } from '../../shared/file/nigao-file';
import { composeChinese } from '../helpers/compose-chinese';
import { launchApp, newUserDataFolder, type RunningApp } from '../helpers/launch-app';

/** Chapters of one heading and paragraphs; only what is near the screen is laid out. */
const chapters = 12;
const chapterLength = 50;
const blocks = chapters * chapterLength;
const sentence = '云川市在社区食堂、农贸市场和检验机构分批更新设备，公开进度，年底前完成验收。';

const textOf = (index: number): string =>
  index % chapterLength === 0 ? `第${index}项任务` : `第${index}段。${sentence.repeat((index % 3) + 1)}`;

const block = (index: number): Block =>
  index % chapterLength === 0
    ? { type: 'clause', id: `block-${index}`, level: 1, children: [{ text: textOf(index) }] }
    : { type: 'paragraph', id: `block-${index}`, children: [{ text: textOf(index) }] };

let running: RunningApp;
// The tests share one window and go on from one another: a retry begins with the first.
test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  const userData = newUserDataFolder();
  const file = join(userData, '行动方案.nigao');
  const children = Array.from({ length: blocks }, (_, index) => block(index));
  writeFileSync(
    file,
    packNigaoFile({
      schemaVersion: 1,
      id: 'long-document',
      meta: { genre: 'action-plan' },
      parts: [{ type: 'part', id: 'long-main', kind: 'main', numbering: {}, children }],
      setAside: [],
    }),
  );
  running = await launchApp({ userData, args: [file] });
  await expect(at(0)).toBeVisible();
});
test.afterAll(() => running.close());

const at = (index: number) => running.window.locator(`.paper [data-block="block-${index}"]`);
const press = (keys: string) => running.window.keyboard.press(keys);
/** Puts the caret behind the last character of a block; again, if the paper still moved to where undo has led. */
const caretTo = (index: number) =>
  expect(async () => {
    await at(index).evaluate((element) => element.scrollIntoView({ block: 'center' }));
    await running.window.waitForTimeout(100);
    const box = (await at(index).boundingBox())!;
    await running.window.mouse.click(box.x + box.width - 2, box.y + box.height - 8);
    await press('End');
    expect(await caretBlock()).toBe(index);
  }).toPass();
const caretBlock = () =>
  running.window.evaluate(() => {
    const id = getSelection()?.focusNode?.parentElement?.closest('[data-block]')?.getAttribute('data-block');
    return Number(id?.replace('block-', ''));
  });
/** Scrolls away from the caret; again, if the paper still followed a key. */
const scrollToTop = () =>
  expect(async () => {
    await running.window.locator('.desk').evaluate((desk) => desk.scrollTo(0, 0));
    await running.window.waitForTimeout(150);
    await expect(at(0)).toBeInViewport({ timeout: 100 });
  }).toPass();
const count = () => running.window.locator('.paper [data-block]').count();
/** Whether the browser has laid a block out, or skips it. */
const isLaidOut = (index: number) =>
  at(index).evaluate((element) => element.checkVisibility({ contentVisibilityAuto: true }));

test('what is far from the screen is not laid out; what scrolls in is', async () => {
  await scrollToTop();
  await expect.poll(() => isLaidOut(300)).toBe(false);
  await at(300).evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await expect.poll(() => isLaidOut(300)).toBe(true);
});

test('what is typed and composed goes to the caret, wherever the paper was scrolled to', async () => {
  await caretTo(290);
  const end = (await at(290).textContent()) ?? '';
  await scrollToTop();
  await press('2');
  await expect(at(290)).toHaveText(`${end}2`);
  await expect(at(290)).toBeInViewport();
  await scrollToTop();
  await composeChinese(running.window, [['nian', '年']]);
  await expect(at(290)).toHaveText(`${end}2年`);
  await scrollToTop();
  await press('ArrowDown');
  await expect.poll(caretBlock).toBe(291);
  await scrollToTop();
  await press('Enter');
  await expect.poll(count).toBe(blocks + 1);
  await press('Control+z');
  await press('Control+z');
  await expect(at(290)).toHaveText(end);
});

test('the first and the last word are within reach of Ctrl+Home and Ctrl+End, everything of Ctrl+A', async () => {
  await caretTo(290);
  await press('Control+End');
  await expect.poll(caretBlock).toBe(blocks - 1);
  await expect(at(blocks - 1)).toBeInViewport();
  await press('Control+Home');
  await expect.poll(caretBlock).toBe(0);
  await expect(at(0)).toBeInViewport();

  await caretTo(290);
  await press('Control+Shift+End');
  await expect.poll(caretBlock).toBe(blocks - 1);
  await press('Backspace');
  await expect.poll(count).toBe(291);
  await press('Control+z');
  await expect.poll(count).toBe(blocks);

  await caretTo(290);
  await press('Control+a');
  await press('Delete');
  await expect.poll(count).toBe(1);
  await press('Control+z');
  await expect.poll(count).toBe(blocks);
});

test('a selection reaches from what is scrolled away to what is clicked', async () => {
  await caretTo(5);
  await at(550).evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await at(550).click({ modifiers: ['Shift'] });
  await press('Delete');
  await expect.poll(count).toBe(blocks - 545);
  await press('Control+z');
  await expect.poll(count).toBe(blocks);
  await expect(at(300)).toHaveText(textOf(300));
});

test('a jump from the outline ends where it should, and stays there', async () => {
  await scrollToTop();
  for (const chapter of [8, 3, 11]) {
    const index = chapter * chapterLength;
    await running.window.getByRole('treeitem', { name: textOf(index) }).click();
    await expect(at(index)).toBeInViewport();
    await running.window.waitForTimeout(200);
    const { top, middle } = await at(index).evaluate((element) => {
      const desk = element.closest('.desk')!.getBoundingClientRect();
      return { top: element.getBoundingClientRect().top, middle: desk.top + desk.height / 2 };
    });
    expect(Math.abs(top - middle)).toBeLessThan(60);
    expect(await caretBlock()).toBe(index);
  }
});

test('one chapter alone leaves no gaps where the others were', async () => {
  await caretTo(310);
  await press('Control+Shift+L');
  await expect(at(0)).toBeHidden();
  const height = () => running.window.locator('.paper').evaluate((paper) => paper.scrollHeight);
  const alone = await height();
  const own = await at(310).evaluate((element) => element.getBoundingClientRect().height);
  expect(alone).toBeLessThan(chapterLength * own * 1.5);
  await press('Escape');
  await expect.poll(height).toBeGreaterThan(4 * alone);
});
