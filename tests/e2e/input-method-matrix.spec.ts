import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CDPSession, expect, test } from '@playwright/test';
import { blockText } from '../../shared/document/plain-text';
import { packNigaoFile } from '../../shared/file/nigao-file';
import { everyBlock } from '../helpers/every-block';
import { launchApp, newUserDataFolder, type RunningApp } from '../helpers/launch-app';
import { storedDocuments } from '../helpers/stored-documents';

// What an input method does, through the DevTools protocol: at every kind of place, and then what a person does next.
// After each gesture the page, the model (as it is saved) and the expectation agree, and nothing was logged.

const userData = newUserDataFolder();
let running: RunningApp;
let devtools: CDPSession;
const errors: string[] = [];

test.beforeAll(async () => {
  const path = join(userData, '意见.nigao');
  writeFileSync(path, packNigaoFile(everyBlock));
  running = await launchApp({ userData, args: [path] });
  running.window.on('pageerror', (error) => errors.push(error.message));
  running.window.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await expect(running.window.getByRole('textbox', { name: '正文' })).toBeVisible();
  devtools = await running.window.context().newCDPSession(running.window);
});
test.afterAll(() => running.close());

type Place = readonly [block: string, offset: number];

/** Selects in the page as the mouse would, from one place to another; cells follow each other without a gap. */
const select = async (from: Place, to: Place = from): Promise<void> => {
  await running.window.evaluate(
    ([anchor, focus]) => {
      const find = ([id, offset]: readonly [string, number]): [Node, number] => {
        const block = document.querySelector(`[data-block="${id}"]`)!;
        let rest = offset;
        const strings = [...block.querySelectorAll('[data-slate-string], [data-slate-zero-width]')];
        for (const [index, string] of strings.entries()) {
          const { length } = string.hasAttribute('data-slate-zero-width') ? '' : (string.textContent ?? '');
          if (rest <= length && (rest < length || index === strings.length - 1 || length > 0))
            return [string.firstChild!, rest];
          rest -= length;
        }
        throw new Error(`no place ${id} ${offset}`);
      };
      document.querySelector<HTMLElement>('.paper')!.focus();
      const [start, startOffset] = find(anchor);
      const [end, endOffset] = find(focus);
      start.parentElement!.scrollIntoView({ block: 'center' });
      getSelection()!.setBaseAndExtent(start, startOffset, end, endOffset);
    },
    [from, to] as const,
  );
  // The editor takes over a selection of the page a tenth of a second later.
  await running.window.waitForTimeout(130);
};

/** The letters as they are typed one by one, not yet committed. */
const spell = async (pinyin: string): Promise<void> => {
  for (let end = 1; end <= pinyin.length; end += 1) {
    const text = pinyin.slice(0, end);
    await devtools.send('Input.imeSetComposition', { text, selectionStart: end, selectionEnd: end });
  }
};
const commit = (text: string) => devtools.send('Input.insertText', { text });
const cancel = () => devtools.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });
const compose = async (pinyin: string, text: string): Promise<void> => {
  await spell(pinyin);
  await commit(text);
};
const press = (key: string) => running.window.keyboard.press(key);

const stored = () => storedDocuments(userData)[0]!.parts.flatMap((part) => part.children);
const onDisk = (): Record<string, string> =>
  Object.fromEntries(stored().map((block) => [block.id, blockText(block).replace(/[\t\n]/g, '')]));
const onPage = () =>
  running.window
    .locator('.paper [data-block]')
    .evaluateAll((blocks) =>
      Object.fromEntries(
        blocks.map((block) => [
          block.getAttribute('data-block')!,
          (block.textContent ?? '').replace(/[\uFEFF\u200B]/g, ''),
        ]),
      ),
    );

