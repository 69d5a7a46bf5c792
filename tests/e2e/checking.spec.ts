import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import Database from 'better-sqlite3';
import { strFromU8, unzipSync } from 'fflate';
import { seriousFindings } from '../helpers/check-accessibility';
import { answerOpenDialogs, answerSaveDialogs, recordShownFiles } from '../helpers/desktop-dialogs';
import { launchApp, newUserDataFolder, type RunningApp } from '../helpers/launch-app';

const userData = newUserDataFolder();
const source = [
  '云川市推进农贸市场改造实施方案',
  '为改善农贸市场环境，制定本方案。',
  '一、总体要求',
  '（一）主要目标。到2028年，改造农贸市场36个，其它市场同步提升。',
  '二、重点任务',
  '（一）改造场内设施。其它老旧市场2026年底前完成排查，加强加强消防检查。（责任单位：市商务局、市市场监管局）',
  '（二）规范经营秩序。其它摊位实行分区经营，截止2026年底完成划线。（责任单位：市市场监管局）',
  '三、保障措施',
  '（一）加强组织领导。市商务局牵头，2026年2月30日前成立专班。',
  '',
].join('\n');

let running: RunningApp;
let page: Page;
const errors: string[] = [];

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  const path = join(userData, '方案.txt');
  writeFileSync(path, source);
  running = await launchApp({ userData, args: [path] });
  page = running.window;
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await expect(page.getByRole('textbox', { name: '正文' })).toBeVisible();
  await recordShownFiles(running.app);
});
test.afterEach(() => expect(errors).toEqual([]));
test.afterAll(() => running.close());

const cards = () => page.locator('.finding');
const others = () => cards().filter({ hasText: '其它' });
const verdict = (name: string) => page.locator('.verdict').getByRole('button', { name });
const paper = () => page.getByRole('textbox', { name: '正文' });
const openMenu = async (text: string, item: string) => {
  await cards().filter({ hasText: text }).first().getByRole('button', { name: '这条规则' }).click();
  await page.getByRole('menuitem', { name: item }).click();
};

test('the parts of the document stand as tiles with their length against what is usual', async () => {
  const tiles = page.locator('.part-map-tile');
  await expect(tiles).toHaveCount(4);
  await expect(tiles.filter({ hasText: '保障措施' })).toContainText('偏短');
  await expect(tiles.filter({ hasText: '保障措施' })).toContainText('通常 430—1480 字');
  expect(await seriousFindings(page)).toEqual([]);
  await page.screenshot({ path: 'test-results/screens/checking-1280.png' });
});

test('findings are narrowed by severity, part, unit and rule, by the keyboard alone', async () => {
  await expect(cards().filter({ hasText: '2月30日' })).toHaveCount(1);
  await verdict('必改').focus();
  await page.keyboard.press('Space');
  await expect(cards().filter({ hasText: '2月30日' })).toHaveCount(0);
  await page.keyboard.press('Space');
  await page.getByLabel('按部分筛选').selectOption({ index: 2 });
  await expect(page.locator('.finding-narrowed')).toContainText(/显示 \d+ 处，共 \d+ 处/);
  await page.getByRole('button', { name: '显示全部' }).click();
  await page.getByLabel('按责任单位筛选').selectOption('市商务局');
  await expect(cards().filter({ hasText: '加强加强' })).toHaveCount(1);
  await expect(cards().filter({ hasText: '截止' })).toHaveCount(0);
  await page.getByRole('button', { name: '显示全部' }).click();
  await page.getByLabel('按规则筛选').selectOption('wording/others');
  await expect(cards()).toHaveCount(1);
  await expect(others()).toContainText('3 处');
});

test('F8 goes through what is shown', async () => {
  const at = () => page.locator('.finding-times').textContent();
  await page.keyboard.press('F8');
  await expect.poll(at).toBe('第 1 处，共 3 处');
  await page.keyboard.press('F8');
  await page.keyboard.press('Shift+F8');
  await page.keyboard.press('Shift+F8');
  await expect.poll(at).toBe('第 3 处，共 3 处');
});

