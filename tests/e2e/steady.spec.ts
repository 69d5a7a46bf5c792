import { expect, test } from '@playwright/test';
import { caretToEndOf } from '../helpers/caret';
import { composeChinese } from '../helpers/compose-chinese';
import { openText } from '../helpers/open-text';

/** Four chapters with findings (a thin goal, a vague word, half-width signs), so that marks and counts come and go. */
const source = [
  '云川市夜间经济发展行动方案',
  ...['一、总体要求', '二、主要任务', '三、重点工程', '四、保障措施'].flatMap((heading, chapter) => [
    heading,
    ...Array.from(
      { length: 9 },
      (_, item) =>
        `（${'一二三四五六七八九'[item]}）第${chapter + 1}章第${item + 1}项工作。打造特色街区，延长公交运营时间,完善照明设施，做好安全巡查，按月通报。`,
    ),
  ]),
];

test('nothing on the screen moves while one types in the middle, whatever is checked, counted and saved meanwhile', async () => {
  const { window, close } = await openText(source);
  // Checks and pages of the opened text have been counted.
  await expect(window.getByRole('contentinfo')).toContainText(/页/);
  await caretToEndOf(window, '第2章第5项工作');
  await window.keyboard.press('Enter');
  await window.keyboard.insertText('推进');
  await window.waitForTimeout(1500);

  await window.evaluate(() => {
    const blocks = [...document.querySelectorAll('.paper [data-block]')];
    const block = document.querySelector('.paper .current')!;
    const above = blocks[blocks.indexOf(block) - 1]!;
    const watched: Record<string, () => number | undefined> = {
      paper: () => document.querySelector('.paper')!.getBoundingClientRect().left,
      'the block being written': () => block.getBoundingClientRect().top,
      'the block above': () => above.getBoundingClientRect().top,
      outline: () => document.querySelector('.outline-row, [role=treeitem]')?.getBoundingClientRect().top,
      'width of the paper': () => document.querySelector('.paper')!.getBoundingClientRect().width,
    };
    const seen: Record<string, number[]> = {};
    const look = () => {
      for (const [name, read] of Object.entries(watched)) {
        const place = read();
        if (place === undefined) continue;
        seen[name] ??= [];
        if (seen[name].at(-1) !== place) seen[name].push(place);
      }
      requestAnimationFrame(look);
    };
    look();
    Object.assign(globalThis, { placesSeen: seen });
  });
  for (const word of [
    ['jianshe', '建设'],
    ['yeshi', '夜市'],
    ['shige', '10个'],
  ] as const)
    await composeChinese(window, [word]);
  for (const sign of ',(2030)') await window.keyboard.type(sign, { delay: 60 });
  // Saved, checked, paged.
  await window.waitForTimeout(2500);
  const seen = await window.evaluate(
    () => (globalThis as unknown as { placesSeen: Record<string, number[]> }).placesSeen,
  );
  const moved: Record<string, number> = Object.fromEntries(
    Object.entries(seen).map(([name, places]) => [name, Math.max(...places) - Math.min(...places)]),
  );
  expect(Object.keys(moved).toSorted()).toEqual([
    'outline',
    'paper',
    'the block above',
    'the block being written',
    'width of the paper',
  ]);
  expect(moved).toEqual(Object.fromEntries(Object.keys(moved).map((name) => [name, 0])));
  await close();
});

test('what is typed right behind an arrow goes where the arrow led, and the caret stays there', async () => {
  const { window, close } = await openText(source);
  await caretToEndOf(window, '第1章第5项工作');
  // In one go, as on a busy machine: letters, an arrow, letters, before the page has been told where the caret is.
  await window.evaluate(async () => {
    const paper = document.querySelector('.paper')!;
    const write = (data: string): void => {
      const caret = getSelection()!.getRangeAt(0);
      const event = new InputEvent('beforeinput', { inputType: 'insertText', data, bubbles: true, cancelable: true });
      event.getTargetRanges = () => [new StaticRange(caret)];
      paper.dispatchEvent(event);
    };
    write('甲乙');
    await Promise.resolve();
    paper.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowUp', bubbles: true, cancelable: true }));
    getSelection()!.collapse(document.querySelectorAll('.paper [data-slate-string]')[1]!.firstChild, 2);
    write('丙丁');
  });
  await window.keyboard.type('戊');
  await expect(window.locator('.paper .current')).toHaveText('总体丙丁戊要求');
  await close();
});

test('after ten seconds without work the caret stands still, and blinks again with the next word', async () => {
  const { window, close } = await openText(source);
  await window.clock.install();
  await caretToEndOf(window, '第2章第5项工作');
  const resting = window.locator('[data-caret-rests]');
  await window.clock.fastForward(9_000);
  await expect(resting).toHaveCount(0);
  await window.clock.fastForward(1_100);
  await expect(resting).toHaveCount(1);
  expect(await resting.evaluate((element) => element.closest('[data-block]')?.textContent)).toContain('第2章第5项工作');
  // The engine of closed networks, Chromium 130, does not know the property yet.
  const isKnown = await window.evaluate(() => CSS.supports('caret-animation', 'manual'));
  expect(await resting.evaluate((element) => getComputedStyle(element).getPropertyValue('caret-animation'))).toBe(
    isKnown ? 'manual' : '',
  );
  await composeChinese(window, [['yejian', '夜间']]);
  await expect(resting).toHaveCount(0);
  await expect(window.locator('.paper .current')).toContainText('按月通报。夜间');
  // A field counts as well.
  await window.keyboard.press('Control+f');
  await window.clock.fastForward(10_100);
  await expect(window.locator('input[data-caret-rests]')).toBeFocused();
  await window.keyboard.press('Escape');
  await expect(resting).toHaveCount(0);
  await close();
});

test('at half a wide screen, and at any width above, every button of the bar is within the window', async () => {
  const { app, window, close } = await openText(source);
  for (const width of [960, 1250, 1251, 1280]) {
    await app.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]!.setContentSize(to, 600), width);
    await expect.poll(() => window.evaluate(() => innerWidth)).toBe(width);
    for (const button of await window.locator('.bar button').all()) await expect(button).toBeInViewport({ ratio: 1 });
  }
  await close();
});
