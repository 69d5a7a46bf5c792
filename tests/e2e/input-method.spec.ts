import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CDPSession, expect, test } from '@playwright/test';
import { blockText } from '../../shared/document/plain-text';
import { caretToEndOf } from '../helpers/caret';
import { composeChinese } from '../helpers/compose-chinese';
import { launchApp, newUserDataFolder, type RunningApp } from '../helpers/launch-app';
import { storedDocuments } from '../helpers/stored-documents';

const userData = newUserDataFolder();
const source = [
  '云川市人民政府关于推进社区养老服务的实施意见',
  '各区人民政府，市政府各部门：',
  '为推进社区养老服务，现提出如下意见。',
  '一、总体要求',
  '（一）主要目标。到2030年，建成站点120个。',
  '二、重点任务',
  '（二）完善设施。新建小区同步配套养老用房。（责任单位：市民政局）',
  '（三）培育队伍。每年培训护理员。',
  '',
].join('\n');

let running: RunningApp;
let devtools: CDPSession;
const errors: string[] = [];
const compose = (text: string) =>
  devtools.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
const press = (key: string) => running.window.keyboard.press(key);

// The tests share one window and go on from one another: a retry begins with the first.
test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  const path = join(userData, '意见.txt');
  writeFileSync(path, source);
  running = await launchApp({ userData, args: [path] });
  running.window.on('pageerror', (error) => errors.push(error.message));
  running.window.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await expect(running.window.getByRole('textbox', { name: '正文' })).toBeVisible();
  devtools = await running.window.context().newCDPSession(running.window);
});
test.afterAll(() => running.close());

/** Page, model on disk and the expectation agree, and nothing was logged. */
const agree = async (expected: (texts: string[]) => void): Promise<void> => {
  await running.window.keyboard.press('Control+s');
  const onPage = () =>
    running.window
      .locator('.paper [data-block]')
      .evaluateAll((blocks) => blocks.map((block) => (block.textContent ?? '').replace(/[\uFEFF\u200B]/g, '')));
  const onDisk = () => storedDocuments(userData)[0]!.parts.flatMap((part) => part.children.map(blockText));
  await expect(async () => expect(await onPage()).toEqual(onDisk())).toPass();
  expected(onDisk());
  expect(errors).toEqual([]);
};

test('a composition at the end of a block', async () => {
  await caretToEndOf(running.window, '每年培训护理员');
  await composeChinese(running.window, [
    ['budi', '不低于'],
    ['qianming', '1200名。'],
  ]);
  await agree((texts) => expect(texts).toContain('培育队伍。每年培训护理员。不低于1200名。'));
});

test('a composition at the start of a run-in clause moves its lead and nothing else', async () => {
  await caretToEndOf(running.window, '每年培训护理员');
  for (let index = 0; index < '培育队伍。每年培训护理员。不低于1200名。'.length; index += 1) await press('ArrowLeft');
  await composeChinese(running.window, [['jiji', '积极']]);
  await agree((texts) => expect(texts).toContain('积极培育队伍。每年培训护理员。不低于1200名。'));
});

test('a composition right behind the lead', async () => {
  for (let index = 0; index < '培育队伍。'.length; index += 1) await press('ArrowRight');
  await composeChinese(running.window, [
    ['jianli', '建立'],
    ['zhidu', '制度，'],
  ]);
  await agree((texts) => expect(texts).toContain('积极培育队伍。建立制度，每年培训护理员。不低于1200名。'));
});

test('a cancelled composition leaves no trace', async () => {
  await compose('jian');
  await compose('');
  await agree((texts) => expect(texts).toContain('积极培育队伍。建立制度，每年培训护理员。不低于1200名。'));
});

test('a composition followed at once by Enter goes on in a new numbered item', async () => {
  await caretToEndOf(running.window, '每年培训护理员');
  await press('Enter');
  await composeChinese(running.window, [
    ['kaizhan', '开展'],
    ['pinggu', '评估。'],
  ]);
  await press('Enter');
  await composeChinese(running.window, [
    ['gongkai', '公开'],
    ['jieguo', '结果。'],
  ]);
  await agree((texts) => {
    expect(texts).toContain('开展评估。');
    expect(texts).toContain('公开结果。');
  });
  await expect(running.window.locator('[data-block][data-label="（五）"]')).toHaveText('公开结果。');
});

test('a composition followed at once by undo takes back that text and nothing before it', async () => {
  await running.window.waitForTimeout(1200);
  await composeChinese(running.window, [['zhongshu', '终述']]);
  await press('Control+z');
  await agree((texts) => {
    expect(texts.join()).not.toContain('终述');
    expect(texts).toContain('公开结果。');
  });
});

test('saving, checks and renumbering due in mid-composition wait and lose nothing', async () => {
  await press('Enter');
  await compose('y');
  await running.window.waitForTimeout(1500);
  await compose('yinian');
  await devtools.send('Input.insertText', { text: '一年一评。' });
  await agree((texts) => expect(texts).toContain('一年一评。'));
});

test('a composition replaces a selection that spans two blocks', async () => {
  await press('Shift+ArrowUp');
  await press('Shift+Home');
  await composeChinese(running.window, [['hebing', '合并']]);
  await agree((texts) => {
    expect(texts.join()).toContain('合并');
    expect(texts.join()).not.toContain('一年一评');
  });
});

test('typing 一、 through an input method at the start of a block makes it a chapter', async () => {
  await caretToEndOf(running.window, '新建小区同步配套');
  await press('Enter');
  await composeChinese(running.window, [
    ['yi', '一、'],
    ['baozhang', '保障措施'],
  ]);
  await agree((texts) => expect(texts).toContain('保障措施'));
  await expect(running.window.locator('[data-block][data-label="三、"]')).toHaveText('保障措施');
});
