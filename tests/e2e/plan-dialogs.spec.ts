import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { seriousFindings } from '../helpers/check-accessibility';
import { answerOpenDialogs, answerSaveDialogs } from '../helpers/desktop-dialogs';
import { type OpenedText, openText } from '../helpers/open-text';
import { cityLines, provinceLines } from '../unit/plan/plan-texts';

let running: OpenedText;
test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  running = await openText(cityLines);
});
test.afterEach(() => expect(running.errors).toEqual([]));
test.afterAll(() => running.close());

const dialog = (name: string) => running.window.getByRole('dialog', { name });
/** The row that asks for this; the choices in others name it too. */
const row = (text: string) =>
  running.window
    .locator('.superior-table tbody tr')
    .filter({ has: running.window.locator('td:first-child', { hasText: text }) });
const command = async (name: string): Promise<void> => {
  const { window } = running;
  await window.keyboard.press('Control+k');
  await window.getByPlaceholder(/命令/).fill(name);
  await window.keyboard.press('Enter');
};
const picture = async (name: string): Promise<void> => {
  for (const theme of ['light', 'dark'] as const) {
    await running.window.emulateMedia({ colorScheme: theme });
    await running.window.screenshot({ path: `test-results/screens/${name}-${theme}.png` });
  }
  await running.window.emulateMedia({ colorScheme: 'light' });
};
const wordsOf = (path: string, part: string): string => strFromU8(unzipSync(readFileSync(path))[part]!);

test('what a superior document asks for stands beside what this one says, each judged', async () => {
  const { app, window, userData } = running;
  await command('贯彻落实对照');
  await expect(dialog('贯彻落实对照')).toContainText('文件只在本机读取');
  const [above, empty] = [join(userData, '省方案.txt'), join(userData, '空.txt')];
  writeFileSync(above, provinceLines.join('\n'));
  writeFileSync(empty, '');
  await answerOpenDialogs(app, [above, empty]);
  await dialog('贯彻落实对照').getByRole('button', { name: '添加上级文件' }).click();
  await expect(row('助餐点覆盖率85%')).toContainText('未达上级');
  await expect(row('护理型床位占比60%')).toContainText('与上级一致');
  await expect(row('社区养老站点5000个')).toContainText('核对分解数');
  await expect(row('发展社区助餐')).toContainText('办好老年食堂');
  await expect(row('发展社区助餐')).toContainText('相近程度高，共同用语：');
  await expect(row('发展社区助餐')).toContainText('晚于上级时限');
  await expect(row('发展银发旅居')).toContainText('未见对应');
  await expect(window.locator('.toast').filter({ hasText: '没有读入“空.txt”' })).toBeVisible();
  expect(await seriousFindings(window)).toEqual([]);
  await picture('superior-plan');
});

test('what the person says of a row is remembered, and taken back', async () => {
  const { window } = running;
  await window.getByRole('button', { name: /^确认：发展社区助餐/ }).click();
  await expect(row('发展社区助餐')).toContainText('已贯彻，晚于上级时限，人工确认');
  await window.getByLabel(/^另选对应内容：发展银发旅居/).selectOption('推进适老化改造');
  await expect(row('发展银发旅居')).toContainText('推进适老化改造');
  await window.getByRole('button', { name: /^改回：发展银发旅居/ }).click();
  await expect(row('发展银发旅居')).toContainText('未见对应');
  await window.getByRole('button', { name: '完成' }).click();
  await command('贯彻落实对照');
  await expect(row('发展社区助餐')).toContainText('人工确认');
  await window.getByRole('button', { name: '待处理' }).click();
  await expect(row('护理型床位占比60%')).toHaveCount(0);
  await window.getByRole('button', { name: '全部' }).click();
});