/** Page and saved model agree; so do the texts named, and the rest is as it was opened. */
const agree = async (changed: Readonly<Record<string, string | undefined>> = {}): Promise<void> => {
  await expect(async () => {
    await press('Control+s');
    expect(await onPage()).toEqual(onDisk());
  }).toPass();
  const expected: Record<string, string | undefined> = { ...opened, ...changed };
  for (const [id, text] of Object.entries(expected)) if (text === undefined) delete expected[id];
  expect(onDisk()).toEqual(expected);
  expect(errors).toEqual([]);
};
const opened: Readonly<Record<string, string>> = Object.fromEntries(
  everyBlock.parts.flatMap((part) =>
    part.children.map((block) => [block.id, blockText(block).replace(/[\t\n]/g, '')] as const),
  ),
);
/** Takes back steps until everything is as it was opened. */
const restore = async (most = 4): Promise<void> => {
  for (let step = 0; step < most; step += 1) {
    if (JSON.stringify(await onPage()) === JSON.stringify(opened)) break;
    await press('Control+z');
    await running.window.waitForTimeout(20);
  }
  await agree();
};

const textBlocks = everyBlock.parts
  .flatMap((part) => part.children)
  .filter((block) => block.type !== 'table' && blockText(block) !== '' && block.id !== 'placeholder')
  .map((block) => block.id);

for (const id of textBlocks) {
  test(`at the start, in the middle and at the end of ${id}`, async () => {
    const text = opened[id]!;
    for (const at of id === 'reference' ? [0, 1, 10, text.length] : [0, text.length >> 1, text.length]) {
      await select([id, at]);
      await compose("ce'shi", '测试');
      await agree({ [id]: `${text.slice(0, at)}测试${text.slice(at)}` });
      await press('Control+z');
      await agree();
    }
  });
}

test('in cells, filled and empty', async () => {
  for (const [at, expected] of [
    [0, '测试指标单位目标站点数个'],
    [2, '指标测试单位目标站点数个'],
    [7, '指标单位目标站测试点数个'],
  ] as const) {
    await select(['the-table', at]);
    await compose("ce'shi", '测试');
    await agree({ 'the-table': expected });
    await press('Control+z');
    await agree();
  }
  await running.window.locator('.paper td').last().click();
  await compose('er', '二');
  await agree({ 'the-table': `${opened['the-table']}二` });
  await restore();
});

for (const id of ['empty-1', 'empty-2']) {
  test(`in ${id}, cancelled and committed`, async () => {
    await select([id, 0]);
    await spell("fen'gong");
    await cancel();
    await agree();
    await compose('fen', '分');
    await compose('gong', '工');
    await agree({ [id]: '分工' });
    await restore();
  });
}

test('at the edges of a lead, which follows', async () => {
  const lead = running.window.locator('[data-block="run-in"] .lead');
  await select(['run-in', 4]);
  await compose('he', '和任务');
  await expect(lead).toHaveText('主要目标和任务。');
  await restore();
  await select(['run-in', 5]);
  await compose('xian', '先');
  await expect(lead).toHaveText('主要目标。');
  await agree({ 'run-in': '主要目标。先到二〇三〇年建成站点一百二十个。' });
  await restore();
  await select(['run-in', 2]);
  await compose('.', '。');
  await expect(lead).toHaveText('主要。');
  await restore();
});

test('in a placeholder it replaces the prompt, at its edges it leaves it whole', async () => {
  const prompt = running.window.locator('[data-block="placeholder"] .placeholder');
  await prompt.click();
  await compose('gang', '养老服务条例');
  await agree({ placeholder: '依据《养老服务条例》制定。' });
  await expect(prompt).toHaveCount(0);
  await restore();
  for (const at of [3, 9]) {
    await select(['placeholder', at]);
    await compose('deng', '等');
    await expect(prompt).toHaveText('上级文件名称');
    await agree({ placeholder: at === 3 ? '依据《等上级文件名称》制定。' : '依据《上级文件名称等》制定。' });
    await restore();
  }
});

test('over a selection in a block, committed and cancelled', async () => {
  await select(['paragraph', 2], ['paragraph', 4]);
  await compose("ren'wu", '任务');
  await agree({ paragraph: '各项任务按年度推进。' });
  await restore();
  await select(['paragraph', 2], ['paragraph', 4]);
  await spell('ren');
  await cancel();
  await agree({ paragraph: '各项按年度推进。' });
  await restore();
});

