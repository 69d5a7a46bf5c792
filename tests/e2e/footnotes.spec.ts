import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { footnoteSign } from '../../shared/document/text';
import { caretToEndOf } from '../helpers/caret';
import { seriousFindings } from '../helpers/check-accessibility';
import { composeChinese } from '../helpers/compose-chinese';
import { launchApp, newUserDataFolder, type RunningApp } from '../helpers/launch-app';
import { storedDocuments } from '../helpers/stored-documents';

const userData = newUserDataFolder();
const source = [
  '云川市老旧电梯更新改造行动方案',
  '为保障群众安全乘梯，制定本方案。',
  '一、工作目标',
  '两年内完成三千台老旧电梯的改造。',
  '全市电梯纳入智慧监管平台',
  '',
].join('\n');

let running: RunningApp;
const errors: string[] = [];
// The tests share one window and go on from one another: a retry begins with the first.
test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  const path = join(userData, '方案.txt');
  writeFileSync(path, source);
  running = await launchApp({ userData, args: [path] });
  running.window.on('pageerror', (error) => errors.push(error.message));
  running.window.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await expect(running.window.getByRole('textbox', { name: '正文' })).toBeVisible();
});
test.afterAll(() => running.close());

const words = () => running.window.getByRole('textbox', { name: '脚注', exact: true });
const signs = () => running.window.locator('.paper .footnote');
const marks = () => signs().evaluateAll((all) => all.map((sign) => sign.getAttribute('data-number')).join(''));

/** The block as it is on disk, footnotes in braces; the page shows the same and nothing was logged. */
const agree = async (text: string): Promise<void> => {
  await running.window.keyboard.press('Control+s');
  const onDisk = () =>
    storedDocuments(userData)[0]!.parts.flatMap((part) =>
      part.children.map((block) =>
        block.type === 'table'
          ? ''
          : block.children.map((leaf) => (leaf.footnote ? `{${leaf.footnote.text}}` : leaf.text)).join(''),
      ),
    );
  const onPage = () =>
    running.window
      .locator('.paper [data-block]')
      .evaluateAll((blocks) => blocks.map((block) => (block.textContent ?? '').replace(/[\uFEFF\u200B]/g, '')));
  await expect(async () => {
    expect(onDisk()).toContain(text);
    expect(await onPage()).toEqual(onDisk().map((one) => one.replace(/\{[^}]*\}/g, footnoteSign)));
  }).toPass();
  expect(errors).toEqual([]);
};

test('Ctrl+Alt+F asks for the words beside the caret, and Enter puts the sign there', async () => {
  const { window } = running;
  await caretToEndOf(window, '智慧监管平台');
  await window.keyboard.press('Control+Alt+f');
  await expect(words()).toBeFocused();
  await composeChinese(window, [['youshi', '由市市场监督管理局建设。']]);
  expect((await seriousFindings(window)).filter((finding) => finding.includes('footnote'))).toEqual([]);
  await window.keyboard.press('Enter');
  await expect(signs()).toHaveAttribute('aria-label', '脚注1：由市市场监督管理局建设。');
  await agree('全市电梯纳入智慧监管平台{由市市场监督管理局建设。}');
});

test('what is typed and composed behind, before and between signs stays outside, at the end of a block too', async () => {
  const { window } = running;
  await composeChinese(window, [['jiance', '，实时监测']]);
  await window.keyboard.type('ok');
  await agree('全市电梯纳入智慧监管平台{由市市场监督管理局建设。}，实时监测ok');
  for (let index = 0; index < '，实时监测ok'.length + 1; index += 1) await window.keyboard.press('ArrowLeft');
  await composeChinese(window, [
    ['tongyi', '统一'],
    ['guanli', '管理'],
  ]);
  await agree('全市电梯纳入智慧监管平台统一管理{由市市场监督管理局建设。}，实时监测ok');
  await caretToEndOf(window, '三千台');
  await window.keyboard.press('Control+Alt+f');
  await window.keyboard.insertText('使用十五年以上。');
  await window.keyboard.press('Enter');
  await composeChinese(window, [['mubiao', '目标明确']]);
  await window.keyboard.press('Enter');
  await agree('两年内完成三千台老旧电梯的改造。{使用十五年以上。}目标明确');
  await window.keyboard.press('Backspace');
  for (let index = 0; index < '目标明确'.length; index += 1) await window.keyboard.press('Backspace');
  await agree('两年内完成三千台老旧电梯的改造。{使用十五年以上。}');
});

