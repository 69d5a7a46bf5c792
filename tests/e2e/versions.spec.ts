import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { unzipSync } from 'fflate';
import { blockText } from '../../shared/document/plain-text';
import { buildDocx } from '../../shared/export/docx/build-docx';
import { standardOptions } from '../../shared/export/export-options';
import { splitLines } from '../../shared/recognise/lines/source-lines';
import { recogniseParagraphs } from '../../shared/recognise/recognise';
import { caretToEndOf } from '../helpers/caret';
import { seriousFindings } from '../helpers/check-accessibility';
import { answerOpenDialogs, answerSaveDialogs } from '../helpers/desktop-dialogs';
import { docxText } from '../helpers/docx-text';
import { launchApp, newUserDataFolder, type RunningApp } from '../helpers/launch-app';
import { storedDocuments } from '../helpers/stored-documents';

const userData = newUserDataFolder();
const source = [
  '云川市人民政府关于推进社区养老服务的实施意见',
  '各区人民政府，市政府各部门：',
  '为推进社区养老服务，现提出如下意见。',
  '一、总体要求',
  '（一）主要目标。到2030年，建成养老站点120个，服务满意率达到98%。',
  '二、重点任务',
  '（二）完善设施。新建小区同步配套养老用房。（责任单位：市民政局）',
  '（三）培育队伍。每年培训护理员。',
  '（四）建设基地。2026年底前建成实训基地。',
  '',
].join('\n');

let running: RunningApp;
let page: Page;
const errors: string[] = [];

test.beforeAll(async () => {
  const path = join(userData, '意见.txt');
  writeFileSync(path, source);
  running = await launchApp({ userData, args: [path] });
  page = running.window;
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await expect(page.getByRole('textbox', { name: '正文' })).toBeVisible();
});
test.describe.configure({ mode: 'serial' });
test.afterEach(() => expect(errors).toEqual([]));
test.afterAll(() => running.close());

const texts = async (): Promise<string[]> => {
  await page.keyboard.press('Control+s');
  return storedDocuments(userData)[0]!.parts.flatMap((part) => part.children.map(blockText));
};
const row = (name: string) => page.getByRole('list', { name: '版本' }).getByRole('listitem').filter({ hasText: name });
const dialog = () => page.locator('.dialog-full');
const changes = () => dialog().getByRole('list', { name: '改动' }).locator('.compare-row');

test('what was read from the file is the first version; a name keeps the present one', async () => {
  await page.getByRole('tab', { name: '版本' }).click();
  await expect(row('读入时的原样')).toBeVisible();
  await page.getByRole('button', { name: '送审稿' }).click();
  await page.getByRole('textbox', { name: '版本名称' }).press('Enter');
  await expect(page.getByText('已存为“送审稿”。')).toBeVisible();
  await expect(row('送审稿')).toBeVisible();
  await page.screenshot({ path: 'test-results/screens/versions-1280.png' });
});

test('what changed since is shown in the words of a plan, and chosen changes are taken back in one step', async () => {
  await caretToEndOf(page, '服务满意率达到98%');
  for (let count = 0; count < 5; count += 1) await page.keyboard.press('Backspace');
  await page.keyboard.insertText('到95%。');
  await caretToEndOf(page, '每年培训护理员');
  await page.keyboard.press('Enter');
  await page.keyboard.insertText('鼓励社会参与。支持企业开办助餐点。');
  const edited = await texts();
  await row('送审稿').getByRole('button', { name: '看改动' }).click();
  await expect(dialog()).toContainText('目标：98%→95%');
  await expect(changes()).toHaveCount(2);
  expect(await seriousFindings(page)).toEqual([]);
  await page.screenshot({ path: 'test-results/screens/compare-1280.png' });
  await changes().filter({ hasText: '目标：98%→95%' }).getByRole('checkbox').check();
  await dialog().getByRole('button', { name: '改回 1 处' }).click();
  await expect(dialog()).toHaveCount(0);
  await expect.poll(async () => (await texts()).join()).toContain('达到98%');
  expect((await texts()).join()).toContain('支持企业开办助餐点');
  // What it was before is a version, as when the whole is restored.
  await expect(row('恢复或采用其他版本之前')).toHaveCount(1);
  await page.getByRole('button', { name: '撤销', exact: true }).last().click();
  await expect.poll(texts).toEqual(edited);
});