test('over a selection across blocks, whose numbers and references follow', async () => {
  await select(['run-in', 5], ['heading-2', 2]);
  await compose('xin', '新');
  await agree({
    'run-in': '主要目标。新任务',
    'unit-note': undefined,
    'empty-2': undefined,
    'heading-2': undefined,
    reference: '按第一部分第（二）条办理。',
  });
  await restore();
  await select(['item-3', 2], ['reference', 0]);
  await compose('xin', '新');
  await agree({
    'item-3': '开展新按第二部分第（一）条办理。',
    ...Object.fromEntries(
      ['item-4', 'dash-item', 'box-title', 'box-item', 'the-table', 'reference'].map((id) => [id, undefined]),
    ),
  });
  await restore();
});

test('over a selection across parts, and across cells', async () => {
  await select(['signature', 3], ['last-text', 2]);
  await compose('xin', '新');
  const page = await onPage();
  expect(page.signature).toMatch(/^云川市新/);
  await press('Control+s');
  await expect(async () => expect(await onPage()).toEqual(onDisk())).toPass();
  await restore();
  await select(['the-table', 1], ['the-table', 5]);
  await compose('xin', '新');
  await expect(running.window.locator('.paper td')).toHaveCount(6);
  await expect(async () => expect(await onPage()).toEqual(onDisk())).toPass();
  await restore();
});

test('with a click elsewhere in the middle of it', async () => {
  await select(['paragraph', 4]);
  await spell('tong');
  await running.window.locator('[data-block="last-text"]').click();
  await running.window.waitForTimeout(100);
  await press('End');
  await compose('wan', '完');
  const page = await onPage();
  expect(page['last-text']).toBe('分工由市民政局解释。完');
  expect(page.paragraph).toMatch(/^各项工作(?:tong)?按年度推进。$/);
  await expect(async () => expect(await onPage()).toEqual(onDisk())).toPass();
  await restore();
});

test('with saving, checks and renumbering due in the middle of it', async () => {
  await select(['reference', 1]);
  await press('Backspace');
  await spell('zhao');
  await running.window.waitForTimeout(1500);
  await commit('照');
  await agree({ reference: '照第二部分第（一）条办理。' });
  await restore();
  await select(['unit-note', 0], ['reference', 1]);
  await spell('an');
  await running.window.waitForTimeout(400);
  await commit('按');
  await expect(running.window.locator('.paper .reference.broken')).toHaveText('第二部分第（一）条');
  await expect(async () => expect(await onPage()).toEqual(onDisk())).toPass();
  await restore();
  await expect(running.window.locator('.paper .reference.broken')).toHaveCount(0);
});

test('followed at once by Enter', async () => {
  await select(['paragraph', 10]);
  await compose('qi', '讫');
  await press('Enter');
  await compose('xin', '新行');
  const page = Object.values(await onPage());
  expect(page.slice(page.indexOf('各项工作按年度推进。讫')).slice(0, 2)).toEqual(['各项工作按年度推进。讫', '新行']);
  await expect(async () => {
    await press('Control+s');
    expect(await onPage()).toEqual(onDisk());
  }).toPass();
  await restore();
});

test('followed at once by undo', async () => {
  await select(['paragraph', 2]);
  await compose('xin', '新');
  await press('Control+z');
  await agree();
});

test('followed at once by Tab', async () => {
  await select(['run-in', 2]);
  await compose('xin', '新');
  await press('Tab');
  await agree({ 'run-in': '主要新目标。到二〇三〇年建成站点一百二十个。' });
  await expect(running.window.locator('[data-block="run-in"]')).toHaveClass(/level-3/);
  await expect.poll(() => stored().find(({ id }) => id === 'run-in')).toMatchObject({ level: 3 });
  await restore();
});

test('that commits a number at the start of a block, and many commits in a row', async () => {
  await select(['empty-1', 0]);
  await compose('yi', '一、');
  await compose('bao', '保障措施');
  await agree({ 'empty-1': '保障措施' });
  await expect(running.window.locator('[data-block="empty-1"]')).toHaveAttribute('data-label', '三、');
  await restore(6);
  await select(['empty-1', 0]);
  const words = ['推进', '养老', '服务', '，', '提升', '水平', '。', '深化', '改革'];
  for (const word of words) await compose('abc', word);
  await agree({ 'empty-1': words.join('') });
  await restore(6);
});
