import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import type { WindowApi } from '../../shared/ipc/window-api';
import { caretToEndOf } from '../helpers/caret';
import { seriousFindings } from '../helpers/check-accessibility';
import { composeChinese } from '../helpers/compose-chinese';
import { answerSaveDialogs } from '../helpers/desktop-dialogs';
import { launchApp } from '../helpers/launch-app';
import { type OpenedText, openText } from '../helpers/open-text';
import { storedDocuments } from '../helpers/stored-documents';
import { draftLines } from '../unit/plan/plan-texts';

let running: OpenedText;
test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  running = await openText(draftLines);
});
test.afterEach(() => expect(running.errors).toEqual([]));
test.afterAll(() => running.close());

const dialog = () => running.window.getByRole('dialog', { name: '起草说明和政策解读' });
const part = (name: string) => dialog().getByRole('region', { name, exact: true });
const field = (name: string) => part(name).getByRole('textbox');
const command = async (name: string): Promise<void> => {
  const { window } = running;
  await window.keyboard.press('Control+k');
  await window.getByPlaceholder(/命令/).fill(name);
  await window.keyboard.press('Enter');
};
const close = async (): Promise<void> => {
  await running.window.keyboard.press('Escape');
  await expect(dialog()).toHaveCount(0);
};
const pictures = async (name: string): Promise<void> => {
  for (const theme of ['light', 'dark'] as const) {
    await running.window.emulateMedia({ colorScheme: theme });
    await running.window.screenshot({ path: `test-results/screens/${name}-${theme}.png` });
  }
  await running.window.emulateMedia({ colorScheme: 'light' });
};
const editedParts = () => storedDocuments(running.userData)[0]!.meta.editedParts ?? [];

test('起草说明 follows from the text: what it goes by, its chapters, its figures, the rest to be filled in', async () => {
  const { window } = running;
  await command('起草说明');
  await expect(field('起草依据')).toHaveValue(
    '《实施方案》主要依据《东南省养老服务条例》《东南省养老服务提升行动方案》（东政发〔2026〕3号）制定。',
  );
  await expect(field('主要目标')).toHaveValue(/^主要目标。提出到2028年的指标2项：助餐点覆盖率达到80%/);
  await expect(field('起草过程')).toHaveValue(/责任单位3个：市民政局、.*【待填：会签情况】/);
  await expect(part('主要任务')).toContainText('随正文更新');
  expect(await seriousFindings(window)).toEqual([]);
  await pictures('derived-drafts');
});

test('a part that is edited, with an input method too, is the person’s own; typing is taken back by Ctrl+Z', async () => {
  const { window } = running;
  await field('起草背景').focus();
  await window.keyboard.press('Control+End');
  await composeChinese(window, [['laoling', '老龄']]);
  await window.keyboard.insertText('化加快。');
  await expect(field('起草背景')).toHaveValue(/】。老龄化加快。$/);
  await expect(part('起草背景')).toContainText('已由本人修改');
  await field('主要任务').fill('主要任务。重点做好两件事。');
  await expect(part('主要任务')).toContainText('已由本人修改');
  await window.keyboard.press('Control+z');
  await expect(field('主要任务')).toHaveValue(/一是办好老年食堂/);
  await expect(part('主要任务')).toContainText('随正文更新');
  await field('主要任务').fill('主要任务。重点做好两件事。');
  await field('保障措施').fill('保障措施。由联席会议统筹。');
  await close();
  await expect
    .poll(() => editedParts().map(({ text }) => text.slice(-6)))
    .toEqual(['老龄化加快。', '做好两件事。', '席会议统筹。']);
});

test('where the text has changed since, unedited parts follow and edited ones say so', async () => {
  const { window } = running;
  await caretToEndOf(window, '改造困难老人家庭');
  await window.keyboard.press('Enter');
  await window.keyboard.insertText('建设社区食堂。每个街道建成一处。');
  await caretToEndOf(window, '助餐点覆盖率达到80%');
  await window.keyboard.insertText('到2028年，养老护理员达到900人。');
  await command('起草说明');
  await expect(field('主要目标')).toHaveValue(/指标3项/);
  await expect(part('主要目标')).toContainText('随正文更新');
  await expect(field('主要任务')).toHaveValue('主要任务。重点做好两件事。');
  await expect(part('主要任务')).toContainText('正文已变化');
  await part('主要任务').getByRole('button', { name: '查看新的内容' }).click();
  await expect(part('主要任务').locator('ins').filter({ hasText: '建设社区食堂' })).toBeVisible();
  expect(await seriousFindings(window)).toEqual([]);
  await pictures('derived-drafts-outdated');
  await part('主要任务').getByRole('button', { name: '采用新的内容' }).click();
  await expect(field('主要任务')).toHaveValue(/建设社区食堂/);
  await window.locator('.toast').getByRole('button', { name: '撤销' }).click();
  await expect(field('主要任务')).toHaveValue('主要任务。重点做好两件事。');
  await part('主要任务').getByRole('button', { name: '保留现有内容' }).click();
  await expect(part('主要任务')).toContainText('已由本人修改');
});

