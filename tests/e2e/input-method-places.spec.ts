import { expect, test } from '@playwright/test';
import { blockText } from '../../shared/document/plain-text';
import { everyBlock } from '../helpers/every-block';
import { type InputMethodBench, openedTexts, openInputMethodBench } from '../helpers/input-method-bench';

// What an input method does at every kind of place, through the DevTools protocol. After each gesture the page, the
// model (as it is saved) and the expectation agree, and nothing was logged.

let bench: InputMethodBench;
// The tests share one window and go on from one another: a retry begins with the first.
test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  bench = await openInputMethodBench();
});
test.afterAll(() => bench.running.close());

const textBlocks = everyBlock.parts
  .flatMap((part) => part.children)
  .filter((block) => block.type !== 'table' && blockText(block) !== '' && block.id !== 'placeholder')
  .map((block) => block.id);

for (const id of textBlocks) {
  test(`at the start, in the middle and at the end of ${id}`, async () => {
    const text = openedTexts[id]!;
    for (const at of id === 'reference' ? [0, 1, 10, text.length] : [0, text.length >> 1, text.length]) {
      await bench.select([id, at]);
      await bench.compose("ce'shi", '测试');
      await bench.agree({ [id]: `${text.slice(0, at)}测试${text.slice(at)}` });
      await bench.press('Control+z');
      await bench.agree();
    }
  });
}

// The browser writes such keys by itself, and Slate follows.
test('keys that write a character, in every block and in a cell', async () => {
  for (const id of textBlocks) {
    const text = openedTexts[id]!;
    for (const at of [0, text.length >> 1, text.length]) {
      await bench.select([id, at]);
      await bench.typeKeys('年内建9a个');
      await bench.agree({ [id]: `${text.slice(0, at)}年内建9a个${text.slice(at)}` });
      await bench.restore();
    }
  }
  await bench.select(['the-table', 2]);
  await bench.typeKeys('值2030');
  await bench.agree({ 'the-table': '指标值2030单位目标站点数个' });
  await bench.restore();
});

test('keys at the edges of a lead, of a prompt and over a selection', async () => {
  await bench.select(['run-in', 4]);
  await bench.typeKeys('和任务3');
  await expect(bench.running.window.locator('[data-block="run-in"] .lead')).toHaveText('主要目标和任务3。');
  await bench.restore();
  await bench.select(['run-in', 5]);
  await bench.typeKeys('先');
  await expect(bench.running.window.locator('[data-block="run-in"] .lead')).toHaveText('主要目标。');
  await bench.agree({ 'run-in': '主要目标。先到二〇三〇年建成站点一百二十个。' });
  await bench.restore();
  for (const at of [3, 9]) {
    await bench.select(['placeholder', at]);
    await bench.typeKeys('等');
    await bench.agree({ placeholder: at === 3 ? '依据《等上级文件名称》制定。' : '依据《上级文件名称等》制定。' });
    await bench.restore();
  }
  await bench.select(['paragraph', 2], ['paragraph', 4]);
  await bench.typeKeys('任务12');
  await bench.agree({ paragraph: '各项任务12按年度推进。' });
  await bench.restore();
});

test('in cells, filled and empty', async () => {
  for (const [at, expected] of [
    [0, '测试指标单位目标站点数个'],
    [2, '指标测试单位目标站点数个'],
    [7, '指标单位目标站测试点数个'],
  ] as const) {
    await bench.select(['the-table', at]);
    await bench.compose("ce'shi", '测试');
    await bench.agree({ 'the-table': expected });
    await bench.press('Control+z');
    await bench.agree();
  }
  await bench.running.window.locator('.paper td').last().click();
  await bench.compose('er', '二');
  await bench.agree({ 'the-table': `${openedTexts['the-table']}二` });
  await bench.restore();
});

for (const id of ['empty-1', 'empty-2']) {
  test(`in ${id}, cancelled and committed`, async () => {
    await bench.select([id, 0]);
    await bench.spell("fen'gong");
    await bench.cancel();
    await bench.agree();
    await bench.compose('fen', '分');
    await bench.compose('gong', '工');
    await bench.agree({ [id]: '分工' });
    await bench.restore();
  });
}