test('all findings of a kind are put right in one step, which is undone in one', async () => {
  await others().getByRole('button', { name: '全部修改' }).click();
  await expect(paper()).not.toContainText('其它');
  await expect(cards()).toHaveCount(0);
  await paper().focus();
  await page.keyboard.press('Control+z');
  await expect(others()).toContainText('3 处');
  await page.getByRole('button', { name: '显示全部' }).click();
});

test('findings are ordered by place', async () => {
  await page.getByRole('button', { name: '按位置排列' }).click();
  await expect(
    page.locator('.findings-list > section > .findings-kind').filter({ hasText: '二、重点任务' }),
  ).toBeVisible();
  await expect(others()).toHaveCount(3);
  await page.screenshot({ path: 'test-results/screens/checking-places-1280.png' });
  await page.getByRole('button', { name: '按类别排列' }).click();
});

test('a rule is switched off for this document, listed, and switched on again', async () => {
  await openMenu('其它', '本文稿停用');
  await expect(others()).toHaveCount(0);
  await page.getByRole('button', { name: /^停用的规则/ }).click();
  await expect(cards().filter({ hasText: '本文稿停用' })).toContainText('用“其他”，不用“其它”');
  await page.getByRole('button', { name: '重新启用' }).click();
  await expect(others()).toHaveCount(1);
});

test('a rule of a regulation cannot be switched off', async () => {
  await cards().filter({ hasText: '2月30日' }).first().getByRole('button', { name: '这条规则' }).click();
  await expect(page.getByRole('menuitem', { name: '条例的要求，不能停用' })).toBeDisabled();
  await page.keyboard.press('Escape');
});

test('the page of rules finds a rule with its examples and switches it off for the bureau', async () => {
  await openMenu('截止', '看规则和例子');
  const dialog = page.locator('.dialog');
  await expect(dialog.locator('.rule-examples')).toContainText('截至2025年底');
  await dialog.getByRole('checkbox', { name: /^本单位启用/ }).uncheck();
  await dialog.getByLabel('查找规则').fill('盖章');
  await expect(dialog.getByRole('status')).toContainText('1 条');
  await dialog.getByLabel('查找规则').fill('');
  await expect(dialog.getByRole('status')).toContainText(/^(\d+) 条，共 \1 条$/);
  expect(await seriousFindings(page)).toEqual([]);
  await page.screenshot({ path: 'test-results/screens/rules-1280.png' });
});

test('a rule pack that does not fit is refused in a sentence, one that does is heeded and can be removed', async () => {
  const dialog = page.locator('.dialog');
  const read = async (pack: object) => {
    const path = join(userData, '用语.json');
    writeFileSync(path, JSON.stringify(pack));
    await answerOpenDialogs(running.app, [path]);
    await dialog.getByRole('button', { name: '读入规则包…' }).click();
  };
  const pack = { format: 'nigao-rule-pack', version: 1, name: '商务局用语', terms: [{ avoid: '专班', use: '工作组' }] };
  const sample = join(userData, '样例.json');
  await answerSaveDialogs(running.app, sample);
  await dialog.getByRole('button', { name: '存一份样例…' }).click();
  await expect(page.locator('.toast').filter({ hasText: '样例.json' })).toBeVisible();
  expect(JSON.parse(readFileSync(sample, 'utf8'))).toMatchObject({ format: 'nigao-rule-pack' });
  await read({ ...pack, soften: [{ rule: 'form/date-impossible', to: 'hint' }] });
  await expect(dialog.getByRole('alert')).toContainText('是条例的要求，不能放宽');
  await read(pack);
  await expect(dialog.locator('.rule').filter({ hasText: '商务局用语' })).toContainText('用语 1 条');
  await dialog.getByRole('button', { name: '关闭' }).click();
  await expect(cards().filter({ hasText: '“专班”应写作“工作组”' })).toHaveCount(1);
  await expect(cards().filter({ hasText: '截止', hasNotText: '停用' })).toHaveCount(0);
  await page.getByRole('button', { name: '校核规则' }).click();
  await dialog.getByRole('button', { name: '移除商务局用语' }).click();
  await page.keyboard.press('Escape');
  await expect(cards().filter({ hasText: '专班' })).toHaveCount(0);
});