test('政策解读 tells the same in another order; both leave as official Word files', async () => {
  const { app, window, userData } = running;
  const wordsOf = (path: string): string => strFromU8(unzipSync(readFileSync(path))['word/document.xml']!);
  const saved = async (name: string, button: string): Promise<string> => {
    const path = join(userData, name);
    await answerSaveDialogs(app, path);
    await dialog().getByRole('button', { name: button }).click();
    await expect.poll(() => existsSync(path)).toBe(true);
    return wordsOf(path);
  };
  const note = await saved('起草说明.docx', '导出起草说明（Word）');
  expect(note).toContain('重点做好两件事。');
  expect(note).toContain('GwPlaceholder');
  expect(note).not.toContain('【待填');
  await dialog().getByRole('button', { name: '政策解读', exact: true }).click();
  await expect(part('主要任务')).toContainText('随正文更新');
  await expect(field('主要任务')).toHaveValue(/三是建设社区食堂。每个街道建成一处。/);
  await field('向谁咨询？').fill('解读单位：市民政局；联系电话：12345。');
  const answers = await saved('政策解读.docx', '导出政策解读（Word）');
  expect(answers).toContain('为什么出台《实施方案》？');
  expect(answers).toContain('解读单位：市民政局');
  expect(await seriousFindings(window)).toEqual([]);
});

test('nothing sticks out of a narrow window', async () => {
  const { app, window } = running;
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.setContentSize(960, 600));
  await expect.poll(() => window.evaluate(() => innerWidth)).toBe(960);
  const wide = () => window.locator('.dialog-body').evaluate((body) => body.scrollWidth <= body.clientWidth);
  expect(await wide()).toBe(true);
  await pictures('derived-drafts-narrow');
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.setContentSize(1280, 800));
  await expect.poll(() => window.evaluate(() => innerWidth)).toBe(1280);
});

test('a part leads to its chapter; what was edited of a chapter that is gone is kept until it is removed', async () => {
  const { window } = running;
  await dialog().getByRole('button', { name: '起草说明', exact: true }).click();
  await part('保障措施').getByRole('button', { name: '到正文：保障措施' }).click();
  await expect(dialog()).toHaveCount(0);
  await expect(window.locator('.paper .current')).toContainText('保障措施');
  await window.getByRole('treeitem', { name: '三、 保障措施' }).focus();
  await window.keyboard.press('Delete');
  await command('起草说明');
  await expect(part('保障措施')).toContainText('正文中已没有这一章');
  await expect(field('保障措施')).toHaveValue('保障措施。由联席会议统筹。');
  await part('保障措施').getByRole('button', { name: '删去这一部分' }).click();
  await expect(part('保障措施')).toHaveCount(0);
  await window.locator('.toast').filter({ hasText: '已删去' }).getByRole('button', { name: '撤销' }).click();
  await expect(field('保障措施')).toHaveValue('保障措施。由联席会议统筹。');
  await close();
});

test('what was edited comes back with a version and opens elsewhere from a .nigao file', async () => {
  const { app, window, userData } = running;
  await window.getByRole('tab', { name: '版本' }).click();
  await window.getByRole('button', { name: '送审稿' }).click();
  await window.getByRole('textbox', { name: '版本名称' }).press('Enter');
  await expect(window.getByText('已存为“送审稿”。')).toBeVisible();
  const kept = editedParts();
  expect(kept).toHaveLength(4);
  await command('起草说明');
  await part('主要任务').getByRole('button', { name: '恢复为自动生成' }).click();
  await close();
  await expect.poll(() => editedParts().length).toBe(3);
  const row = window.getByRole('list', { name: '版本' }).getByRole('listitem').filter({ hasText: '送审稿' });
  await row.getByRole('button', { name: '恢复', exact: true }).click();
  await expect.poll(editedParts).toEqual(kept);
  const path = join(userData, '方案.nigao');
  await answerSaveDialogs(app, path);
  await window.evaluate(
    (id) => (globalThis as unknown as { api: WindowApi }).api.invoke('document:save-as', { id }),
    storedDocuments(userData)[0]!.id,
  );
  const other = await launchApp({ args: [path] });
  await expect(other.window.getByRole('textbox', { name: '正文' })).toBeVisible();
  expect(storedDocuments(other.userData)[0]!.meta.editedParts).toEqual(kept);
  await other.close();
});

test('what was typed last is there after the window was closed at once', async () => {
  await command('起草说明');
  await field('起草依据').fill('依据上级文件制定。');
  await running.close();
  expect(editedParts().map(({ text }) => text)).toContain('依据上级文件制定。');
  running = await openText(draftLines, running.userData);
});

test('opened as a document of its own it is finished like any other', async () => {
  const { window, userData } = running;
  await command('起草说明');
  await field('起草依据').fill('依据上级文件制定。');
  await dialog().getByRole('button', { name: '作为新文稿打开' }).click();
  const paper = window.getByRole('textbox', { name: '正文' });
  await expect(paper).toContainText('关于《云川市养老服务提升实施方案》的起草说明');
  await expect(paper).toContainText('依据上级文件制定。');
  await expect(paper).toContainText('（二）主要任务。'.slice(3));
  await expect(window.getByRole('treeitem', { name: '四、 主要内容' })).toBeVisible();
  expect(storedDocuments(userData).filter(({ meta }) => meta.editedParts === undefined)).not.toHaveLength(0);
  await window.screenshot({ path: 'test-results/screens/derived-drafts-opened.png' });
});
