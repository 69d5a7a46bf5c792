import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { blockText } from '../../shared/document/plain-text';
import { caretToEndOf } from '../helpers/caret';
import { seriousFindings } from '../helpers/check-accessibility';
import { launchApp, newUserDataFolder, type RunningApp } from '../helpers/launch-app';
import { storedDocuments } from '../helpers/stored-documents';

const userData = newUserDataFolder();
const source = [
  '云川市人民政府关于推进社区养老服务的实施意见',
  '各区人民政府，市政府各部门：',
  '为推进社区养老服务，现提出如下意见。',
  '一、总体要求',
  '（一）主要目标。到2030年，建成养老站点120个。',
  '二、重点任务',
  '（一）完善设施。2027年新建养老站点40个，2028年新建30个。（责任单位：市民政局）',
  '（二）培育队伍。每年培训养老护理员。',
  '（三）长句。甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲乙',
  '',
].join('\n');

let running: RunningApp;
let page: Page;
const errors: string[] = [];

// The tests share one window and go on from one another: a retry begins with the first.
test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  const path = join(userData, '意见.txt');
  writeFileSync(path, source);
  running = await launchApp({ userData, args: [path] });
  page = running.window;
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await expect(page.getByRole('textbox', { name: '正文' })).toBeVisible();
});
test.afterEach(() => expect(errors).toEqual([]));
test.afterAll(() => running.close());

const field = () => page.getByRole('textbox', { name: '查找内容' });
const count = () => page.getByRole('status', { name: '结果' });
/** The words painted as hits, the one at hand last. */
const painted = () =>
  page.evaluate(() =>
    ['search-hit', 'search-current'].map((name) =>
      [...(CSS.highlights.get(name) ?? [])].map((range) => String(range as Range)),
    ),
  );
const texts = async (): Promise<string[]> => {
  await page.keyboard.press('Control+s');
  return storedDocuments(userData)[0]!.parts.flatMap((part) => part.children.map(blockText));
};

test('Ctrl+F finds while one types, marks the hits and counts them', async () => {
  await caretToEndOf(page, '每年培训');
  await page.keyboard.press('Control+f');
  await expect(field()).toBeFocused();
  await field().fill('站点');
  await expect(count()).toHaveText('1 / 2');
  await expect.poll(painted).toEqual([['站点'], ['站点']]);
  await field().fill('没有的词');
  await expect(count()).toHaveText('没有找到');
  await expect.poll(painted).toEqual([[], []]);
});

test('Enter, Shift+Enter and F3 step; Escape puts the caret at the hit', async () => {
  await field().fill('养老');
  await expect(count()).toHaveText(/^\d \/ 5$/);
  await field().press('F3');
  await field().press('Enter');
  await field().press('Shift+Enter');
  await field().fill('护理员');
  await expect(count()).toHaveText('1 / 1');
  await field().press('Escape');
  await expect(field()).toBeHidden();
  expect(await page.evaluate(() => String(getSelection()))).toBe('护理员');
  await page.keyboard.type('服务员');
  await expect.poll(texts).toContain('培育队伍。每年培训养老服务员。');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect.poll(texts).toContain('培育队伍。每年培训养老护理员。');
});

test('hits follow what is typed on the paper', async () => {
  await page.keyboard.press('Control+f');
  await field().fill('站点');
  await expect(count()).toHaveText(/ 2$/);
  await caretToEndOf(page, '每年培训');
  await page.keyboard.type('增加站点。');
  await expect(count()).toHaveText(/ 3$/);
  await expect.poll(async () => (await painted()).flat().length).toBe(3);
  await page.keyboard.press('Control+z');
  await expect(count()).toHaveText(/ 2$/);
});

test('the scope can be the chapter of the caret', async () => {
  await caretToEndOf(page, '到2030年');
  await page.getByLabel('查找范围').selectOption('本章');
  await expect(count()).toHaveText('1 / 1');
  await page.getByLabel('查找范围').selectOption('全文');
  await expect(count()).toHaveText(/ 2$/);
});

test('a bad pattern says what is wrong with it; one without end does not hang the window', async () => {
  await page.getByRole('button', { name: '按正则表达式查找' }).click();
  await field().fill('(甲');
  await expect(page.getByText('圆括号没有成对。')).toBeVisible();
  await field().fill('(甲+)+$');
  await expect(page.getByText('这个正则要试的情形太多')).toBeVisible();
  await field().fill('(\\d+)年新建');
  await expect(count()).toHaveText(/ 2$/);
});

test('Ctrl+H replaces one, then all as one step of undo, with groups', async () => {
  await page.keyboard.press('Control+h');
  const replacement = page.getByRole('textbox', { name: '替换为' });
  await field().fill('(20\\d\\d)年(新建|，)');
  await expect(count()).toHaveText(/ 3$/);
  await page.getByLabel('查找范围').selectOption('本部分');
  await expect(count()).toHaveText('2 / 3');
  await field().press('Shift+Enter');
  await expect(count()).toHaveText('1 / 3');
  await replacement.fill('$1年底$2');
  await replacement.press('Enter');
  await expect(count()).toHaveText('1 / 2');
  await expect.poll(texts).toContain('主要目标。到2030年底，建成养老站点120个。');
  await page.getByRole('button', { name: '全部替换' }).click();
  await expect(page.getByText('已替换 2 处。')).toBeVisible();
  await expect.poll(texts).toContain('完善设施。2027年底新建养老站点40个，2028年底新建30个。');
  await page.getByRole('button', { name: '撤销', exact: true }).last().click();
  await expect.poll(texts).toContain('完善设施。2027年新建养老站点40个，2028年新建30个。');
  expect(await texts()).toContain('主要目标。到2030年底，建成养老站点120个。');
  await expect(count()).toHaveText(/ 2$/);
  expect(await seriousFindings(page)).toEqual([]);
  await page.keyboard.press('Control+f');
  await field().press('Escape');
  await expect(field()).toBeHidden();
  expect(await painted()).toEqual([[], []]);
});

test('straight quotation marks typed in Chinese text become its own; one undo gives the straight one back', async () => {
  await caretToEndOf(page, '每年培训');
  await page.keyboard.type('实施"银龄"行动--一');
  await expect.poll(texts).toContain('培育队伍。每年培训养老护理员。实施“银龄”行动——一');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('"');
  await expect.poll(texts).toContain('培育队伍。每年培训养老护理员。实施“银龄”行动——“');
  await page.keyboard.press('Control+z');
  await expect.poll(texts).toContain('培育队伍。每年培训养老护理员。实施“银龄”行动——"');
});

test('the count opens the lengths of all chapters and leads to them', async () => {
  await page.getByRole('button', { name: /字 \/ 5,000$/ }).click();
  const lengths = page.getByRole('dialog', { name: '字数' });
  await expect(lengths).toContainText('专项工作文件还可写');
  await expect(lengths.getByRole('button')).toHaveText([/^导语\d+/, /^一、总体要求\d+/, /^二、重点任务\d+/]);
  await page.waitForTimeout(200);
  expect(await seriousFindings(page, { 'aria-hidden-focus': /data-base-ui-focus-guard/ })).toEqual([]);
  await page.screenshot({ path: 'test-results/lengths.png' });
  await lengths.getByRole('button', { name: /二、重点任务/ }).click();
  await expect(lengths).toBeHidden();
  await expect(page.locator('.block.current')).toContainText('重点任务');
});