test('numbers follow the order, a click opens the words, Escape leaves them', async () => {
  const { window } = running;
  await expect.poll(marks).toBe('①②');
  await signs().first().click();
  await expect(words()).toHaveValue('使用十五年以上。');
  await words().fill('另一种说法');
  await window.keyboard.press('Escape');
  await agree('两年内完成三千台老旧电梯的改造。{使用十五年以上。}');
  await signs().first().click();
  await words().fill('指使用十五年以上的电梯。');
  await window.getByRole('button', { name: '完成' }).click();
  await agree('两年内完成三千台老旧电梯的改造。{指使用十五年以上的电梯。}');
  await window.keyboard.press('Control+z');
  await agree('两年内完成三千台老旧电梯的改造。{使用十五年以上。}');
});

test('the menu 编号 and the palette ask for one too; without words nothing is put in', async () => {
  const { window } = running;
  await caretToEndOf(window, '制定本方案');
  await window.getByRole('button', { name: '编号' }).click();
  await window.getByRole('menuitem', { name: '插入脚注…' }).click();
  await expect(words()).toBeFocused();
  await window.keyboard.press('Enter');
  await expect(words()).toBeHidden();
  await window.keyboard.press('Control+k');
  await expect(window.getByRole('combobox', { name: '查找命令或标题' })).toBeFocused();
  await window.keyboard.insertText('插入脚注');
  await window.keyboard.press('Enter');
  await expect(words()).toBeFocused();
  await window.keyboard.insertText('依据安全生产有关规定。');
  await window.keyboard.press('Enter');
  await agree('为保障群众安全乘梯，制定本方案。{依据安全生产有关规定。}');
  await window.keyboard.press('Backspace');
  await agree('为保障群众安全乘梯，制定本方案。');
});

test('Backspace behind the sign takes it away with its words, undo brings both back', async () => {
  const { window } = running;
  await caretToEndOf(window, '三千台');
  await window.keyboard.press('Backspace');
  await expect.poll(marks).toBe('①');
  await agree('两年内完成三千台老旧电梯的改造。');
  await window.keyboard.press('Control+z');
  await expect.poll(marks).toBe('①②');
  await agree('两年内完成三千台老旧电梯的改造。{使用十五年以上。}');
});

test('what stands in a footnote is found, shown in its sentence, and replaced', async () => {
  const { window } = running;
  await caretToEndOf(window, '制定本方案');
  await window.keyboard.press('Control+Alt+f');
  await expect(words()).toBeFocused();
  await window.keyboard.insertText('指使用十五年以上的电梯。');
  await window.keyboard.press('Enter');
  await window.keyboard.press('Control+h');
  await window.getByRole('textbox', { name: '查找内容' }).fill('十五年以上的');
  const beside = window.locator('.find-beside');
  await expect(beside).toHaveText('脚注指使用十五年以上的电梯。');
  await expect(window.getByRole('status', { name: '结果' })).toHaveText('1 / 1');
  await window.getByRole('textbox', { name: '替换为' }).fill('二十年以上的');
  await window.getByRole('button', { name: '全部替换' }).click();
  await expect(beside).toBeHidden();
  await window.keyboard.press('Escape');
  await expect(window.locator('.footnote[title="指使用二十年以上的电梯。"]')).toBeVisible();
  expect(errors).toEqual([]);
});
