import { expect, test } from '@playwright/test';
import { type InputMethodBench, openInputMethodBench } from '../helpers/input-method-bench';

// What happens while an input method is composing, and what a person does right behind it. After each gesture the
// page, the model (as it is saved) and the expectation agree, and nothing was logged.

let bench: InputMethodBench;
// The tests share one window and go on from one another: a retry begins with the first.
test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  bench = await openInputMethodBench();
});
test.afterAll(() => bench.running.close());

test('with a click elsewhere in the middle of it', async () => {
  await bench.select(['paragraph', 4]);
  await bench.spell('tong');
  await bench.running.window.locator('[data-block="last-text"]').click();
  await bench.press('End');
  await bench.compose('wan', '完');
  const page = await bench.onPage();
  expect(page['last-text']).toBe('分工由市民政局解释。完');
  expect(page.paragraph).toMatch(/^各项工作(?:tong)?按年度推进。$/);
  await bench.pageIsSaved();
  await bench.restore();
});

test('with saving, checks and renumbering due in the middle of it', async () => {
  await bench.select(['reference', 1]);
  await bench.press('Backspace');
  await bench.spell('zhao');
  await bench.running.window.waitForTimeout(1500);
  await bench.commit('照');
  await bench.agree({ reference: '照第二部分第（一）条办理。' });
  await bench.restore();
  await bench.select(['unit-note', 0], ['reference', 1]);
  await bench.spell('an');
  await bench.running.window.waitForTimeout(400);
  await bench.commit('按');
  await expect(bench.running.window.locator('.paper .reference.broken')).toHaveText('第二部分第（一）条');
  await bench.pageIsSaved();
  await bench.restore();
  await expect(bench.running.window.locator('.paper .reference.broken')).toHaveCount(0);
});

test('followed at once by Enter', async () => {
  await bench.select(['paragraph', 10]);
  await bench.compose('qi', '讫');
  await bench.press('Enter');
  await bench.compose('xin', '新行');
  const page = Object.values(await bench.onPage());
  expect(page.slice(page.indexOf('各项工作按年度推进。讫')).slice(0, 2)).toEqual(['各项工作按年度推进。讫', '新行']);
  await bench.pageIsSaved();
  await bench.restore();
});

test('followed at once by undo', async () => {
  await bench.select(['paragraph', 2]);
  await bench.compose('xin', '新');
  await bench.press('Control+z');
  await bench.agree();
});

test('followed at once by Tab', async () => {
  await bench.select(['run-in', 2]);
  await bench.compose('xin', '新');
  await bench.press('Tab');
  await bench.agree({ 'run-in': '主要新目标。到二〇三〇年建成站点一百二十个。' });
  await expect(bench.running.window.locator('[data-block="run-in"]')).toHaveClass(/level-3/);
  await expect.poll(() => bench.stored().find(({ id }) => id === 'run-in')).toMatchObject({ level: 3 });
  await bench.restore();
});

test('that commits a number at the start of a block, and many commits in a row', async () => {
  await bench.select(['empty-1', 0]);
  await bench.compose('yi', '一、');
  await bench.compose('bao', '保障措施');
  await bench.agree({ 'empty-1': '保障措施' });
  await expect(bench.running.window.locator('[data-block="empty-1"]')).toHaveAttribute('data-label', '三、');
  await bench.restore(6);
  await bench.select(['empty-1', 0]);
  const words = ['推进', '养老', '服务', '，', '提升', '水平', '。', '深化', '改革'];
  for (const word of words) await bench.compose('abc', word);
  await bench.agree({ 'empty-1': words.join('') });
  await bench.restore(6);
});