test('a person answers what no program can, and the 核稿单 and its data say so', async () => {
  await page.getByRole('button', { name: /^请人工核对的事项/ }).click();
  const question = page.getByRole('group', { name: '所依据的文件是否现行有效' });
  await question.getByLabel('是', { exact: true }).check();
  await question.getByPlaceholder('意见，可以不填').fill('已核2025年文本');
  await page.keyboard.press('Tab');
  const data = join(userData, '核稿.json');
  await answerSaveDialogs(running.app, data);
  await page.getByRole('button', { name: '其他导出' }).click();
  await page.getByRole('menuitem', { name: '导出核稿数据' }).click();
  await expect(page.locator('.toast').filter({ hasText: '已导出核稿数据' })).toBeVisible();
  const review = JSON.parse(readFileSync(data, 'utf8'));
  expect(review.questions[0]).toEqual({
    question: '所依据的文件是否现行有效',
    answer: 'yes',
    note: '已核2025年文本',
  });
  expect(review.off).toEqual([expect.objectContaining({ rule: 'wording/until', by: 'bureau' })]);
  const report = join(userData, '核稿单.docx');
  await answerSaveDialogs(running.app, report);
  await page.getByRole('button', { name: '导出核稿单' }).click();
  await expect(page.locator('.toast').filter({ hasText: '已导出核稿单' })).toBeVisible();
  const text = strFromU8(unzipSync(readFileSync(report))['word/document.xml']!);
  for (const words of ['已核2025年文本', '☑', '停用的规则', '各部分篇幅']) expect(text).toContain(words);
});

test('the findings leave as comments of a Word file, each beside its paragraph', async () => {
  const target = join(userData, '批注稿.docx');
  await answerSaveDialogs(running.app, target);
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: '命令' })).toBeVisible();
  await page.keyboard.type('批注稿');
  await page.keyboard.press('Enter');
  await expect(page.locator('.toast').filter({ hasText: '已导出批注稿' })).toBeVisible();
  const files = unzipSync(readFileSync(target));
  const comments = strFromU8(files['word/comments1.xml']!);
  const text = strFromU8(files['word/document.xml']!);
  expect(comments).toContain('w:author="拟稿校核"');
  const id = /w:id="(\d+)"[^>]*>(?:(?!<\/w:comment>).)*2月30日/.exec(comments)?.[1];
  const paragraph = text.split('<w:p>').find((one) => one.includes(`<w:commentReference w:id="${id}"/>`));
  expect(paragraph).toContain('成立专班');
});

test('the panel and the page of rules in the dark', async () => {
  await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'));
  await page.screenshot({ path: 'test-results/screens/checking-dark-1280.png' });
  await page.getByRole('button', { name: '校核规则' }).click();
  await expect(page.locator('.rules')).toBeVisible();
  expect(await seriousFindings(page)).toEqual([]);
  await page.screenshot({ path: 'test-results/screens/rules-dark-1280.png' });
  await page.keyboard.press('Escape');
});

test('the figures of the library follow the rules of the bureau', async () => {
  await page.getByRole('button', { name: '文库' }).click();
  const should = () => page.locator('.library-table, table').getByRole('img', { name: /^建议 / });
  const count = async () => Number((await should().getAttribute('aria-label'))?.replace(/\D/g, ''));
  await expect(should()).toBeVisible();
  const before = await count();
  await page.getByRole('button', { name: '校核规则' }).click();
  await page.locator('.dialog').getByLabel('查找规则').fill('截止');
  await page
    .locator('.dialog')
    .getByRole('checkbox', { name: /^本单位启用/ })
    .first()
    .check();
  await page.getByRole('button', { name: '关闭' }).click();
  await expect.poll(count, { timeout: 20_000 }).toBe(before + 1);

  // As after an update of the app: what was counted by other rules is not shown, and counted anew.
  await running.close();
  const db = new Database(join(userData, 'nigao.db'));
  db.prepare("UPDATE documents SET summary_rules = 'others'").run();
  db.close();
  running = await launchApp({ userData });
  page = running.window;
  await expect(page.locator('table').getByText('待重查')).toBeVisible();
  await page.screenshot({ path: 'test-results/screens/library-recheck-1280.png' });
  await expect.poll(count, { timeout: 20_000 }).toBe(before + 1);
});
