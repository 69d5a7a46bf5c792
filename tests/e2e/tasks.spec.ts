import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { caretToEndOf } from '../helpers/caret';
import { seriousFindings } from '../helpers/check-accessibility';
import { answerSaveDialogs } from '../helpers/desktop-dialogs';
import { newUserDataFolder } from '../helpers/launch-app';
import { type OpenedText, openText } from '../helpers/open-text';

const userData = newUserDataFolder();
const source = [
  '云川市社区养老服务提升行动方案（2026—2028年）',
  '为提升社区养老服务水平，制定本方案。',
  '一、主要目标',
  '到2028年，建成社区养老站点120个，助餐点覆盖率达到85%以上。',
  '二、主要任务',
  '（一）完善设施网络。2027年6月底前，新建站点40个。（牵头单位：市民政局；配合单位：市财政局、市自然资源局）',
  '（二）发展助餐服务。制定助餐服务管理办法，每个街道办好一处老年食堂。（责任单位：市民政局）',
  '（三）培育护理队伍。每年培训护理员1000人。',
  '三、保障措施',
  '（一）加强组织领导。建立联席会议制度，按季度调度。',
  '云川市人民政府',
  '2026年3月18日',
];

let running: OpenedText;
// The tests share one window and go on from one another: a retry begins with the first.
test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  running = await openText(source, userData);
});
test.afterEach(() => expect(running.errors).toEqual([]));
test.afterAll(() => running.close());

const panel = () => running.window.locator('.plan');
const picture = (name: string) =>
  running.window.screenshot({ path: resolve('test-results', 'screens', `${name}.png`) });
const cell = (row: number, column: number) =>
  running.window.locator('.paper table tr').nth(row).locator('td').nth(column);

test('分工 lists every task with units and dates, says what lacks, and leads to its place', async () => {
  const { window } = running;
  await window.getByRole('tab', { name: '分工' }).click();
  await expect(panel()).toContainText('共 3 项任务，1 项未写单位，2 项未写时限。');
  await expect(panel().getByRole('listitem')).toHaveCount(3);
  await panel().getByRole('button', { name: '二（三） 培育护理队伍' }).click();
  await expect(window.locator('.paper .current')).toContainText('培育护理队伍');
  await panel().getByText('只看缺项').click();
  await expect(panel().getByRole('listitem')).toHaveCount(2);
  await panel().getByText('只看缺项').click();
  await panel().getByRole('button', { name: '按单位' }).click();
  await expect(panel().locator('.plan-heading').first()).toContainText('市民政局牵头 2 · 配合 0');
  await panel().getByRole('button', { name: '按时限' }).click();
  await expect(panel().locator('.plan-heading')).toHaveText(['2027年6月底前1 项', '未写时限2 项']);
  expect(await seriousFindings(window)).toEqual([]);
  await panel().getByRole('button', { name: '按任务' }).click();
  await picture('tasks-panel');
});

test('the units of a task are picked from its row, and the panel follows', async () => {
  const { window } = running;
  await panel().getByRole('button', { name: '未写单位：培育护理队伍' }).click();
  const dialog = window.getByRole('dialog', { name: '责任单位' });
  await expect(dialog).toBeVisible();
  await window.keyboard.type('smzj');
  await expect(dialog.getByRole('option', { name: '市民政局' })).toHaveAttribute('aria-selected', 'true');
  await window.keyboard.press('Enter');
  await expect(dialog.getByRole('button', { name: '去掉市民政局' })).toBeVisible();
  await dialog.locator('.btn-primary').click();
  await expect(panel()).toContainText('0 项未写单位');
});

test('the table becomes an attachment; what is changed in it is written back into the text, in one undo', async () => {
  const { window } = running;
  await panel().getByRole('button', { name: '加为附件' }).click();
  await expect(window.locator('.paper table tr')).toHaveCount(4);
  await expect(panel()).toContainText('与正文一致。');
  await cell(1, 3).click();
  await window.keyboard.press('End');
  await window.keyboard.insertText('、市卫生健康委');
  await expect(panel()).toContainText('与正文有 1 处不同');
  await picture('tasks-panel-difference');
  await panel().getByRole('button', { name: '按表改正文' }).click();
  const note = window.locator('.paper .responsibility').first();
  await expect(note).toContainText('配合单位：市财政局、市自然资源局、市卫生健康委');
  await expect(panel()).toContainText('与正文一致。');
  await window.keyboard.press('Control+z');
  await expect(note).not.toContainText('市卫生健康委');
  await panel().getByRole('button', { name: '按正文更新表' }).click();
  await expect(panel()).toContainText('与正文一致。');
  await expect(cell(1, 3)).toHaveText('市财政局、市自然资源局');
});

test('a deadline changed in the table is changed in the sentence that says it', async () => {
  const { window } = running;
  await cell(1, 4).click();
  await window.keyboard.press('End');
  for (let index = 0; index < '6月底前'.length; index += 1) await window.keyboard.press('Backspace');
  await window.keyboard.insertText('9月底前');
  await expect(panel()).toContainText('时限：正文2027年6月底前，表中2027年9月底前');
  await panel().getByRole('button', { name: '按表改正文' }).click();
  await expect(window.locator('.paper [data-block]').filter({ hasText: '完善设施网络' }).first()).toContainText(
    '2027年9月底前，新建站点40个',
  );
  await expect(panel()).toContainText('与正文一致。');
});

test('table and 会签单 are exported', async () => {
  const { app, window } = running;
  const files = ['分工表.docx', '分工表.xlsx', '会签单.docx'].map((name) => join(userData, name));
  for (const [at, name] of ['分工表（Word）', '分工表（Excel）', '各单位会签单'].entries()) {
    await answerSaveDialogs(app, files[at]!);
    await panel().getByRole('button', { name }).click();
    await expect.poll(() => existsSync(files[at]!)).toBe(true);
  }
  const words = (at: number, path: string) => strFromU8(unzipSync(readFileSync(files[at]!))[path]!);
  expect(words(0, 'word/document.xml')).toContain('完善设施网络');
  expect(words(1, 'xl/worksheets/sheet1.xml')).toContain('2027年9月底前');
  expect(words(2, 'word/document.xml')).toContain('市自然资源局');
  await caretToEndOf(window, '制定本方案');
});