test('the 对照表 leaves as a Word file', async () => {
  const target = join(userData, '对照表.docx');
  await answerSaveDialogs(running.app, target);
  await row('送审稿').getByRole('button', { name: '看改动' }).click();
  await dialog().getByRole('button', { name: '导出对照表' }).click();
  await expect(page.getByText('已导出对照表')).toBeVisible();
  expect(existsSync(target)).toBe(true);
  const xml = new TextDecoder().decode(unzipSync(readFileSync(target))['word/document.xml']);
  const words = xml.replace(/<[^>]+>/g, '');
  expect(words).toContain('修改对照表');
  expect(words).toContain('目标：98%→95%');
  await page.keyboard.press('Escape');
  await expect(dialog()).toHaveCount(0);
});

test('a version is restored whole, the present one is kept, and that is undone', async () => {
  const edited = await texts();
  await row('送审稿').getByRole('button', { name: '恢复', exact: true }).click();
  await expect.poll(async () => (await texts()).join()).not.toContain('支持企业开办助餐点');
  await expect(row('恢复或采用其他版本之前')).toHaveCount(2);
  await page.getByRole('textbox', { name: '正文' }).press('Control+z');
  await expect.poll(texts).toEqual(edited);
});

test('a version is renamed with the keyboard, and an emptied field leaves its name', async () => {
  await row('读入时的原样').getByRole('button', { name: '命名' }).click();
  await page.keyboard.insertText('征求意见稿');
  await page.keyboard.press('Enter');
  await expect(row('征求意见稿')).toBeVisible();
  await row('征求意见稿').getByRole('button', { name: '改名' }).click();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await page.getByRole('textbox', { name: '正文' }).click();
  await expect(page.locator('.toast').filter({ hasText: '仍叫“征求意见稿”' })).toBeVisible();
  await expect(row('征求意见稿')).toBeVisible();
});

test('two named versions are compared with each other by keyboard, and their 对照表 names both', async () => {
  await page.getByRole('textbox', { name: '版本名称' }).fill('审定稿');
  await page.keyboard.press('Enter');
  await expect(row('审定稿')).toBeVisible();
  await caretToEndOf(page, '每年培训护理员');
  await page.keyboard.insertText('另行补贴。');
  await row('审定稿').getByRole('button', { name: '看改动' }).click();
  await expect(changes()).toHaveCount(1);
  await expect(changes().getByRole('checkbox')).toHaveCount(1);
  const other = dialog().getByRole('combobox', { name: '与哪一份比较' });
  await other.focus();
  // The oldest is what was read from the file.
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowUp');
  await expect(dialog().getByRole('heading')).toHaveText(/^送审稿（.*） → 审定稿（.*）$/);
  await expect(other).toBeFocused();
  await expect(dialog()).toContainText('目标：98%→95%');
  await expect(dialog()).not.toContainText('另行补贴');
  await expect(changes().getByRole('checkbox')).toHaveCount(0);
  await expect(dialog().getByRole('button', { name: /改回/ })).toHaveCount(0);
  expect(await seriousFindings(page)).toEqual([]);
  await page.screenshot({ path: 'test-results/screens/compare-two-1280.png' });
  const target = join(userData, '送审稿与审定稿.docx');
  await answerSaveDialogs(running.app, target);
  await dialog().getByRole('button', { name: '导出对照表' }).click();
  await expect.poll(() => existsSync(target)).toBe(true);
  const words = docxText(target);
  expect(words).toMatch(/“送审稿（.*?）”与“审定稿（.*?）”相比/);
  expect(words).toContain('目标：98%→95%');
  expect(words).not.toContain('另行补贴');
  await expect(dialog().getByRole('button', { name: '恢复一章' })).toHaveCount(0);
  await other.selectOption({ label: '现在的文稿' });
  await expect(changes()).toHaveCount(1);
  await dialog().getByRole('button', { name: '恢复一章' }).press('Enter');
  const asked = page.getByRole('dialog', { name: '从“审定稿”恢复一章' });
  await expect(asked.getByRole('radio', { name: /（三）培育队伍/ })).toBeEnabled();
  await page.keyboard.press('Escape');
  await expect(asked).toHaveCount(0);
  await expect(page.getByRole('textbox', { name: '正文' })).toBeFocused();
});

