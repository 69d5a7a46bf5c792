import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { caretToEndOf } from '../helpers/caret';
import { seriousFindings } from '../helpers/check-accessibility';
import { answerOpenDialogs } from '../helpers/desktop-dialogs';
import { launchApp } from '../helpers/launch-app';

test('a chapter of another document is found by its words and taken over, and the source is noted', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'nigao-take-over-'));
  const draft = (name: string, text: string) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  const old = draft(
    '助餐.txt',
    '云川市2025年社区助餐实施方案\n\n一、重点任务\n\n到2025年建成食堂90个。\n\n二、保障措施\n\n市财政局统筹安排助餐资金，落实《云川市助餐补贴办法》。\n',
  );
  const own = draft(
    '养老.txt',
    '云川市养老服务实施方案\n\n一、总体要求\n\n加快发展养老服务。\n\n二、重点任务\n\n完善设施。\n',
  );
  const { app, window, close } = await launchApp({ args: [old] });
  const paper = window.getByRole('textbox', { name: '正文' });
  await expect(paper).toContainText('统筹安排助餐资金');
  await window.getByRole('button', { name: '文库' }).click();
  await answerOpenDialogs(app, [own]);
  await window.getByRole('button', { name: '打开已有文稿' }).click();
  await expect(paper).toContainText('加快发展养老服务');
  await caretToEndOf(window, '加快发展养老服务');

  await window.keyboard.press('Control+k');
  await window.getByRole('dialog').getByRole('combobox').fill('从其他文稿取用');
  await window.keyboard.press('Enter');
  await window.getByRole('searchbox', { name: '查找要取用的文稿' }).fill('资金');
  await window.getByRole('button', { name: /社区助餐实施方案.*统筹安排助餐资金/ }).click();
  await expect(window.getByRole('checkbox', { name: /保障措施/ })).toBeChecked();
  await window.screenshot({ path: 'test-results/screens/take-over-1280.png' });
  expect(await seriousFindings(window)).toEqual([]);
  await window.getByRole('button', { name: '取用', exact: true }).click();

  await expect(paper.locator('[data-label="二、"]')).toHaveText('保障措施');
  await expect(paper.locator('[data-label="三、"]')).toHaveText('重点任务');
  await expect(paper).toContainText('统筹安排助餐资金');
  await window.getByRole('tab', { name: '版本' }).click();
  await expect(window.getByText('取用《云川市2025年社区助餐实施方案》之前')).toBeVisible();

  await window.getByRole('tab', { name: '旧稿遗留' }).click();
  const sources = window.getByRole('list', { name: '取用的章节' });
  await expect(sources.getByRole('listitem')).toContainText('取自《云川市2025年社区助餐实施方案》，今天');
  await expect(window.getByText(/旧稿的 \d+ 个词还在文中/)).toBeVisible();
  await expect(window.getByRole('button', { name: '保留“《云川市助餐补贴办法》”' })).toBeVisible();
  await sources.getByRole('button', { name: '二、保障措施' }).press('Enter');
  await expect(paper).toBeFocused();
  await expect(paper.locator('[data-label="二、"]')).toHaveClass(/current/);
  expect(await seriousFindings(window)).toEqual([]);
  await window.screenshot({ path: 'test-results/screens/taken-over-1280.png' });
  await window.emulateMedia({ colorScheme: 'dark' });
  await window.screenshot({ path: 'test-results/screens/taken-over-dark-1280.png' });
  await window.emulateMedia({ colorScheme: null });
  await window.locator('.toast').filter({ hasText: '已取用' }).getByRole('button', { name: '撤销' }).click();
  await expect(paper.locator('[data-label="二、"]')).toHaveText('重点任务');
  await close();
});