test('the 贯彻落实对照表 leaves as a Word file and as a workbook', async () => {
  const { app, window, userData } = running;
  const files = ['对照.docx', '对照.xlsx'].map((name) => join(userData, name));
  for (const [at, name] of ['对照表（Word）', '对照表（Excel）'].entries()) {
    await answerSaveDialogs(app, files[at]!);
    await window.getByRole('button', { name }).click();
    await expect.poll(() => existsSync(files[at]!)).toBe(true);
  }
  expect(wordsOf(files[0]!, 'word/document.xml')).toContain('未达上级');
  expect(wordsOf(files[1]!, 'xl/worksheets/sheet1.xml')).toContain('人工确认');
});

test('a click on an answer leads to its words, a superior document is removed and put back', async () => {
  const { window } = running;
  await row('发展社区助餐').getByRole('button', { name: '办好老年食堂' }).click();
  await expect(dialog('贯彻落实对照')).toHaveCount(0);
  await expect(window.locator('.paper .current')).toContainText('办好老年食堂');
  await command('贯彻落实对照');
  await window.getByRole('button', { name: /^移除：东南省/ }).click();
  await expect(window.locator('.superior-table')).toHaveCount(0);
  await window.locator('.toast').filter({ hasText: '已移除' }).getByRole('button', { name: '撤销' }).click();
  await expect(row('发展社区助餐')).toContainText('人工确认');
  await window.keyboard.press('Escape');
  await expect(dialog('贯彻落实对照')).toHaveCount(0);
});

test('goals, tasks and safeguards are a matrix; a cell is confirmed by keyboard, orphans are listed and lead to their place', async () => {
  const { app, window, userData } = running;
  await window.getByRole('tab', { name: '分工' }).click();
  await window.getByRole('button', { name: '覆盖情况' }).click();
  const matrix = dialog('目标任务覆盖情况');
  await expect(matrix.getByRole('columnheader')).toHaveCount(4);
  await expect(matrix.getByRole('heading', { name: /没有对应目标的任务/ })).toBeVisible();
  const cell = matrix.getByRole('button', { name: /“家属投诉率1%（2028年）”和“推进适老化改造”/ });
  await expect(cell).toHaveAttribute('aria-pressed', 'false');
  await cell.focus();
  await expect(matrix.locator('.coverage-why')).toContainText('没有看到联系');
  await window.keyboard.press('Enter');
  await expect(cell).toHaveAttribute('aria-pressed', 'true');
  await expect(cell).toHaveText('●');
  expect(await seriousFindings(window)).toEqual([]);
  await picture('coverage');
  const file = join(userData, '覆盖.xlsx');
  await answerSaveDialogs(app, file);
  await matrix.getByRole('button', { name: '覆盖表（Excel）' }).click();
  await expect.poll(() => existsSync(file)).toBe(true);
  expect(wordsOf(file, 'xl/worksheets/sheet1.xml')).toContain('推进适老化改造');
  await cell.press('Enter');
  await expect(cell).toHaveAttribute('aria-pressed', 'false');
  await matrix.getByRole('rowheader').filter({ hasText: '保障护理人才' }).getByRole('button').click();
  await expect(matrix).toHaveCount(0);
  await expect(window.locator('.paper .current')).toContainText('保障护理人才');
});

test('all times of the text stand on one line, with what the checks say of them, and lead back to their words', async () => {
  const { window } = running;
  await command('时间线');
  const times = dialog('时间线');
  await expect(times.getByRole('row').filter({ hasText: '2027年6月底前' })).toContainText('办好老年食堂');
  await expect(times.getByRole('row').filter({ hasText: '2028年' })).toContainText('助餐点覆盖率达到80%');
  await times.getByRole('button', { name: /^时限/ }).click();
  await expect(times.getByRole('row').filter({ hasText: '2027年3月底前' })).toBeVisible();
  expect(await seriousFindings(window)).toEqual([]);
  await picture('times');
  await times.getByRole('row').filter({ hasText: '2027年6月底前' }).getByRole('button').click();
  await expect(times).toBeHidden();
  await expect(window.getByRole('textbox', { name: '正文' })).toBeFocused();
  await expect
    .poll(() => window.evaluate(() => getSelection()?.anchorNode?.textContent ?? ''))
    .toContain('2027年6月底前');
});