test('in an empty caption, which gets its number when the words are committed', async () => {
  const caption = bench.running.window.locator('[data-block="the-picture"] .caption');
  await bench.select(['the-picture', 0], ['the-picture', openedTexts['the-picture']!.length]);
  await bench.press('Delete');
  await bench.agree({ 'the-picture': '' });
  await expect(caption).not.toHaveAttribute('data-label');
  await bench.spell("bu'ju");
  await expect(caption).not.toHaveAttribute('data-label');
  await bench.cancel();
  await bench.agree({ 'the-picture': '' });
  await bench.compose('bu', '布');
  await bench.compose('ju', '局');
  await bench.agree({ 'the-picture': '布局' });
  await expect(caption).toHaveAttribute('data-label', '图1');
  await bench.restore();
});

test('at the edges of a lead, which follows', async () => {
  const lead = bench.running.window.locator('[data-block="run-in"] .lead');
  await bench.select(['run-in', 4]);
  await bench.compose('he', '和任务');
  await expect(lead).toHaveText('主要目标和任务。');
  await bench.restore();
  await bench.select(['run-in', 5]);
  await bench.compose('xian', '先');
  await expect(lead).toHaveText('主要目标。');
  await bench.agree({ 'run-in': '主要目标。先到二〇三〇年建成站点一百二十个。' });
  await bench.restore();
  await bench.select(['run-in', 2]);
  await bench.compose('.', '。');
  await expect(lead).toHaveText('主要。');
  await bench.restore();
});

test('in a placeholder it replaces the prompt, at its edges it leaves it whole', async () => {
  const prompt = bench.running.window.locator('[data-block="placeholder"] .placeholder');
  await prompt.click();
  await bench.compose('gang', '养老服务条例');
  await bench.agree({ placeholder: '依据《养老服务条例》制定。' });
  await expect(prompt).toHaveCount(0);
  await bench.restore();
  for (const at of [3, 9]) {
    await bench.select(['placeholder', at]);
    await bench.compose('deng', '等');
    await expect(prompt).toHaveText('上级文件名称');
    await bench.agree({ placeholder: at === 3 ? '依据《等上级文件名称》制定。' : '依据《上级文件名称等》制定。' });
    await bench.restore();
  }
});

test('over a selection in a block, committed and cancelled', async () => {
  await bench.select(['paragraph', 2], ['paragraph', 4]);
  await bench.compose("ren'wu", '任务');
  await bench.agree({ paragraph: '各项任务按年度推进。' });
  await bench.restore();
  await bench.select(['paragraph', 2], ['paragraph', 4]);
  await bench.spell('ren');
  await bench.cancel();
  await bench.agree({ paragraph: '各项按年度推进。' });
  await bench.restore();
});

test('over a selection across blocks, whose numbers and references follow', async () => {
  await bench.select(['run-in', 5], ['heading-2', 2]);
  await bench.compose('xin', '新');
  await bench.agree({
    'run-in': '主要目标。新任务',
    'unit-note': undefined,
    'empty-2': undefined,
    'heading-2': undefined,
    reference: '按第一部分第（二）条办理。',
  });
  await bench.restore();
  await bench.select(['item-3', 2], ['reference', 0]);
  await bench.compose('xin', '新');
  await bench.agree({
    'item-3': '开展新按第二部分第（一）条办理。',
    ...Object.fromEntries(
      ['item-4', 'dash-item', 'box-title', 'box-item', 'the-table', 'the-picture', 'reference'].map((id) => [
        id,
        undefined,
      ]),
    ),
  });
  await bench.restore();
});

test('over a selection across parts, and across cells', async () => {
  await bench.select(['signature', 3], ['last-text', 2]);
  await bench.compose('xin', '新');
  const page = await bench.onPage();
  expect(page.signature).toMatch(/^云川市新/);
  await bench.pageIsSaved();
  await bench.restore();
  await bench.select(['the-table', 1], ['the-table', 5]);
  await bench.compose('xin', '新');
  await expect(bench.running.window.locator('.paper td')).toHaveCount(6);
  await bench.pageIsSaved();
  await bench.restore();
});