test('one chapter of a version is put back alone, by keyboard, and that is undone; not over later typing', async () => {
  const edited = await texts();
  await row('送审稿').getByRole('button', { name: '恢复一章' }).focus();
  await page.keyboard.press('Enter');
  const asked = page.getByRole('dialog', { name: '从“送审稿”恢复一章' });
  await expect(asked.getByRole('radio', { name: /开头/ })).toBeDisabled();
  const section = asked.getByRole('radio', { name: /二、重点任务/ });
  await section.focus();
  await page.keyboard.press('Space');
  expect(await seriousFindings(page)).toEqual([]);
  await page.screenshot({ path: 'test-results/screens/restore-chapter-1280.png' });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.screenshot({ path: 'test-results/screens/restore-chapter-dark-1280.png' });
  await page.emulateMedia({ colorScheme: null });
  await asked.getByRole('button', { name: '恢复', exact: true }).press('Enter');
  await expect(asked).toHaveCount(0);
  await expect.poll(async () => (await texts()).join()).not.toContain('支持企业开办助餐点');
  const restored = await texts();
  expect(restored.join()).not.toContain('另行补贴');
  expect(restored.join()).toContain('到95%');
  const toast = page.locator('.toast').filter({ hasText: '二、重点任务”已恢复到“送审稿”' });
  await toast.getByRole('button', { name: '撤销' }).click();
  await expect.poll(texts).toEqual(edited);

  await row('送审稿').getByRole('button', { name: '恢复', exact: true }).click();
  await expect.poll(async () => (await texts()).join()).toContain('达到98%');
  await caretToEndOf(page, '新建小区同步配套养老用房');
  await page.keyboard.insertText('后来写的。');
  await page
    .locator('.toast')
    .filter({ hasText: '已恢复到“送审稿”' })
    .last()
    .getByRole('button', { name: '撤销' })
    .click();
  await expect(page.locator('.toast').filter({ hasText: '之后又有改动' })).toBeVisible();
  expect((await texts()).join()).toContain('后来写的。');
  await page.getByRole('textbox', { name: '正文' }).press('Control+z');
  await page.getByRole('textbox', { name: '正文' }).press('Control+z');
  await expect.poll(texts).toEqual(edited);
});

test('a draft from outside is compared without entering the library, and its words are taken over', async () => {
  const outside = join(userData, '财政局反馈.txt');
  writeFileSync(outside, source.replace('（三）培育队伍。每年培训护理员。', '（三）培育队伍。每年培训护理员300人。'));
  await answerOpenDialogs(running.app, [outside]);
  await page.getByRole('button', { name: '与来稿比较…' }).click();
  await expect(dialog()).toContainText('财政局反馈.txt');
  await changes().filter({ hasText: '300人' }).getByRole('checkbox').check();
  await dialog().getByRole('button', { name: '采用来稿 1 处' }).click();
  await expect.poll(async () => (await texts()).join()).toContain('每年培训护理员300人。');
  expect(storedDocuments(userData)).toHaveLength(1);
});

test('a Word file from outside is compared in the language of plans: deadlines, units, goals', async () => {
  const outside = join(userData, '发改委反馈.docx');
  const changed = source
    .replace('达到98%', '达到96%')
    .replace('2026年底前', '2027年底前')
    .replace('市民政局', '市民政局、市财政局');
  const { document } = recogniseParagraphs(splitLines(changed));
  writeFileSync(outside, (await buildDocx(document, standardOptions)).bytes);
  await answerOpenDialogs(running.app, [outside]);
  await page.getByRole('button', { name: '与来稿比较…' }).click();
  await expect(dialog()).toContainText('发改委反馈.docx');
  await expect(dialog()).toContainText('目标：95%→96%');
  await expect(dialog()).toContainText('时限：2026年底→2027年底');
  await expect(dialog()).toContainText('责任单位增加市财政局');
  const target = join(userData, '来稿对照表.docx');
  await answerSaveDialogs(running.app, target);
  await dialog().getByRole('button', { name: '导出对照表' }).click();
  await expect.poll(() => existsSync(target)).toBe(true);
  for (const remark of ['时限：2026年底→2027年底', '责任单位增加市财政局']) expect(docxText(target)).toContain(remark);
  await changes().filter({ hasText: '责任单位增加市财政局' }).getByRole('checkbox').check();
  await dialog().getByRole('button', { name: '采用来稿 1 处' }).click();
  await expect.poll(async () => (await texts()).join()).toContain('市民政局、市财政局');
  expect(storedDocuments(userData)).toHaveLength(1);
});
