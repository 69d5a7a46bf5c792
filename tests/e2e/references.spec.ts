import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
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
  '（一）完善设施。新建小区同步配套养老用房。',
  '（二）培育队伍。每年培训护理员。',
  '',
].join('\n');

let running: RunningApp;
const errors: string[] = [];
// The tests share one window and go on from one another: a retry begins with the first.
test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  const path = join(userData, '意见.txt');
  writeFileSync(path, source);
  running = await launchApp({ userData, args: [path] });
  running.window.on('pageerror', (error) => errors.push(error.message));
  running.window.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await expect(running.window.getByRole('textbox', { name: '正文' })).toBeVisible();
});
test.afterAll(() => running.close());

const reference = () => running.window.locator('.paper .reference');
/** Page and disk agree, and nothing was logged. */
const agree = async (text: string): Promise<void> => {
  await running.window.keyboard.press('Control+s');
  const onPage = () =>
    running.window
      .locator('.paper [data-block]')
      .evaluateAll((blocks) => blocks.map((block) => (block.textContent ?? '').replace(/[\uFEFF\u200B]/g, '')));
  const onDisk = () => storedDocuments(userData)[0]!.parts.flatMap((part) => part.children.map(blockText));
  await expect(async () => expect(await onPage()).toEqual(onDisk())).toPass();
  expect(onDisk()).toContain(text);
  expect(errors).toEqual([]);
};

test('@ asks for what to refer to; the sign gives way to its name', async () => {
  const { window } = running;
  await caretToEndOf(window, '主要目标');
  await window.keyboard.type('@');
  await expect(window.getByRole('combobox', { name: '查找要引用的内容' })).toBeFocused();
  await expect(window.getByRole('option', { name: '第二部分第（二）条 培育队伍' })).toBeVisible();
  await window.keyboard.insertText('培育');
  await window.keyboard.press('Enter');
  await expect(reference()).toHaveText('第二部分第（二）条');
  await agree('主要目标。到2030年，建成站点120个。第二部分第（二）条');
});

test('what is typed and composed behind and before it stays outside', async () => {
  const { window } = running;
  await window.keyboard.type('ab');
  await window.keyboard.press('Backspace');
  await window.keyboard.press('Backspace');
  await composeChinese(window, [['suolie', '所列']]);
  await window.keyboard.type('ok');
  await window.keyboard.press('Backspace');
  await window.keyboard.press('Backspace');
  await expect(reference()).toHaveText('第二部分第（二）条');
  for (let index = 0; index < '第二部分第（二）条所列'.length; index += 1) await window.keyboard.press('ArrowLeft');
  await composeChinese(window, [['anzhao', '按照']]);
  await expect(reference()).toHaveText('第二部分第（二）条');
  await agree('主要目标。到2030年，建成站点120个。按照第二部分第（二）条所列');
});

test('it follows renumbering, within the step of undo that caused it', async () => {
  const { window } = running;
  await caretToEndOf(window, '培育队伍');
  await window.keyboard.press('Alt+ArrowUp');
  await expect(reference()).toHaveText('第二部分第（一）条');
  await window.keyboard.press('Control+z');
  await expect(reference()).toHaveText('第二部分第（二）条');
  await agree('主要目标。到2030年，建成站点120个。按照第二部分第（二）条所列');
});

test('it shows at once, and as a finding, when what it refers to is gone', async () => {
  const { window } = running;
  await caretToEndOf(window, '培育队伍');
  await window.keyboard.press('Home');
  await window.keyboard.press('Backspace');
  await expect(window.locator('.paper .reference.broken')).toHaveText('第二部分第（二）条');
  await expect(window.getByText('“第二部分第（二）条”所引用的内容已经不在文中或没有编号')).toBeVisible();
  await window.keyboard.press('Control+z');
  await expect(window.locator('.paper .reference.broken')).toHaveCount(0);
});

test('changed in part by a composition it is plain text', async () => {
  const { window } = running;
  await caretToEndOf(window, '主要目标');
  for (let index = 0; index < '（二）条所列'.length; index += 1) await window.keyboard.press('ArrowLeft');
  await composeChinese(window, [['zhong', '中']]);
  await expect(reference()).toHaveCount(0);
  await agree('主要目标。到2030年，建成站点120个。按照第二部分第中（二）条所列');
  await window.keyboard.press('Control+z');
  await expect(reference()).toHaveText('第二部分第（二）条');
  await agree('主要目标。到2030年，建成站点120个。按照第二部分第（二）条所列');
});

test('the picker is left by Esc with the sign as it was typed, and opened by a key', async () => {
  const { window } = running;
  await caretToEndOf(window, '培育队伍');
  await window.keyboard.type('@');
  await expect(window.getByRole('combobox', { name: '查找要引用的内容' })).toBeFocused();
  await window.keyboard.press('Escape');
  await expect(window.getByRole('textbox', { name: '正文' })).toBeFocused();
  await window.keyboard.type('a');
  await agree('培育队伍。每年培训护理员。@a');
  await window.keyboard.press('Control+Shift+Y');
  await expect(window.getByRole('combobox', { name: '查找要引用的内容' })).toBeFocused();
  await window.keyboard.type('2');
  await expect(window.getByText('没有含“2”的条目、专栏、表、图或附件。')).toBeVisible();
  await window.keyboard.press('Escape');
});
