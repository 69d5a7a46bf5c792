import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { caretToEndOf } from '../helpers/caret';
import { seriousFindings } from '../helpers/check-accessibility';
import { answerSaveDialogs } from '../helpers/desktop-dialogs';
import { type OpenedText, openText } from '../helpers/open-text';

const source = [
  '云川市社区养老服务提升行动方案',
  '为提升社区养老服务水平，制定本方案。',
  '一、主要目标',
  '到2028年，建成社区养老站点120个，助餐点覆盖率由2025年的38%提高到85%以上，护理员达到3000人。',
  '二、主要任务',
  '（一）完善设施网络。2027年6月底前，新建站点40个。（责任单位：市民政局）',
  '三、保障措施',
  '（一）加强组织领导。建立联席会议制度，按季度调度。',
  '云川市人民政府',
  '2026年3月18日',
];

let running: OpenedText;
// The tests share one window and go on from one another: a retry begins with the first.
test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  running = await openText(source);
});
test.afterEach(() => expect(running.errors).toEqual([]));
test.afterAll(() => running.close());

const panel = () => running.window.locator('.plan');
const rows = () => panel().locator('.plan-row');
const cell = (row: number, column: number) =>
  running.window.locator('.paper table tr').nth(row).locator('td').nth(column);

test('指标 lists what the text promises in numbers, with base and year, and leads to the words', async () => {
  const { window } = running;
  await window.getByRole('tab', { name: '指标' }).click();
  await expect(rows()).toHaveText([
    /社区养老站点120个（2028年）$/,
    /助餐点覆盖率38%（2025年） → ≥85%（2028年）$/,
    /护理员3000人（2028年）$/,
    /站点40个（2027年）$/,
  ]);
  await expect(panel().getByRole('img', { name: '从38%到85%' })).toBeVisible();
  await rows().nth(1).click();
  await expect(window.locator('.paper .current')).toContainText('助餐点覆盖率');
  expect(await seriousFindings(window)).toEqual([]);
});

test('what is none is turned down, remembered, and taken back', async () => {
  const { window } = running;
  await panel().getByRole('button', { name: '不是指标：护理员' }).click();
  await expect(rows()).toHaveCount(3);
  await caretToEndOf(window, '制定本方案');
  await window.keyboard.insertText('近三年');
  await expect(rows()).toHaveCount(3);
  await panel().getByText('已排除').click();
  await panel().getByRole('button', { name: '重新列出：护理员' }).click();
  await expect(rows()).toHaveCount(4);
});

test('a row is set right without touching the text, remembered, and taken back', async () => {
  const { window } = running;
  await panel().getByRole('button', { name: '更正：社区养老站点' }).click();
  const form = panel().getByRole('form', { name: '更正：社区养老站点' });
  await form.getByLabel('目标年', { exact: true }).fill('28');
  await expect(form.getByRole('alert')).toContainText('四位数字');
  await form.getByLabel('目标年', { exact: true }).fill('2029');
  await form.getByLabel('基期值').fill('80');
  await form.getByLabel('属性').selectOption('约束性');
  expect(await seriousFindings(window)).toEqual([]);
  await window.screenshot({ path: resolve('test-results', 'screens', 'indicator-form.png') });
  await form.getByLabel('指标', { exact: true }).press('Enter');
  await expect(rows().first()).toContainText('80个 → 120个（2029年）');
  await expect(panel()).toContainText('已更正');
  await expect(window.locator('.paper')).toContainText('到2028年，建成社区养老站点120个');
  await panel().getByRole('button', { name: '恢复原读法：社区养老站点' }).click();
  await expect(rows().first()).toHaveText(/社区养老站点120个（2028年）$/);
});

test('the indicators leave as a Word file and as a workbook', async () => {
  const { app, userData } = running;
  const files = ['指标.docx', '指标.xlsx'].map((name) => join(userData, name));
  for (const [at, name] of ['指标表（Word）', '指标表（Excel）'].entries()) {
    await answerSaveDialogs(app, files[at]!);
    await panel().getByRole('button', { name }).click();
    await expect.poll(() => existsSync(files[at]!)).toBe(true);
  }
  const words = (at: number, path: string) => strFromU8(unzipSync(readFileSync(files[at]!))[path]!);
  expect(words(0, 'word/document.xml')).toContain('助餐点覆盖率');
  expect(words(1, 'xl/worksheets/sheet1.xml')).toContain('38（2025年）');
});

test('the table of indicators is put behind the goals, and follows the text when asked to', async () => {
  const { window } = running;
  await panel().getByRole('button', { name: '插入指标表' }).click();
  await expect(window.locator('.paper table tr')).toHaveCount(5);
  await expect(panel()).toContainText('指标表与正文一致。');
  await caretToEndOf(window, '护理员达到3000人');
  await window.keyboard.insertText('培训志愿者500人。');
  await expect(panel()).toContainText('表中没有');
  await window.screenshot({ path: resolve('test-results', 'screens', 'indicators-panel.png') });
  await panel().getByRole('button', { name: '按正文更新表' }).click();
  await expect(window.locator('.paper table tr')).toHaveCount(6);
  await expect(panel()).toContainText('指标表与正文一致。');
  await expect(cell(2, 3)).toHaveText('38（2025年）');
  await window.keyboard.press('Control+z');
  await expect(window.locator('.paper table tr')).toHaveCount(5);
});

test('more differences than fit stand behind a click', async () => {
  const { window } = running;
  await caretToEndOf(window, '培训志愿者500人。');
  const names = ['适老公园', '便民食堂', '健身驿站', '社区书屋', '康复球场', '老年泳池', '示范街区'];
  await window.keyboard.insertText(`建成${names.map((name, at) => `${name}${at + 2}个`).join('，')}。`);
  await expect(panel().getByText('“老年泳池”表中没有')).toBeHidden();
  await panel()
    .getByText(/^另有 \d+ 处$/)
    .click();
  await expect(panel().getByText('“老年泳池”表中没有')).toBeVisible();
  expect(await seriousFindings(window)).toEqual([]);
  await window.screenshot({ path: resolve('test-results', 'screens', 'indicators-differences.png') });
});
